import type { existing as en } from '../en/existing.ts';
import { daysAgo } from './days.ts';
import { joined } from './names.ts';

export const existing: typeof en = {
  'existing.unreadable': (v) =>
    `kubeconfigを読み込めません: ${v.file}\n${v.said}\nSeatrialはkubectlと同じ方法でkubeconfigを読み込みます（書き込むことはありません）。kubectlでの解釈は\`kubectl config view\`で確認できます。`,
  'existing.unknown-context': (v) => `kubeconfig（${joined(v.files)}）にコンテキスト「${v.context}」はありません。`,
  'existing.contexts': (v) => `使えるコンテキスト: ${joined(v.names)}`,
  'existing.no-contexts': () =>
    'コンテキストが1つもありません。`--context`を付けなければ、Seatrialが作成するクラスターでラボを実行できます。',
  'existing.incomplete': (v) =>
    `コンテキスト「${v.context}」が指すクラスターまたはユーザーが、kubeconfigにありません。\`kubectl config view --context ${v.context}\`で内容を確認してください。`,
  'existing.not-https': (v) =>
    `コンテキスト「${v.context}」の接続先${v.server}はhttpsではないため、通信内容を途中で読み取られるおそれがあります。サーバーがhttpsのコンテキストを使ってください。`,
  'existing.needless': (v) =>
    `指定したラボはいずれもクラスターを必要としないため、「${v.context}」ですることはありません。\`--context\`を外してください。`,

  'existing.lacking': (v) =>
    `ラボ\`${v.lab}\`は、既存のクラスターでは提供できないものを必要とするため、「${v.context}」では開けません:`,
  'existing.lacking-own': () => '  壊してもかまわない専用のクラスターが必要です（`cluster: own`）。',
  'existing.lacking-nodes': (v) => `  専用のノードが${v.nodes}台必要です（\`nodes: ${v.nodes}\`）。`,
  'existing.lacking-node': () =>
    '  ノードそのものとそのプロセスを調べます（`node: true`）が、Seatrialはこのノードに入れません。',
  'existing.lacking-actions': (v) =>
    `  APIへの操作を判定します（${joined(v.steps)}）。これにはクラスターの監査ログが必要ですが、Seatrialはこのクラスターの監査ログを読めません。`,
  'existing.lacking-processes': (v) =>
    `  コンテナ内のプロセスを調べます（${joined(v.steps)}）が、プロセスはノード上でしか確認できません。`,
  'existing.lacking-requests': (v) =>
    `  クラスターの内部からリクエストを送ります（${joined(v.steps)}）が、それにはノードに入る必要があります。`,
  'existing.lacking-next': (v) =>
    `\`--context\`を付けずに\`seatrial run ${v.lab}\`を実行すると、Seatrialが作成するクラスターで開きます。`,

  'existing.rights': (v) =>
    `${v.user}には、「${v.context}」でラボを開くための権限が足りません。足りない権限:\n${v.missing}\nまだ何も作成していません。必要な権限をまとめたClusterRoleがdocs/clusters.mdにあります。クラスターの管理者にこれを作成してもらい、次のコマンドで権限の付与を依頼してください。\n  kubectl create clusterrolebinding seatrial-host --clusterrole=seatrial-host --user='${v.user}'\n\`--context\`を付けなければ、Seatrialが作成するクラスターでラボを実行できます。`,
  'existing.silent': (v) =>
    `コンテキスト「${v.context}」のクラスターが${v.server}で応答しません: ${v.said}。\`kubectl --context ${v.context} version\`でも接続を確認できます。`,
  'existing.unknown-user': (v) =>
    `コンテキスト「${v.context}」のクラスター（${v.server}）に認証されませんでした。認証情報が誤っているか、有効期限が切れています。ログインし直して、\`kubectl --context ${v.context} version\`で確認してください。`,
  'existing.refused': (v) =>
    `コンテキスト「${v.context}」のクラスター（${v.server}）が、ラボを開くための操作を拒否しました: ${v.said}`,
  'existing.unconfined': (v) =>
    `${v.server}のクラスターでは、ラボのPodがノードを乗っ取れてしまいます。ラベル\`pod-security.kubernetes.io/enforce: baseline\`が効いていないためです。ここではラボを開きません。作成したものは削除しました。Pod Security Admissionを有効にするよう、クラスターの管理者に依頼してください。`,
  'existing.unreachable': (v) =>
    `コンテキスト「${v.context}」のクラスターが待ち受けている${v.server}には、このコンピューター自身からしか接続できません。Dockerエンジンのコンテナが公開しているアドレスでもありません。ラボのシェルはコンテナの中で動くため、接続できません。サーバーに固有のアドレスがあるコンテキストを使ってください。`,
  'existing.not-let-in': (v) =>
    `${v.server}のクラスターにラボ用のRoleを作成しましたが、学習者のアクセスが拒否されたままです。作成したものは削除します。もう一度試しても変わらない場合は、ほかにアクセスを制御している仕組みがないか、クラスターの管理者に確認してください。`,
  'existing.opening': (v) => `「${v.context}」にこのラボのNamespaceを作成しています`,
  'existing.place-lost': () =>
    'このラボのNamespaceが見つかりません。どのクラスターにあったかの記録が残っていないためです。ラボを最初からやり直してください。',
  'existing.other-cluster': (v) =>
    `このラボは、コンテキスト「${v.context}」で${v.server}のクラスターに開いたものです。このコンテキストは、現在のkubeconfigにないか、別のクラスターを指しています。元に戻すか、ラボを最初からやり直してください。`,
  'existing.elsewhere': (v) => `ラボ\`${v.lab}\`は${v.where}で始めているため、「${v.context}」では続けられません。`,
  'existing.elsewhere-own': () => 'Seatrialのクラスター',
  'existing.elsewhere-context': (v) => `「${v.context}」`,
  'existing.elsewhere-next': () =>
    '`--context`を付けずに続けるか、先に元のラボを終わらせてください。`seatrial clean`で、以前のセッションが残したものを削除できます。',
  'existing.namespace-removed': (v) =>
    `ラボのNamespace \`${v.namespace}\`が、ほかの誰かによってクラスターから削除されました。ラボを離れ、最初からやり直してください。`,

  'existing.about': (v) =>
    `既存のクラスターでラボを開きます:\n  コンテキスト  ${v.context}\n  サーバー      ${v.server}\n  ユーザー      ${v.user}`,
  'existing.about-kind': (v) =>
    `  お使いのDockerエンジンにあるkindクラスター「${v.cluster}」です（${joined(v.nodes)}）。`,
  'existing.about-other': () =>
    '  お使いのDockerエンジンにあるkindクラスターではないため、ほかの人も使っている可能性があります。',
  'existing.makes': () =>
    `Seatrialはラボごとに次のものを作成し、ラボの終わりに削除します:
  2つのNamespace: 学習者が使う\`lab-…\`と、そのアカウントを置く\`lab-…-access\`（どちらにもラベル\`pod-security.kubernetes.io/enforce: baseline\`を付けます）
  \`lab-…-access\`のServiceAccount: ラボの中では、ご自身ではなくこのアカウントとして操作します
  \`lab-…\`のRoleとRoleBinding（どちらも\`seatrial-learner\`）: このアカウントにできることのすべてで、このNamespaceの中に限られます`,
  'existing.makes-images': () => '  クラスターのノード上のラボ用イメージ（同じ名前のイメージがまだない場合のみ）',
  'existing.leaves': () => 'クラスターのほかの部分と、kubeconfigは一切変更しません。',
  'existing.pulls': (v) =>
    `ラボのイメージ（${joined(v.images)}）は、クラスター自身が取得する必要があります。Seatrialから送り込むことはできません。`,
  'existing.ask': () => 'このクラスターで上記の操作を許可しますか？',
  'existing.needed': (v) =>
    `コンテキスト「${v.context}」のクラスター（${v.server}）でのSeatrialの操作はまだ許可されておらず、対話できるターミナルもないため、確認できません。`,
  'existing.how': () =>
    '許可する場合は`--trust-cluster`を付けてください。何を作成するかはdocs/clusters.mdにあります。サーバーや認証局が変わるまで有効です。',

  'existing.left': (v) =>
    `${v.namespace}（${v.lab}）: コンテキスト「${v.context}」のクラスター、作成: ${daysAgo(v.days)}`,
  'existing.left-ask': (v) => `クラスターに残っているNamespace（${v.count}個）を削除しますか？`,
  'existing.left-nobody': (v) =>
    `SeatrialのものではないクラスターにNamespaceが${v.count}個残っていますが、対話できるターミナルがないため、確認できません。\`seatrial clean --yes\`で削除できます。`,
  'existing.left-removed': (v) => `コンテキスト「${v.context}」のクラスターから${v.namespace}を削除しました。`,
  'existing.left-unknown': (v) =>
    `${v.server}のクラスター（コンテキスト「${v.context}」）に${v.namespace}が残っている可能性がありますが、確認できませんでした: ${v.why}\nそのクラスターがもうない場合は、\`rm ${v.file}\`で記録を消せます。`,
  'existing.left-no-context': () => 'コンテキストがkubeconfigにないか、別のクラスターを指しています。',
};
