import type { checks as en } from '../en/checks.ts';

export const checks: typeof en = {
  'container.runs': (v) => `\`${v.name}\`がバックグラウンドで\`${v.args}\`を実行しています。`,
  'container.run': (v) =>
    `${v.names
      .split(' ')
      .map((each) => `\`${each}\``)
      .join('、')}がどれもバックグラウンドで\`${v.args}\`を実行しています。`,
  'container.none': (v) => `\`${v.args}\`を実行しているコンテナはまだありません。`,
  'container.foreground': (v) =>
    `\`${v.name}\`は\`${v.args}\`を実行していますが、ターミナルを占有しています（フォアグラウンド実行）。`,
  'container.foreground.hint': () =>
    '`-it`で起動した場合は、Ctrl-P、Ctrl-Qの順に押すとデタッチできます。そうでなければCtrl-]、続けて`f`を押してください。コンテナは動いたまま、シェルだけが解放されます。',
  'container.failed': (v) => `\`${v.name}\`を起動できませんでした: ${v.error}`,
  'container.no-program': (v) =>
    `\`${v.name}\`は終了コード${v.code}で終了しました。コンテナ内に\`${v.program}\`が見つかりません。`,
  'container.created': (v) => `\`${v.name}\`は作成されていますが、起動していません。`,
  'container.created.hint': (v) => `\`docker start ${v.name}\`で起動できます。`,
  'container.exited': (v) => `\`${v.name}\`はもう動いていません。終了コードは${v.code}です。`,
  'container.paused': (v) => `\`${v.name}\`は一時停止中です。\`docker unpause ${v.name}\`で再開できます。`,
  'container.other-image': (v) => `\`${v.name}\`のイメージは\`${v.image}\`です。\`${v.wanted}\`を使ってください。`,
  'container.namesake': (v) =>
    `\`${v.name}\`のイメージは、\`${v.image}\`という名前を付けられた別のイメージです。ラボを離れてもう一度開くと、この名前は元のイメージに戻ります。その後、コンテナを作り直してください。`,
  'container.other-args': (v) =>
    `\`${v.name}\`が実行しているのは\`${v.actual}\`です。\`${v.expected}\`ではありません。`,
  'container.other-args-created': (v) =>
    `\`${v.name}\`のコマンドは\`${v.actual}\`で、\`${v.expected}\`ではありません。しかも、作成されただけで起動していません。`,
  'container.other-args-ended': (v) =>
    `\`${v.name}\`のコマンドは\`${v.actual}\`で、\`${v.expected}\`ではありません。しかも終了コード${v.code}で終了しています。`,
  'container.tried-args': (v) =>
    `起動したコンテナのコマンドは\`${v.actual}\`で、\`${v.expected}\`ではありません。そのコンテナはもう存在しません。`,
  'container.vanished': (v) =>
    `\`${v.args}\`を実行するはずのコンテナはもう存在しません。動き続けている必要があります。`,
  'container.no-image': (v) => `イメージ\`${v.image}\`はこのマシンにありません。使うイメージは\`${v.wanted}\`です。`,
  'container.image-late': (v) =>
    `イメージ\`${v.image}\`はまだマシンに読み込んでいる途中でした。もう一度実行してください。`,
  'container.name-taken': (v) =>
    `コンテナは作成されませんでした。\`${v.name}\`という名前のコンテナがすでにあります。\`docker rm -f ${v.name}\`で削除するか、別の名前を使ってください。`,
  'container.refused': () =>
    '最後の`docker run`または`docker create`では、コンテナが作成されませんでした。エンジンの応答はシェルに表示されています。',
  'container.engine-failed': (v) => `マシンのDockerエンジンがコンテナを作成できませんでした: ${v.error}`,
  'container.image-gone': (v) =>
    `このラボに必要なイメージ\`${v.image}\`がマシンからなくなっています。ラボを離れてもう一度開くと、イメージが読み込み直されます。`,
  'container.on-machine': (v) => `\`${v.args}\`はコンテナの中ではなく、マシン自体の上で動いています。`,
};
