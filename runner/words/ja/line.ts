import type { line as en } from '../en/line.ts';

export const line: typeof en = {
  'line.prompt': (v) =>
    `行の先頭にプロンプトの記号\`${v.sign}\`があります。これはコマンドの一部ではありません。その後ろだけを入力してください: \`${v.rest}\``,
  'line.sign': (v) =>
    `\`${v.word}\`に文章用の記号\`${v.sign}\`が入っています。シェルで使うのは\`${v.right}\`です。キーボードから入力し直してください。`,
  'line.blank': (v) =>
    `\`${v.line}\`に全角スペースまたは改行しないスペースが入っており、シェルが単語の一部とみなしています。半角スペースで入力し直してください。`,
  'line.wide': (v) =>
    `\`${v.line}\`は全角文字で書かれているため、シェルが認識できません。日本語入力をオフにして\`${v.plain}\`と入力してください。`,
  'line.unknown': (v) => `\`${v.word}\`というコマンドはありません。つづりを確認してください。`,
  'line.unknown-near': (v) => `\`${v.word}\`というコマンドはありません。もしかして\`${v.near}\`ですか？`,
  'line.docker-option': (v) =>
    `\`${v.option}\`を付けると別のDockerエンジンに接続するため、このマシンのエンジンには何も届いていません。\`${v.option}\`を付けずに入力してください。`,
  'line.docker-variable': (v) =>
    `シェルの変数\`${v.name}\`に\`${v.value}\`が設定されているため、\`docker\`は別のエンジンに接続しています。\`unset ${v.name}\`を実行すると、このマシンのエンジンに戻ります。`,
  'line.docker-context': (v) =>
    `\`docker\`は、このマシンのエンジンではなく、コンテキスト\`${v.context}\`のエンジンに接続しています。\`docker context use default\`を実行すると元に戻ります。`,
  'line.docker-user': (v) =>
    `ユーザー\`${v.user}\`にはDockerエンジンに接続する権限がありません。ソケットを使えるのは**root**とグループ\`docker\`だけです。このシェルではrootとして操作できるため、ユーザーを切り替えずに入力してください。`,
  'line.docker-unknown': (v) =>
    `\`docker\`に\`${v.word}\`というコマンドはないため、エンジンには何も届いていません。\`docker --help\`でコマンドの一覧を確認できます。`,
  'line.docker-unknown-near': (v) =>
    `\`docker\`に\`${v.word}\`というコマンドはないため、エンジンには何も届いていません。もしかして\`docker ${v.near}\`ですか？`,
  'line.docker-refused': (v) =>
    `クライアントがこの書き方を受け付けなかったため、Dockerエンジンには何も届いていません。理由はシェルに表示されています。書き方は\`${v.command} --help\`で確認できます。`,
  'line.kubectl-option': (v) =>
    `\`${v.option}\`を付けると、このラボのものではないクラスターやアカウントが使われます。\`${v.option}\`を付けずに入力してください。`,
  'line.kubectl-variable': (v) =>
    `シェルの変数\`KUBECONFIG\`が設定されているため、\`kubectl\`は\`${v.value}\`を読み込んでいます。\`unset KUBECONFIG\`を実行すると、このラボのクラスターに戻ります。`,
  'line.kubectl-exec': (v) =>
    `\`kubectl exec\`では、Podの中で実行するコマンドの前に\`--\`が必要です: \`kubectl exec ${v.pod} -- ${v.command}\``,
  'line.kubectl-unknown': (v) =>
    `\`kubectl\`に\`${v.word}\`というコマンドはないため、クラスターには何も届いていません。\`kubectl --help\`でコマンドの一覧を確認できます。`,
  'line.kubectl-unknown-near': (v) =>
    `\`kubectl\`に\`${v.word}\`というコマンドはないため、クラスターには何も届いていません。もしかして\`kubectl ${v.near}\`ですか？`,
  'line.kubectl-refused': (v) =>
    `\`kubectl\`がこの書き方を受け付けなかったため、クラスターには何も届いていません。理由はシェルに表示されています。書き方は\`${v.command} --help\`で確認できます。`,
  'line.kill-user': (v) =>
    `ユーザー\`${v.user}\`がシグナルを送れるのは自分のプロセスだけなので、\`${v.program}\`は拒否されました。このシェルではrootとして操作できるため、ユーザーを切り替えずに入力してください。`,
  'line.kill-nothing': (v) =>
    `\`${v.line}\`のシグナルはどのプロセスにも届いていません。プロセスとそのPIDは\`ps -ef\`で確認できます。`,
};
