import type { checks as en } from '../en/checks.ts';

export const checks: typeof en = {
  'container.runs': (v) => `コンテナ\`${v.name}\`がバックグラウンドで\`${v.args}\`を実行しています。`,
  'container.run': (v) => {
    const names = v.names
      .split(' ')
      .map((each) => `\`${each}\``)
      .join('、');
    return `複数のコンテナがバックグラウンドで\`${v.args}\`を実行しています: ${names}`;
  },
  'container.none': (v) => `\`${v.args}\`を実行しているコンテナはまだありません。`,
  'container.foreground': (v) =>
    `コンテナ\`${v.name}\`は\`${v.args}\`を実行していますが、フォアグラウンドで動いており、ターミナルを占有しています。`,
  'container.foreground.hint': () =>
    '`-it`で起動した場合は、Ctrl-P、Ctrl-Qの順に押すとデタッチ（detach）できます。そうでなければCtrl-]、続けて`f`を押してください。コンテナは動いたまま、シェルだけが解放されます。',
  'container.failed': (v) => `コンテナ\`${v.name}\`を起動できませんでした: ${v.error}`,
  'container.no-program': (v) =>
    `コンテナ\`${v.name}\`は終了コード${v.code}で終了しました。コンテナ内に\`${v.program}\`が見つかりません。`,
  'container.created': (v) => `コンテナ\`${v.name}\`は作成されていますが、起動していません。`,
  'container.created.hint': (v) => `\`docker start ${v.name}\`で起動できます。`,
  'container.exited': (v) => `コンテナ\`${v.name}\`はもう動いていません。終了コードは${v.code}です。`,
  'container.paused': (v) => `コンテナ\`${v.name}\`は一時停止中です。\`docker unpause ${v.name}\`で再開できます。`,
  'container.other-image': (v) =>
    `コンテナ\`${v.name}\`のイメージは、\`${v.wanted}\`ではなく\`${v.image}\`です。\`${v.wanted}\`を使ってください。`,
  'container.namesake': (v) =>
    `コンテナ\`${v.name}\`のイメージは、\`${v.image}\`という名前を付けられた別のイメージです。ラボを離れてもう一度開くと、この名前は元のイメージに戻ります。その後、コンテナを作り直してください。`,
  'container.other-args': (v) =>
    `コンテナ\`${v.name}\`が実行しているのは、\`${v.expected}\`ではなく\`${v.actual}\`です。`,
  'container.other-args-created': (v) =>
    `コンテナ\`${v.name}\`のコマンドは、\`${v.expected}\`ではなく\`${v.actual}\`です。また、作成されただけで、起動していません。`,
  'container.other-args-ended': (v) =>
    `コンテナ\`${v.name}\`のコマンドは、\`${v.expected}\`ではなく\`${v.actual}\`です。また、終了コード${v.code}で終了しています。`,
  'container.tried-args': (v) =>
    `起動したコンテナのコマンドは、\`${v.expected}\`ではなく\`${v.actual}\`です。また、そのコンテナはもう存在しません。`,
  'container.vanished': (v) =>
    `\`${v.args}\`を実行するはずだったコンテナは、もう存在しません。コンテナは動き続けている必要があります。`,
  'container.no-image': (v) => `イメージ\`${v.image}\`はこのマシンにありません。使うイメージは\`${v.wanted}\`です。`,
  'container.image-late': (v) =>
    `イメージ\`${v.image}\`を、まだマシンに読み込んでいる途中でした。もう一度実行してください。`,
  'container.name-taken': (v) =>
    `エンジンはコンテナを作成しませんでした。\`${v.name}\`という名前のコンテナがすでにあります。\`docker rm -f ${v.name}\`で削除するか、別の名前を使ってください。`,
  'container.refused': () =>
    'エンジンは、最後の`docker run`または`docker create`でコンテナを作成しませんでした。エンジンの応答はシェルに表示されています。',
  'container.engine-failed': (v) => `マシンのDockerエンジンがコンテナを作成できませんでした: ${v.error}`,
  'container.image-gone': (v) =>
    `このラボに必要なイメージ\`${v.image}\`がマシンからなくなっています。ラボを離れてもう一度開くと、イメージが読み込み直されます。`,
  'container.on-machine': (v) => `\`${v.args}\`はコンテナの中ではなく、マシン上で直接動いています。`,
};
