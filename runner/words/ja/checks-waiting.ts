import type { checksWaiting as en } from '../en/checks-waiting.ts';
import { listed } from './names.ts';

export const checksWaiting: typeof en = {
  'kube.node.cordoned': (v) =>
    `ノード\`${v.node}\`は新しいPodを受け入れません。ほかの誰かが、\`kubectl cordon\`や\`kubectl drain\`などでスケジューリングの対象から外しています。\`kubectl uncordon ${v.node}\`で元に戻せます。`,
  'kube.node.cordoned-own': (v) =>
    `ノード\`${v.node}\`は、このラボでの操作によって新しいPodを受け入れない状態です。\`kubectl uncordon ${v.node}\`で元に戻してください。`,
  'kube.node.tainted': (v) =>
    `ノード\`${v.node}\`にはほかの誰かがTaint \`${v.taint}\`を設定しているため、これを許容するPodしか配置できません。\`kubectl taint nodes ${v.node} ${v.taint}-\`でTaintを外せます。`,
  'kube.node.tainted-own': (v) =>
    `ノード\`${v.node}\`に、このラボでの操作によってTaint \`${v.taint}\`が設定されています。これを許容しないPodは配置できません。\`kubectl taint nodes ${v.node} ${v.taint}-\`でTaintを外してください。`,
  'kube.node.condition': (v) =>
    `ノード\`${v.node}\`は、${v.condition}という状態のため、新しいPodを受け入れません: ${v.said}。お使いのコンピューターのメモリまたはディスクを空けると、Kubernetesがノードを自動的に元に戻します。`,
  'kube.node.lost': (v) =>
    `Pod \`${v.name}\`が動いていたノード\`${v.node}\`は、誰かに削除されたため、クラスターにもうありません。ラボを離れてマシンを削除し、最初から始めてください。`,
  'kube.part.stopped': (v) =>
    `\`${v.name}\`は、Kubernetesの構成要素\`${v.part}\`を待っています。\`${v.part}\`は、ノード\`${v.node}\`で動いていないか、一時停止しています。自分で止めた場合は、\`${v.part}\`を再開してください。そうでない場合は、ラボを離れてもう一度開いてください。Seatrialがクラスターを元に戻します。`,

  'kube.pod.no-scheduler': (v) =>
    `Pod \`${v.name}\`はスケジューラー\`${v.scheduler}\`を待っていますが、どのスケジューラーもこのPodを引き受けていません。\`schedulerName\`を指定しなければ、Kubernetes標準のスケジューラーが引き受けます。`,
  'kube.pod.no-node': (v) =>
    `Pod \`${v.name}\`はノード\`${v.node}\`で動くように指定されていますが、このクラスターにそのノードはありません。\`nodeName\`を指定しなければ、スケジューラーがノードを選びます。ノードの一覧は\`kubectl get nodes\`で確認できます。`,
  'kube.pod.unassigned': (v) => `スケジューラーがPod \`${v.name}\`を配置するノードを選んでいます。`,
  'kube.pod.init': (v) =>
    `Pod \`${v.name}\`は、実行中のinitコンテナ\`${v.container}\`が終了するのを待っています。\`kubectl logs ${v.name} -c ${v.container}\`で出力を確認できます。`,
  'kube.pod.warned': (v) =>
    `Pod \`${v.name}\`はまだ起動していません。このPodについてクラスターが最後に報告した内容: ${v.said}`,
  'kube.pod.no-sandbox': (v) =>
    `ノードがPod \`${v.name}\`の実行環境（サンドボックス）を作成できず、再試行を続けています: ${v.said}`,
  'kube.pod.probe': (v) =>
    `Pod \`${v.name}\`は動いていますが、プローブに失敗しているため、Readyになっていません: ${v.said}`,
  'kube.pod.unready': (v) =>
    `Pod \`${v.name}\`は動いていますが、コンテナ${listed(v.containers)}がまだReadyになっていません。`,
  'kube.pod.crashes': (v) =>
    `Pod \`${v.name}\`のコンテナ\`${v.container}\`は終了を繰り返しています。最後の終了コードは${v.code}です${v.reason === '' ? '' : `（${v.reason}）`}。${v.line === '' ? '出力はありません。' : `出力の最後の行: \`${v.line}\``}`,
  'kube.pod.ended-line': (v) =>
    `Pod \`${v.name}\`のコンテナ\`${v.container}\`は終了コード${v.code}で終了しました。出力の最後の行: \`${v.line}\``,
  'kube.deleting.finalizer': (v) =>
    `${v.kind} \`${v.name}\`は削除されている途中で、ファイナライザー\`${v.finalizer}\`が外されるまで残ります。ファイナライザーは、設定したコントローラーなどが外す必要があります。手動で外すには\`kubectl patch ${v.object} ${v.name} --type=merge -p '{"metadata":{"finalizers":null}}'\`を実行します。`,

  'kube.stray-from': (v) =>
    `Namespace \`${v.namespace}\`に対する操作でした。\`-n ${v.own}\`を付けて、Namespace \`${v.own}\`に対して実行してください。`,
  'kube.client-looked': (v) =>
    `\`${v.line}\`は終了コード${v.code}で終了しました。クラスターに問い合わせましたが、何も変更していません。理由はシェルに表示されています。`,
};
