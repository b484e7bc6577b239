import type { checksKubernetes as en } from '../en/checks-kubernetes.ts';
import { joined, listed, placed } from './names.ts';

/** An event's object, which comes as `Pod nginx`, or as `Pod` alone. */
const about = (what: string): string => what.replace(/ (.+)$/, ' `$1`');
/** Parts of a manifest, each in code spans already. */
const parts = (joined: string): string => joined.replaceAll('`, `', '`、`');
/** Where or on what something was to be done; empty where anything will do. */
const on = (where: string): string => (where === '' ? '' : `\`${where}\`に対する`);

export const checksKubernetes: typeof en = {
  'kube.refused': (v) => `APIサーバーに拒否されました: ${v.said}`,
  'kube.refused-in': (v) =>
    `Namespace \`${v.namespace}\`に対する操作は、APIサーバーに拒否されました。Namespaceを指定しなければ、このラボのNamespace \`${v.own}\`が使われます。APIサーバーの応答: ${v.said}`,
  'kube.dry-run': () =>
    'ドライランだったため、結果が表示されただけで、クラスターは変更されていません。実際に変更するには、`--dry-run`を外してください。',
  'kube.stray': (v) =>
    `Namespace \`${v.namespace}\`に対する操作でした。Namespaceを指定しなければ、このラボのNamespace \`${v.own}\`が使われます。`,
  'kube.client-failed': (v) =>
    `\`${v.line}\`は終了コード${v.code}で終了し、クラスターには何も届いていません。理由はシェルに表示されています。`,
  'kube.client-idle': (v) =>
    `\`${v.line}\`は終了しましたが、クラスターには何も届いていません。結果はシェルに表示されています。`,
  'kube.client-pointed': (v) =>
    `\`${v.which}\`により、\`kubectl\`が別のクラスターに接続している可能性があります。接続先は\`kubectl config view --minify\`で確認できます。このラボのクラスターは、最初に設定されていたものです。`,
  'kube.no-dashes': (v) =>
    `\`${v.line}\`では、クラスターに何も届いていません。\`kubectl exec\`では、実行するプログラムの前に\`--\`が必要です。`,
  'kube.no-pod': (v) => `Pod \`${v.name}\`は現在ありません。`,

  'kube.pod.none-but': (v) => `Pod \`${v.name}\`はまだありません。一番新しいPodの名前は\`${v.other}\`です。`,
  'kube.pod.namesake': (v) =>
    `Pod \`${v.name}\`はまだありません。この名前で作成されたのは、Podではなく\`${v.resource}\`です。`,
  'kube.pod.owned': (v) =>
    `Pod \`${v.name}\`は${v.kind}によって作成されたものです。このステップではPodを直接作成してください。`,
  'kube.pod.deleting': (v) => `Pod \`${v.name}\`は削除されている途中です。`,
  'kube.pod.unmade': (v) => `\`${v.name}\`のPodを作成できません: ${v.said}`,
  'kube.pod.unchangeable': (v) =>
    `Pod \`${v.name}\`は元のままです。作成済みのPodでは、今回変更しようとしたフィールドを変更できません。`,
  'kube.pod.unchangeable.hint': (v) =>
    `Podを削除して作り直してください。\`kubectl replace --force -f\`にファイルを指定すると、削除と作成を一度に行えます。\`kubectl delete pod ${v.name}\`を実行してから、もう一度適用してもかまいません。`,
  'kube.pod.no-container': (v) => `Pod \`${v.name}\`にコンテナ\`${v.container}\`がありません。`,
  'kube.pod.other-container': (v) =>
    `Pod \`${v.name}\`のコンテナの名前が\`${v.actual}\`になっています。\`${v.container}\`にしてください。`,
  'kube.pod.other-image': (v) =>
    `Pod \`${v.name}\`のコンテナ\`${v.container}\`のイメージは、\`${v.wanted}\`ではなく\`${v.image}\`です。\`${v.wanted}\`を使ってください。`,
  'kube.pod.image-waits': (v) =>
    `Pod \`${v.name}\`のコンテナ\`${v.container}\`は、イメージが\`${v.wanted}\`ではなく\`${v.image}\`になっており、待機中です: ${v.said}`,
  'kube.pod.lacks': (v) => `Pod \`${v.name}\`には、次の指定が足りません: ${parts(v.parts)}`,
  'kube.pod.lacks-but': (v) =>
    `Pod \`${v.name}\`には、次の指定が足りません: ${parts(v.parts)}。代わりに、次のものが指定されています: ${parts(v.others)}`,
  'kube.pod.has': (v) => `Pod \`${v.name}\`には、次の指定は不要です: ${parts(v.parts)}`,
  'kube.pod.unschedulable': (v) => `Pod \`${v.name}\`を配置できるノードがありません: ${v.said}`,
  'kube.pod.starting': (v) => `Pod \`${v.name}\`のコンテナ\`${v.container}\`は起動中です。`,
  'kube.pod.waits': (v) => `Pod \`${v.name}\`のコンテナ\`${v.container}\`は待機中です: ${v.said}`,
  'kube.pod.pull.hint': () =>
    'レジストリに接続できない環境では、ノードにあるイメージだけが使えます。`imagePullPolicy: IfNotPresent`を指定すると、ノードのイメージが使われます。',
  'kube.pod.ended': (v) => `Pod \`${v.name}\`のコンテナ\`${v.container}\`は終了コード${v.code}で終了しました。`,
  'kube.pod.ended.hint': (v) =>
    `\`kubectl logs ${v.name} -c ${v.container} --previous\`で出力を確認できます。シェルは、入力元のターミナルがないときや、\`exit\`と入力されたときに終了します。`,
  'kube.pod.not-ready': (v) => `Pod \`${v.name}\`は動いていますが、まだReadyになっていません。`,
  'kube.pod.phase': (v) => `Pod \`${v.name}\`のフェーズは${v.actual}です。${v.phase}になる必要があります。`,

  'kube.did.done': (v) => `APIサーバーへの操作を確認しました: \`${v.what}\``,
  'kube.did.read': (v) =>
    `${placed(v.where)}で、\`${v.program}\`がコンテナ\`${v.container}\`の\`${v.path}\`を読み取りました。`,
  'kube.did.sent': (v) => `${placed(v.where)}からPID ${v.pid}にSIG${v.signal}が送られました。`,
  'kube.did.unsent': (v) => `\`${v.actual}\`が実行されましたが、PID ${v.pid}にSIG${v.signal}は送られていません。`,
  'kube.did.denied': (v) => `${placed(v.where)}の\`${v.program}\`が試した操作は、カーネルに拒否されました。`,
  'kube.did.let': (v) =>
    `\`${v.actual}\`が実行されましたが、カーネルはそのような操作を拒否していません。カーネルに拒否される\`${v.what}\`を試してください。`,
  'kube.did.unrefused': (v) =>
    `APIサーバーは\`${v.actual}\`に${v.code}で応答しました。このステップでは、APIサーバーに拒否される操作を試してください。`,
  'kube.did.listed': (v) => `${placed(v.where)}から、プロセスの一覧が確認されました。`,
  'kube.did.unstarted': (v) =>
    `\`${v.actual}\`は開始できませんでした。コンテナに、実行できるプログラム\`${v.program}\`がありません。理由はシェルに表示されています。`,
  'kube.did.unreached': (v) =>
    `\`${v.actual}\`はコンテナに届いていません。ノードのkubeletが応答しなかったか、コンテナが動いていませんでした。理由はシェルに表示されています。`,
  'kube.did.quoted': (v) =>
    `空白も含めて\`${v.program}\`という名前のプログラムはありません。引用符を外すと、最初の単語がプログラムになります。`,
  'kube.did.failed': (v) =>
    `\`${v.actual}\`が実行されましたが、終了コードは${v.code}でした。\`${v.what}\`を成功させてください。`,
  'kube.did.unfailed': (v) => `\`${v.actual}\`は成功しました。このステップでは、失敗する操作を試してください。`,
  'kube.did.running': (v) => `\`${v.actual}\`はまだ実行中です。終了した時点で判定されます。`,
  'kube.did.unseen': (v) =>
    `\`${v.actual}\`の結果を確認できませんでした。その時点でノードが監視されていなかったためです。もう一度実行してください。`,
  'kube.did.unread': (v) =>
    `\`${v.actual}\`が実行されましたが、コンテナ\`${v.container}\`の\`${v.path}\`は読み取られていません。`,
  'kube.did.unlisted': (v) => `\`${v.actual}\`が実行されましたが、プロセスの一覧は確認されていません。`,
  'kube.did.waits': (v) => `\`${v.actual}\`でシェルに接続しました。そのシェルで\`${v.what}\`を実行してください。`,
  'kube.did.none': (v) => `${on(v.where)}\`${v.what}\`は、まだ実行されていません。`,
  'kube.did.other': (v) =>
    `実行されたのは\`${v.actual}\`です。${v.where === '' ? '' : `\`${v.where}\`に対して`}\`${v.what}\`を実行してください。`,
  'kube.did.silent': (v) =>
    `\`${v.actual}\`でシェルに接続しましたが、まだ何も入力されていません。\`${v.what}\`を実行してください。`,
  'kube.did.left': (v) =>
    `\`${v.actual}\`で接続したシェルは、プログラムを1つも実行せずに終了しました。\`${v.what}\`を実行してください。`,
  'kube.did.container': (v) =>
    `Pod \`${v.where}\`のコンテナ\`${v.actual}\`に対する操作でした。コンテナ\`${v.wanted}\`から実行してください。`,
  'kube.did.elsewhere': (v) =>
    `${on(v.where)}\`${v.what}\`は、まだ実行されていません。${v.actual === '' ? '' : `最後の操作は\`${v.actual}\`に対するものでした。`}`,
  'kube.did.on-machine': (v) =>
    `\`${v.program}\`はマシン上で直接実行されました。Pod \`${v.where}\`の中で実行してください。`,
  'kube.did.hint': (v) =>
    `\`kubectl exec ${v.pod} -c ${v.container} -- …\`でコンテナの中のプログラムを実行できます。\`kubectl attach -it ${v.pod} -c ${v.container}\`でコンテナのシェルに接続できます。`,

  'kube.process.none': (v) => `${placed(v.where)}で、プロセス\`${v.process}\`は動いていません。`,

  'kube.signalled.right': (v) =>
    `Pod \`${v.pod}\`の\`${v.process}\`はPID ${v.pid}のままで、子プロセス${v.count}個が新しく起動しています。シグナルが届いています。`,
  'kube.signalled.none': (v) =>
    `Pod \`${v.pod}\`の\`${v.process}\`の子プロセス${v.count}個は入れ替わっていません。SIGHUPはまだ届いていません。`,
  'kube.signalled.unheeded': (v) =>
    `\`${v.process}\`はSIGHUPを受け取りましたが、新しい設定を受け付けず、元のまま動いています: \`${v.said}\``,
  'kube.signalled.stopped': (v) =>
    `\`${v.process}\`（PID ${v.pid}）は停止しています。再開するまで、送ったSIGHUPは処理されません。\`kill -CONT ${v.pid}\`でSIGCONTを送ると再開します。`,
  'kube.signalled.not-allowed': (v) =>
    `PID ${v.pid}は\`${v.process}\`ですが、\`kill\`は終了コード${v.code}で終了しました。実行したユーザーには、シグナルを送る権限がありません。シグナルは、同じユーザーのプロセスに送れます。rootは、すべてのプロセスに送れます。`,
  'kube.signalled.elsewhere': (v) =>
    `\`kill\`はPod \`${v.name}\`で実行されました。Pod \`${v.pod}\`で実行してください。`,
  'kube.signalled.stray': (v) =>
    `\`kill\`は、Namespace \`${v.namespace}\`のPod \`${v.name}\`で実行されました。Namespaceを指定しなければ、このラボのPod \`${v.pod}\`で実行されます。`,
  'kube.signalled.killed': (v) =>
    `\`${v.process}\`の子プロセス${v.all}個のうち${v.count}個が、終了したために置き換えられました。子プロセスではなく、その**親**にSIGHUPを送ってください。親がすべての子プロセスを入れ替えます。`,
  'kube.signalled.child': (v) =>
    `シグナルを受け取ったのは\`${v.process}\`の子プロセスで、SIGHUPを無視します。その**親**に送ってください。`,
  'kube.signalled.pause': (v) =>
    `PID ${v.pid}は、Podの名前空間を保持しているだけの\`pause\`です。SIGHUPを受け取っても何も起こりません。nginxのPIDを探してください。`,
  'kube.signalled.other': (v) => `PID ${v.pid}は、\`${v.process}\`ではなく\`${v.line}\`です。`,
  'kube.signalled.no-such': (v) =>
    `\`kill\`を実行したコンテナから、PID ${v.pid}のプロセスは見えません。見えるプロセスは\`ps\`で確認できます。`,
  'kube.signalled.nobody': (v) =>
    `\`kill\`は終了コード${v.code}で終了し、\`${v.process}\`にSIGHUPは届いていません。\`kill\`にはプロセスのPIDを指定します。PIDは\`ps\`で確認できます。`,
  'kube.signalled.asked': (v) =>
    `\`kill -0\`はシグナルを送らず、PID ${v.pid}のプロセスがあるかどうかを確認するだけです。\`${v.process}\`にSIGHUPを送ってください。`,
  'kube.signalled.other-signal': (v) =>
    `\`${v.process}\`が受け取ったのは${v.signal}です。SIGHUPを受け取ると、設定を読み直して子プロセスを入れ替えます。`,
  'kube.signalled.ended': (v) =>
    `\`${v.process}\`自身が終了し、Pod \`${v.pod}\`のコンテナ\`${v.container}\`も終了しました。まもなくkubeletがコンテナを再起動します。このプログラムは、SIGHUPでは終了しません。`,
  'kube.signalled.restarted': (v) =>
    `\`${v.process}\`自身が終了したため、kubeletがコンテナ\`${v.container}\`を再起動しました。現在のPIDは${v.pid}です。**このPID**にSIGHUPを送ってください。このプログラムは、SIGHUPでは終了しません。`,

  'kube.rollout.right': (v) => `${v.kind} \`${v.name}\`のロールアウトが完了し、新しいPod ${v.count}個が利用可能です。`,
  'kube.rollout.replicas': (v) =>
    `${v.kind} \`${v.name}\`の${v.kind === 'DaemonSet' ? 'Podの数' : 'レプリカ数'}は${v.actual}です。${v.replicas}にしてください。`,
  'kube.rollout.refused': (v) =>
    `${v.kind} \`${v.name}\`はありますが、そのPodの作成がクラスターに拒否されています: ${v.said}`,
  'kube.rollout.under-way': (v) =>
    `${v.kind} \`${v.name}\`はロールアウト中です。新しいPod ${v.wanted}個のうち、${v.available}個が利用可能です。`,

  'kube.service.port': (v) => `Service \`${v.name}\`のポートは${joined(v.actual)}です。${v.port}にしてください。`,
  'kube.service.selects-none': (v) =>
    `Service \`${v.name}\`のセレクターは\`${v.selector}\`ですが、このラベルを持つPodがありません。現在のPodのラベル: \`${v.labels}\``,
  'kube.service.no-address': (v) => `Service \`${v.name}\`には固有のアドレスがありません。`,
  'kube.service.none-ready': (v) =>
    `Service \`${v.name}\`が選択しているPod ${listed(v.pods)}は、どれもReadyになっていません。`,

  'kube.event.right': (v) => `${about(v.what)}: ${v.reason}: ${v.said}`,
  'kube.event.none': (v) => `${about(v.what)}のイベントはまだありません。必要なイベントは${v.reason}です。`,
  'kube.event.other': (v) => `${about(v.what)}の最後のイベントは、${v.reason}ではなく${v.actual}です: ${v.said}`,
  'kube.event.without': (v) => `${about(v.what)}の${v.reason}イベントに「${v.contains}」が含まれていません: ${v.said}`,

  'kube.gone.there': (v) => `${v.kind} \`${v.name}\`はまだ残っています。`,
  'kube.gone.deleting': (v) =>
    `${v.kind} \`${v.name}\`は削除されている途中です。${v.kind === 'Pod' ? 'kubeletがプロセスを終了させてから、Podがなくなります。' : ''}`,
  'kube.gone.replaced': (v) =>
    `\`${v.name}\`は削除されましたが、${v.kind}が代わりに\`${v.other}\`を作成しました。所有者（Deploymentなど）を削除してください。`,
  'kube.gone.remade': (v) =>
    `元の${v.kind} \`${v.name}\`は削除されましたが、同じ名前の${v.kind}が新しく作成されています。新しいほうも削除してください。`,
  'kube.gone.processes': (v) =>
    `Pod \`${v.name}\`はAPIからは消えましたが、ノードでプロセスがまだ動いています: PID ${v.pid}、\`${v.line}\``,
  'kube.gone.both': (v) => `Pod \`${v.name}\`が削除され、プロセスもなくなりました。`,
};
