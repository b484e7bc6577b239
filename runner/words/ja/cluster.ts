import type { cluster as en } from '../en/cluster.ts';
import { daysAgo } from './days.ts';
import { joined } from './names.ts';

export const cluster: typeof en = {
  'cluster.silent': (v) =>
    `クラスターのAPIサーバー（${v.server}）が応答しません: ${v.said}。少し待ってから\`r\`を押して確認し直してください。それでも応答しない場合は、ラボを離れて開き直してください。`,
  'cluster.kubeconfig-unreadable': (v) =>
    `クラスターのkubeconfigを読み込めません: ${v.said}。\`seatrial clean\`でクラスターを削除してからラボを開き直すと、新しく作成されます。`,
  'cluster.creating': () =>
    'このラボ以降で使うKubernetesクラスターを作成しています。10秒ほどかかりますが、作成するのは今回だけです。',
  'cluster.creating-own': (v) =>
    v.nodes === 1
      ? 'このラボ専用のKubernetesクラスターを作成しています。10秒ほどかかります。'
      : `このラボ専用に、${v.nodes}ノードのKubernetesクラスターを作成しています。15秒ほどかかります。`,
  'cluster.starting': () => 'Kubernetesのコントロールプレーンを起動しています。',
  'cluster.waiting': () => 'APIサーバーが応答しました。ノード、名前解決、ストレージの準備を待っています。',
  'cluster.another-works': () => '別のSeatrialがクラスターを操作しているため、終わるのを待っています。',
  'cluster.kind-missing': (v) =>
    `クラスターを作成するプログラム\`kind\`（${v.kind}）を起動できません: ${v.said}。何が足りないかは\`seatrial doctor\`で確認できます。`,
  'cluster.kind-failed': (v) =>
    `\`kind\`が失敗したため、クラスターを作成できませんでした。途中まで作成されたものは削除済みです。もう一度ラボを開いてください。繰り返し失敗する場合は、\`seatrial doctor\`でこのコンピューターの状態を確認してください。kindの出力:\n${v.log}`,
  'cluster.disk-full': (v) =>
    `Dockerエンジンのディスクに空きがないため、クラスターを作成できませんでした。使用量は\`docker system df\`で確認でき、\`docker system prune\`で不要なデータを削除できます。kindの出力:\n${v.log}`,
  'cluster.port-taken': (v) =>
    `APIサーバー用のポートがほかのプログラムに使われたため、クラスターを作成できませんでした。もう一度ラボを開くと、別のポートが選ばれます。kindの出力:\n${v.log}`,
  'cluster.not-ready': (v) =>
    `クラスター\`${v.cluster}\`は起動しましたが、${v.seconds}秒以内に準備が整いませんでした。もう一度ラボを開くと、クラスターを作成し直します。それでも失敗する場合は、メモリを空けるか、このコンピューターのほかの処理を止めてください。`,
  'cluster.vanished': (v) =>
    `Seatrialの処理中にクラスター\`${v.cluster}\`が削除されました。もう一度ラボを開くと、新しく作成されます。`,
  'cluster.paused': (v) =>
    `このラボのクラスター\`${v.cluster}\`が一時停止されました。Seatrialをもう一度起動して「前回の続きから再開する」を選ぶと、クラスターが再開します。クラスターの中身はそのまま残っています。`,
  'cluster.stopped': (v) =>
    `このラボのクラスター\`${v.cluster}\`が停止されました。Seatrialをもう一度起動して「前回の続きから再開する」を選ぶと、クラスターが起動します。作成したものはそのまま残っています。`,
  'cluster.removed': (v) =>
    `このラボのクラスター\`${v.cluster}\`が削除されました。Seatrialを終了してもう一度起動すると、新しいクラスターを作成し、このステップの状態まで進めます。`,
  'cluster.place-gone': (v) =>
    `クラスター\`${v.cluster}\`には、このラボのNamespaceがもうありません。ラボを最初からやり直してください。`,
  'cluster.namespace-lost': (v) =>
    `このラボで使うNamespace \`${v.namespace}\`が削除されました。完全になくなると、Seatrialが作成し直します。中にあったものは、もう一度作成してください。`,
  'cluster.account-lost': (v) =>
    `このラボで使うアカウント\`${v.account}\`が削除されました。Seatrialがアカウントを作成し直し、シェルからもう一度使えるようにしています。同じ操作をやり直してください。`,
  'cluster.load-failed': (v) => `イメージ（${joined(v.images)}）をクラスターに読み込めませんでした: ${v.said}`,
  'cluster.remote-engine': () =>
    'Kubernetesのラボには、このコンピューター上のDockerエンジンが必要です（クラスターのAPIサーバーは、エンジンのあるコンピューターの127.0.0.1で公開されます）。ここでエンジンを起動して`DOCKER_HOST`の設定を解除するか、`docker context use default`でコンテキストを切り替えてください。',
  'cluster.waking': () => 'クラスターが停止または一時停止していたため、再開してノードの準備を待っています。',
  'cluster.off-network': () =>
    'クラスターのノードがネットワークから切り離されています。Seatrialがノードを再接続し、APIサーバーの応答を待っています。',
  'cluster.broken': (v) =>
    `クラスター\`${v.cluster}\`は存在しますが、使える状態になりません。\`seatrial clean\`で削除してからラボを始め直すと、新しく作成されます。`,
  'cluster.broken-shared': (v) =>
    `クラスター\`${v.cluster}\`が使える状態になりません。ほかのラボがまだ使用しているため、自動では作成し直しません。少し待ってから、このラボを開き直してください。変わらない場合は、それらのラボを終えるか、\`seatrial clean\`で削除してください。クラスターは新しく作成されます。`,
  'cluster.refused': (v) =>
    `クラスター\`${v.cluster}\`のAPIサーバーが、ラボを開くための要求を拒否しました: ${v.said}。一時的な場合があるため、少し待ってからラボを開き直してください。解消しない場合は、\`seatrial clean\`でクラスターを削除してください。次にラボを開くと、新しく作成されます。`,
  'cluster.remade-broken': (v) =>
    `クラスター\`${v.cluster}\`が壊れているため、作成し直しています。10秒ほどかかります。`,
  'cluster.remade-half-made': (v) =>
    `クラスター\`${v.cluster}\`が未完成のため、作成し直しています。10秒ほどかかります。`,
  'cluster.remade-outdated': (v) =>
    `クラスター\`${v.cluster}\`は別のバージョン用のため、作成し直しています。10秒ほどかかります。`,
  'cluster.restored': (v) => {
    const removed = v.removed === 0 ? '' : `残っていたもの${v.removed}個を削除`;
    const restored = v.restored === 0 ? '' : `変更されたもの${v.restored}個を復元`;
    const done = [removed, restored].filter(Boolean).join('、');
    return `クラスターが作成時の状態と異なっていたため、元に戻しました: ${done}（${joined(v.names)}${v.more > 0 ? `、ほか${v.more}個` : ''}）。`;
  },
  'cluster.remade-spoiled': (v) =>
    `クラスター\`${v.cluster}\`を元の状態に戻せないため、作成し直しています。10秒ほどかかります。`,
  'cluster.spoiled': (v) =>
    `クラスター\`${v.cluster}\`に元に戻せない変更があり、ほかのラボがまだ使用しています。それらのラボを終えるか、\`seatrial clean\`で削除してから、このラボを開き直してください。クラスターは新しく作成されます。`,
  'cluster.memory-short': (v) =>
    `${v.nodes}ノードのクラスターには${v.needed}のメモリが必要ですが、空きは${v.free}です。まだ何も作成していません。不要なプログラムを終了するか、Dockerエンジンのメモリを増やしてから、ラボを開き直してください。`,
  'cluster.disk-short': (v) =>
    `${v.nodes}ノードのクラスターには、Dockerエンジンのディスクに${v.needed}の空きが必要ですが、空きは${v.free}です。まだ何も作成していません。使用量は\`docker system df\`で確認でき、\`docker system prune\`で不要なデータを削除できます。空きを増やしてから、ラボを開き直してください。`,
  'cluster.clean-in-use': (v) => `クラスター\`${v.name}\`は、ラボが使用中のため残します。`,
  'cluster.clean-found': (v) => `クラスター\`${v.name}\`（${v.nodes}ノード、最後に使ったのは${daysAgo(v.days)}）`,
  'cluster.clean-ask': (v) =>
    v.count === 1
      ? 'このクラスターを削除しますか？ 次にKubernetesのラボを開くと、10秒ほどで新しく作成されます。'
      : `これら${v.count}個のクラスターを削除しますか？ 次にKubernetesのラボを開くと、10秒ほどで新しく作成されます。`,
  'cluster.clean-nobody': (v) =>
    `クラスターが${v.count}個残っていますが、対話できるターミナルがないため、確認できません。\`seatrial clean --yes\`で、どのターミナルでも開かれていないものを削除できます。`,
  'cluster.clean-removed': (v) => `クラスター\`${v.name}\`を削除しました。`,
  'cluster.kept': (v) => `保持しているクラスター\`${v.name}\``,
  'cluster.used': (v) => `最後に使ったのは${daysAgo(v.days)}です。\`seatrial clean\`で削除できます。`,
  'cluster.unused': (v) =>
    `Seatrialが保持しているKubernetesクラスターは、${v.days}日間使われていません。\`seatrial clean\`で削除できます。必要になれば、ラボを開いたときに新しく作成されます。`,
};
