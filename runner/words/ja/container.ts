import type { container as en } from '../en/container.ts';

export const container: typeof en = {
  'container.starts': (v) => `コンテナ\`${v.name}\`は起動中です。`,
  'container.restarting': (v) =>
    `コンテナ\`${v.name}\`は終了と再起動を繰り返しています。直前の終了コードは${v.code}です。`,
  'container.disguised': (v) =>
    `コンテナ\`${v.name}\`で\`${v.args}\`と名乗っているプロセスは、実際には\`${v.program}\`です。\`${v.args}\`そのものを実行してください。`,
  'container.replaced': (v) =>
    `コンテナ\`${v.name}\`で動いている\`${v.path}\`は、イメージの\`${v.program}\`とは別のファイルです。イメージにある\`${v.program}\`を実行してください。`,
  'container.brought': (v) =>
    `\`${v.args}\`はコンテナ\`${v.name}\`の中で動いていますが、\`docker exec\`で実行されたものです。\`${v.args}\`を実行するコンテナを新しく起動してください。`,
  'container.brought.hint': (v) =>
    `\`${v.args}\`はこのコンテナの中で動いていますが、あとから\`docker exec\`で実行されたものです。コンテナの起動時に実行されるようにしてください。`,
  'container.not-found': (v) =>
    `コンテナ\`${v.name}\`を起動できませんでした。コンテナ内に\`${v.program}\`が見つかりません。`,
  'container.quoted': (v) =>
    `コンテナ\`${v.name}\`を起動できませんでした。\`${v.program}\`という名前のプログラムはありません。引用符を外すと、\`${v.first}\`がプログラム、\`${v.rest}\`がその引数になります。`,
  'container.quoted.hint': (v) => `\`${v.program}\`という名前のプログラムはありません。内側の引用符を外してください。`,
  'container.no-execution': (v) =>
    `コンテナ\`${v.name}\`は終了コード${v.code}で終了しました。\`${v.program}\`は実行できるプログラムではありません。`,
  'container.is-directory': (v) =>
    `コンテナ\`${v.name}\`を起動できませんでした。\`${v.path}\`はプログラムではなくディレクトリです。`,
  'container.not-executable': (v) =>
    `コンテナ\`${v.name}\`を起動できませんでした。ファイル\`${v.path}\`には実行権限がありません。`,
  'container.no-user': (v) =>
    `コンテナ\`${v.name}\`を起動できませんでした。イメージにユーザー\`${v.user}\`がありません。`,
  'container.no-group': (v) =>
    `コンテナ\`${v.name}\`を起動できませんでした。イメージにグループ\`${v.group}\`がありません。`,
  'container.no-network': (v) =>
    `コンテナ\`${v.name}\`を起動できませんでした。ネットワーク\`${v.network}\`がありません。\`docker network ls\`で一覧を確認できます。`,
  'container.port-taken': (v) =>
    `コンテナ\`${v.name}\`を起動できませんでした。マシンのポート${v.port}はすでに使われています。別のポートを指定するか、使っているプロセスやコンテナを終了してください。`,
  'container.mount': (v) =>
    `コンテナ\`${v.name}\`を起動できませんでした。\`${v.source}\`と\`${v.target}\`は、一方がディレクトリでもう一方がファイルのため、マウントできません。`,
  'container.not-made': (v) => `エンジンはコンテナを作成しませんでした: ${v.error}`,
  'container.no-name': (v) =>
    `エンジンはコンテナを作成しませんでした。\`${v.name}\`はコンテナの名前に使えません。名前は2文字以上で、英数字と\`_\`、\`.\`、\`-\`だけを使い、英数字で始めてください。`,
  'container.is-image': (v) =>
    `コンテナ\`${v.name}\`はありません。\`${v.name}\`はイメージの名前です。\`docker run\`で、このイメージからコンテナを作成して起動できます。`,
  'container.no-such': (v) => `コンテナ\`${v.name}\`はありません。存在するコンテナは\`docker ps -a\`で確認できます。`,
  'client.failed': (v) =>
    `\`${v.line}\`は終了コード${v.code}で失敗し、エンジンには何も届いていません。理由はシェルに表示されています。`,
  'client.misordered': (v) => `\`${v.verb}\`は\`${v.name}\`の前に書きます: \`${v.line}\``,
  'client.ended': (v) =>
    `\`${v.line}\`は終了コード${v.code}で失敗しました。理由はシェルに表示されています。\`${v.args}\`を実行するコンテナはまだありません。`,
  'client.typography': (v) =>
    `入力した行に、\`-\`、\`"\`、\`'\`とは別の文字\`${v.letter}\`が含まれています。キーボードから入力し直してください。`,
};
