import type { world as en } from '../en/world.ts';
import { joined } from './names.ts';

export const world: typeof en = {
  'world.engine-restarts': () =>
    'マシンのDockerエンジンが停止しています。Seatrialがエンジンを再起動しています。コンテナはその間も動き続けます。少し待ってから`r`を押すと、もう一度確認します。',
  'world.engine-stopped': () =>
    'マシンのDockerエンジンが停止されています。`service docker start`と入力すると、もう一度起動します。',
  'world.engine-fails': () =>
    'マシンのDockerエンジンは、起動してもすぐに終了します。設定ファイル`/etc/docker/daemon.json`に誤りがあれば、`service docker start`で原因が表示されます。設定を直してから起動してください。',
  'world.unreadable': (v) =>
    `コンテナ\`${v.name}\`の中に作られたものが原因で、エンジンは変更内容を調べられません（${v.said}）。原因となっているものを削除するか、コンテナを作り直してください。`,
  'world.engine-refuses': (v) => `マシンのDockerエンジンが問い合わせに応答できませんでした: ${v.said}`,
  'world.engine-silent': () =>
    'マシンのDockerエンジンが2分以内に起動しませんでした。ラボを離れ、`seatrial clean`でマシンを削除してから、もう一度ラボを開いてください。',
  'world.engine-hangs': () =>
    'マシンのDockerエンジンは動いていますが、応答しません。しばらく待っても変わらない場合は、`pkill -CONT dockerd`で再開させるか、ラボを離れて最初から始めてください。',
  'world.helper-lost': () =>
    'プロセスを確認している間に、マシンとの接続が切れました。接続し直しています。`r`を押すと、もう一度確認します。',
  'world.machine-stopped': (v) =>
    `このラボのマシン（コンテナ\`${v.machine}\`）が停止されました。Seatrialをもう一度起動し、「前回の続きから再開する」を選んでください。マシンが起動します。ファイルとコンテナはそのまま残っていますが、動いていたプロセスは起動し直す必要があります。`,
  'world.socket-lost': (v) =>
    `マシンのDockerエンジンは動いていますが、クライアントが\`${v.socket}\`で接続できません（${v.said}）。\`pkill dockerd\`を実行すると、Seatrialがエンジンをソケットとともに再起動します。`,
  'world.machine-removed': (v) =>
    `このラボのマシン（コンテナ\`${v.machine}\`）がほかの誰かによって削除されました。ラボを離れてSeatrialをもう一度起動すると、新しいマシンを作成し、このステップから再開します。`,
  'world.script-late': (v) =>
    `Seatrialからの問い合わせに、マシンが${v.seconds}秒以内に応答しませんでした。負荷が高い可能性があります。しばらく待ってから\`r\`を押すと、もう一度確認します。`,
  'world.clock-back': (v) =>
    `マシンの時計が戻されました。時計の上では、このステップの開始が${v.seconds}秒先になっているため、今の操作は判定の対象になりません。このコンピューターの時計を合わせる（\`date\`で確認できます）か、ラボを離れてマシンを削除し、最初から始めてください。`,
  'world.image-missing': (v) =>
    `イメージ\`${v.image}\`をマシンに読み込めませんでした。使えるイメージは\`seatrial images\`で確認できます。ラボを離れ、もう一度開いてください。`,
  'world.load-failed': (v) => `イメージ（${joined(v.images)}）をマシンに読み込めませんでした: ${v.said}`,
  'world.no-docker': () =>
    'このステップのチェックはDockerを必要としますが、このラボのマシンではエンジンが動いていません。ラボの作者は`needs`に`docker: {}`を加えてください。',
  'world.no-cluster': () =>
    'このステップのチェックはKubernetesを必要としますが、このラボにはクラスターがありません。ラボの作者は`needs`に`kubernetes: {}`を加えてください。',
};
