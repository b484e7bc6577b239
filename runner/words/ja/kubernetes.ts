import type { kubernetes as en } from '../en/kubernetes.ts';

export const kubernetes: typeof en = {
  'kubernetes.kind-unknown': (v) =>
    `このステップのチェックは種類（kind）が\`${v.kind}\`のオブジェクトを調べますが、このクラスターにその種類はありません。ラボの作者は、マニフェストと同じ書き方で種類を指定してください。一覧は\`kubectl api-resources\`で確認できます。`,
  'kubernetes.audit-lost': () =>
    'APIへの操作を確認するための監査ログを、クラスターから読み取れませんでした。開き直しています。`r`を押すと、もう一度確認します。',
  'kubernetes.no-audit': () =>
    'このクラスターには監査ログがないため、APIへの操作を確認できません。`--context`を付けずにラボを開き、Seatrialのクラスターを使ってください。',
  'kubernetes.node-lost': (v) =>
    `プロセスを確認している間に、ノード\`${v.node}\`との接続が切れました。接続し直しています。\`r\`を押すと、もう一度確認します。`,
  'kubernetes.witness-lost': (v) =>
    `ノード\`${v.node}\`で、Pod内のプログラムの動作を一時的に確認できませんでした。Seatrialの監視プロセスが終了したためです。監視を再開するので、最後の操作をもう一度実行してください。`,
  'kubernetes.node-unreachable': (v) =>
    `ノード\`${v.node}\`はこのコンピューターのエンジンのコンテナではないため、プロセスを確認できません。\`--context\`を付けずにラボを開き、Seatrialのクラスターを使ってください。`,
  'kubernetes.refused': (v) => `クラスターのAPIサーバーが問い合わせに応答できませんでした: ${v.said}`,
  'kubernetes.api-stopped': () =>
    'クラスターのAPIサーバーが停止しています。kubeletがAPIサーバーを再起動しています。Podはその間も動き続けます。少し待ってから`r`を押すと、もう一度確認します。',
  'kubernetes.api-begins': (v) =>
    `クラスターのAPIサーバーは起動したばかりで、まだ要求を受け付けていません: ${v.said}。少し待ってから\`r\`を押すと、もう一度確認します。`,
  'kubernetes.api-hangs': () =>
    'クラスターのAPIサーバーは動いていますが、応答しません。少し待ってから`r`を押してください。変わらない場合は、ラボを離れ、もう一度開いてください。',
  'kubernetes.node-stopped': (v) =>
    `クラスターのノード（コンテナ\`${v.node}\`）が停止されました。\`docker start ${v.node}\`で起動してから、\`r\`を押してください。`,
  'kubernetes.node-paused': (v) =>
    `クラスターのノード（コンテナ\`${v.node}\`）が一時停止しています。\`docker unpause ${v.node}\`で再開してから、\`r\`を押してください。`,
  'kubernetes.node-removed': (v) =>
    `クラスターのノード（コンテナ\`${v.node}\`）がほかの誰かによって削除されました。ラボを離れ、もう一度開いてください。新しいクラスターが作成されます。`,
  'kubernetes.node-off-network': (v) =>
    `クラスターのノードであるコンテナ\`${v.node}\`がネットワークから切り離されているため、ノードに接続できません。お使いのコンピューターで\`docker network connect ${v.network} ${v.node}\`を実行して再接続し、\`r\`を押してください。`,
  'kubernetes.node-not-ready': (v) =>
    `ノード\`${v.node}\`の準備ができていないため、Podを起動したり調べたりできません: ${v.said}。しばらく待っても変わらない場合は、ラボを離れ、もう一度開いてください。`,
  'kubernetes.clock': (v) =>
    `このコンピューターとクラスターの時計が大きくずれており、${v.server}の証明書が現在の時刻では有効になりません。時計を合わせてから、\`r\`を押してください。`,
  'kubernetes.clock-unknown': () =>
    'クラスターのAPIサーバーの時刻がわかりません。応答に`Date`ヘッダーがなく、途中のプロキシが取り除いている可能性があります。このステップの開始前と開始後の操作を区別できないため、`--context`を付けずに、Seatrialのクラスターでラボを開いてください。',
};
