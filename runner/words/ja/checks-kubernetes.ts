import type { checksKubernetes as en } from '../en/checks-kubernetes.ts';

export const checksKubernetes: typeof en = {
  'kube.refused': (v) => `APIサーバーに拒否されました: ${v.said}`,
  'kube.stray': (v) =>
    `Namespace \`${v.namespace}\`に対する操作でした。Namespaceを指定しなければ、このラボのNamespace \`${v.own}\`が使われます。`,
  'kube.client-failed': (v) =>
    `\`${v.line}\`は終了コード${v.code}で終わり、クラスターには何も伝わっていません。原因はシェルに表示されています。`,
  'kube.no-dashes': (v) =>
    `\`${v.line}\`では、クラスターに何も伝わっていません。\`kubectl exec\`では、実行するプログラムの前に\`--\`が必要です。`,
  'kube.no-pod': (v) => `Pod \`${v.name}\`は今ありません。`,

  'kube.pod.none-but': (v) => `Pod \`${v.name}\`はまだありません。一番新しいPodの名前は\`${v.other}\`です。`,
  'kube.pod.owned': (v) => `\`${v.name}\`は${v.kind}が作成したPodです。このステップではPodを直接作成してください。`,
  'kube.pod.deleting': (v) => `Pod \`${v.name}\`は削除されている途中です。`,
  'kube.pod.unmade': (v) => `\`${v.name}\`のPodを作成できません: ${v.said}`,
  'kube.pod.unchangeable': (v) =>
    `Pod \`${v.name}\`は元のままです。すでにあるPodでは、これらのフィールドを変更できません。`,
  'kube.pod.unchangeable.hint': (v) =>
    `削除して作り直してください。\`kubectl replace --force -f\`にファイルを指定すると、両方を一度に行えます。\`kubectl delete pod ${v.name}\`の後にもう一度適用してもかまいません。`,
  'kube.pod.no-container': (v) => `Pod \`${v.name}\`にコンテナ\`${v.container}\`がありません。`,
  'kube.pod.other-container': (v) =>
    `Pod \`${v.name}\`のコンテナの名前が\`${v.actual}\`になっています。\`${v.container}\`にしてください。`,
  'kube.pod.other-image': (v) =>
    `\`${v.name}\`のコンテナ\`${v.container}\`のイメージは\`${v.image}\`です。\`${v.wanted}\`を使ってください。`,
  'kube.pod.image-waits': (v) =>
    `\`${v.name}\`のコンテナ\`${v.container}\`のイメージが\`${v.wanted}\`ではなく\`${v.image}\`になっていて、起動できません: ${v.said}`,
  'kube.pod.lacks': (v) => `Pod \`${v.name}\`に足りないもの: ${v.parts}`,
  'kube.pod.has': (v) => `Pod \`${v.name}\`に不要なもの: ${v.parts}`,
  'kube.pod.unschedulable': (v) => `Pod \`${v.name}\`を配置できるノードがありません: ${v.said}`,
  'kube.pod.starting': (v) => `\`${v.name}\`のコンテナ\`${v.container}\`を起動しています。`,
  'kube.pod.waits': (v) => `\`${v.name}\`のコンテナ\`${v.container}\`は待機中です: ${v.said}`,
  'kube.pod.pull.hint': () =>
    'レジストリに接続できない環境では、ノードにあるイメージだけが使えます。`imagePullPolicy: IfNotPresent`を指定すると、ノードのイメージが使われます。',
  'kube.pod.ended': (v) => `\`${v.name}\`のコンテナ\`${v.container}\`は終了コード${v.code}で終了しました。`,
  'kube.pod.ended.hint': (v) =>
    `\`kubectl logs ${v.name} -c ${v.container} --previous\`で出力を確認できます。シェルは、入力元のターミナルがないときや、\`exit\`と入力されたときに終了します。`,
  'kube.pod.not-ready': (v) => `Pod \`${v.name}\`は動いていますが、まだReadyになっていません。`,
  'kube.pod.phase': (v) => `Pod \`${v.name}\`のフェーズは${v.actual}です。${v.phase}になる必要があります。`,

  'kube.did.done': (v) => `APIサーバーが操作を確認しました: \`${v.what}\``,
  'kube.did.read': (v) =>
    `\`${v.where}\`で\`${v.program}\`が、コンテナ\`${v.container}\`の\`${v.path}\`を読み取りました。`,
  'kube.did.sent': (v) => `\`${v.where}\`からPID ${v.pid}にSIG${v.signal}が送られました。`,
  'kube.did.unsent': (v) => `\`${v.actual}\`が実行されましたが、PID ${v.pid}にSIG${v.signal}は送られていません。`,
  'kube.did.unrefused': (v) =>
    `APIサーバーは\`${v.actual}\`に${v.code}で応答しました。このステップでは、APIサーバーに拒否される操作を試してください。`,
  'kube.did.listed': (v) => `\`${v.where}\`からプロセスが確認されました。`,
  'kube.did.unstarted': (v) =>
    `\`${v.actual}\`は開始できませんでした。コンテナに、実行できるプログラム\`${v.program}\`がありません。原因はシェルに表示されています。`,
  'kube.did.unreached': (v) =>
    `\`${v.actual}\`はコンテナに届いていません。ノードのkubeletが応答しなかったか、コンテナが動いていませんでした。原因はシェルに表示されています。`,
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
  'kube.did.unlisted': (v) => `\`${v.actual}\`が実行されましたが、プロセスは確認されていません。`,
  'kube.did.waits': (v) => `\`${v.actual}\`でシェルにつながりました。そのシェルで\`${v.what}\`を実行してください。`,
  'kube.did.none': (v) => `\`${v.where}\`での\`${v.what}\`はまだ行われていません。`,
  'kube.did.other': (v) => `\`${v.actual}\`が行われました。\`${v.where}\`では\`${v.what}\`を行ってください。`,
  'kube.did.silent': (v) =>
    `\`${v.actual}\`でシェルにつながりましたが、まだ何も入力されていません。\`${v.what}\`を実行してください。`,
  'kube.did.container': (v) =>
    `\`${v.where}\`のコンテナ\`${v.actual}\`での操作でした。\`${v.wanted}\`から行ってください。`,
  'kube.did.elsewhere': (v) =>
    `\`${v.where}\`での\`${v.what}\`はまだ行われていません。最後の操作は\`${v.actual}\`に対するものでした。`,
  'kube.did.on-machine': (v) => `\`${v.program}\`はマシン上で実行されました。\`${v.where}\`の中で実行してください。`,
  'kube.did.hint': (v) =>
    `\`kubectl exec ${v.pod} -c ${v.container} -- …\`でプログラムを実行できます。\`kubectl attach -it ${v.pod} -c ${v.container}\`ではシェルにつながります。`,

  'kube.process.none': (v) => `\`${v.where}\`で\`${v.process}\`というプロセスは動いていません。`,

  'kube.signalled.right': (v) =>
    `\`${v.pod}\`の\`${v.process}\`はPID ${v.pid}のままで、子プロセスが新しく${v.count}個になりました。シグナルが届いています。`,
  'kube.signalled.none': (v) =>
    `\`${v.pod}\`の\`${v.process}\`の子プロセス${v.count}個は、このステップの開始時と同じです。SIGHUPはまだ届いていません。`,
  'kube.signalled.unheeded': (v) =>
    `\`${v.process}\`はSIGHUPを受け取りましたが、新しい設定を受け付けず、元のまま動いています: \`${v.said}\``,
  'kube.signalled.not-allowed': (v) =>
    `PID ${v.pid}は\`${v.process}\`ですが、\`kill\`は終了コード${v.code}で終わりました。実行したユーザーには、シグナルを送る権限がありません。シグナルを送れるのは、同じユーザーのプロセスか、rootです。`,
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
  'kube.signalled.other': (v) => `PID ${v.pid}は\`${v.line}\`です。\`${v.process}\`ではありません。`,
  'kube.signalled.no-such': (v) => `そこにはPID ${v.pid}のプロセスがありません。\`ps\`でプロセスを確認できます。`,
  'kube.signalled.other-signal': (v) =>
    `\`${v.process}\`が受け取ったのは${v.signal}です。SIGHUPなら、設定を読み直して子プロセスを入れ替えます。`,
  'kube.signalled.ended': (v) =>
    `\`${v.process}\`自身が終了し、\`${v.pod}\`のコンテナ\`${v.container}\`も終了しました。まもなくkubeletが再起動します。SIGHUPであれば、プロセスは終了しません。`,
  'kube.signalled.restarted': (v) =>
    `\`${v.process}\`自身が終了したため、kubeletがコンテナ\`${v.container}\`を再起動しました。現在のPIDは${v.pid}です。**そのPID**に、プロセスを終了させないSIGHUPを送ってください。`,

  'kube.object.absent': (v) => `${v.kind} \`${v.name}\`はまだありません。`,

  'kube.rollout.right': (v) =>
    `${v.kind} \`${v.name}\`のロールアウトが完了し、${v.count}個のPodが新しくなって利用できます。`,
  'kube.rollout.replicas': (v) => `${v.kind} \`${v.name}\`のPodの数は${v.actual}です。${v.replicas}にしてください。`,
  'kube.rollout.refused': (v) =>
    `${v.kind} \`${v.name}\`はありますが、そのPodの作成がクラスターに拒否されています: ${v.said}`,
  'kube.rollout.under-way': (v) =>
    `${v.kind} \`${v.name}\`をロールアウトしています。${v.wanted}個のうち${v.available}個のPodが新しくなって利用できます。`,

  'kube.service.port': (v) => `Service \`${v.name}\`のポートは${v.actual}です。${v.port}にしてください。`,
  'kube.service.selects-none': (v) =>
    `Service \`${v.name}\`のセレクターは\`${v.selector}\`ですが、このラベルを持つPodがありません。今あるPodのラベル: \`${v.labels}\``,
  'kube.service.no-address': (v) => `Service \`${v.name}\`には固有のアドレスがありません。`,
  'kube.service.none-ready': (v) =>
    `Service \`${v.name}\`が選択しているPod（\`${v.pods}\`）は、どれもReadyになっていません。`,

  'kube.event.right': (v) => `${v.what}: ${v.reason}: ${v.said}`,
  'kube.event.none': (v) => `${v.what}のイベントはまだありません。待っているイベントは${v.reason}です。`,
  'kube.event.other': (v) => `${v.what}の最後のイベントは${v.actual}です。${v.reason}ではありません: ${v.said}`,
  'kube.event.without': (v) => `${v.what}の${v.reason}イベントに「${v.contains}」が含まれていません: ${v.said}`,

  'kube.gone.there': (v) => `${v.kind} \`${v.name}\`はまだあります。`,
  'kube.gone.deleting': (v) =>
    `${v.kind} \`${v.name}\`は削除されている途中です。${v.kind === 'Pod' ? 'kubeletがプロセスを終了させてから、Podがなくなります。' : ''}`,
  'kube.gone.replaced': (v) =>
    `\`${v.name}\`はなくなりましたが、${v.kind}が代わりに\`${v.other}\`を作成しました。Podを所有しているものを削除してください。`,
  'kube.gone.remade': (v) =>
    `元の${v.kind} \`${v.name}\`はなくなりましたが、同じ名前の${v.kind}が新しく作成されています。その${v.kind}も削除してください。`,
  'kube.gone.processes': (v) =>
    `Pod \`${v.name}\`はAPIからは消えましたが、ノードでプロセスがまだ動いています: PID ${v.pid}、\`${v.line}\``,
  'kube.gone.both': (v) => `Pod \`${v.name}\`は作成された後に削除され、プロセスもなくなりました。`,
};
