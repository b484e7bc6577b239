import type { setup as en } from '../en/setup.ts';
import { joined } from './names.ts';

export const setup: typeof en = {
  'setup.later': (v) => `このあと: ${joined(v.titles)}`,
  'setup.task-install-engine': () => 'ディストリビューションのパッケージからDockerをインストールしています',
  'setup.task-start-engine': () => 'Dockerエンジンを起動しています',
  'setup.task-images': () => 'イメージ',
  'setup.task-registry': (v) => `イメージレジストリに${v.base}を問い合わせています`,
  'setup.task-base': () => 'Debianのパッケージからベースイメージを作成しています',
  'setup.task-image': (v) => `イメージ${v.name}をビルドしています`,

  'setup.why-absent': () => '何もありません',
  'setup.why-denied': () => 'アクセス権がありません',
  'setup.why-refused': () => '待ち受けているプロセスがありません',
  'setup.why-timeout': () => '時間内に応答がありません',
  'setup.why-unknown-host': () => 'ホスト名を解決できません',
  'setup.why-error': (v) => v.text,
  'setup.why-status': (v) => `ステータス${v.status}が返されました: ${v.text}`,
  'setup.why-no-engine': () => '応答したのはDockerエンジンではありません',
  'setup.why-unreadable': () => 'アドレスの形式が正しくありません',
  'setup.why-no-context': () => 'その名前のdockerコンテキストはありません',
  'setup.why-ssh': () => 'ssh経由のエンジンには直接接続しません',

  'setup.engine-named-silent': (v) =>
    `環境変数で指定されたDockerエンジンが応答しません: ${v.host}（${v.why}）\nエンジンを起動するか、\`unset DOCKER_HOST DOCKER_CONTEXT\`を実行すると、Seatrialがほかのエンジンを探します。`,
  'setup.engine-ssh': (v) =>
    `環境変数で指定されたDockerエンジンはssh経由です（${v.host}）。Seatrialはsshで直接は接続しないため、エンジンのソケットを転送して、それを指定してください。\n  ssh -fNL /tmp/docker.sock:/var/run/docker.sock ${v.to}\n  export DOCKER_HOST=unix:///tmp/docker.sock`,
  'setup.engine-denied': (v) =>
    `Dockerエンジンはありますが（${v.host}）、ユーザー${v.user}には使う権限がありません。次のコマンドで、使えるグループにユーザーを追加してから、ログインし直してください。\n  sudo usermod -aG docker ${v.user}\n  newgrp docker`,
  'setup.engine-slow': (v) =>
    `Dockerエンジンはありますが（${v.host}）、応答がありません。負荷が高いか、ハングしている可能性があります。少し待ってからやり直し、それでも応答がなければ再起動してください。\n  sudo systemctl restart docker`,
  'setup.engine-darwin': () =>
    'このMacではDockerエンジンが応答しません。Docker Desktopを起動するか、Colimaをインストールして起動してください。\n  brew install colima docker\n  colima start',
  'setup.engine-platform': (v) =>
    `Dockerエンジンが応答せず、${v.platform}ではSeatrialがインストールすることもできません。Docker (https://docs.docker.com/get-docker/) をインストールして起動し、もう一度同じコマンドを実行してください。`,
  'setup.engine-forbidden': (v) =>
    `このコンピューター（${v.distribution}）ではDockerエンジンが応答しません。SEATRIAL_INSTALL=neverが設定されているため、Seatrialはインストールも起動も行いません。次のコマンドを実行してください。\n  sudo apt-get install docker.io\n  sudo systemctl start docker`,
  'setup.engine-no-apt': (v) =>
    `Dockerエンジンが応答しません。Seatrialがインストールできるのは、DebianとUbuntuだけです（このコンピューターは${v.distribution}）。https://docs.docker.com/engine/install/ の手順でインストールしてから、次のコマンドを実行してください。\n  sudo systemctl enable --now docker`,
  'setup.engine-install-root': (v) =>
    `Dockerエンジンがインストールされていません。ユーザー${v.user}は、パスワードなしではインストールできません。次のコマンドを実行し、ログインし直してからSeatrialを始めてください。\n  sudo apt-get install docker.io\n  sudo usermod -aG docker ${v.user}`,
  'setup.engine-start-root': (v) =>
    `Dockerはインストールされていますが、動いていません。ユーザー${v.user}は、パスワードなしでは起動できません。次のコマンドを実行してください。\n  sudo systemctl start docker`,
  'setup.engine-installs': (v) =>
    `このコンピューターではDockerエンジンが応答しません。${v.distribution}のパッケージ（docker.io）をインストールして起動します。`,
  'setup.engine-starts': () => 'Dockerはインストールされていますが、動いていません。起動します。',
  'setup.ask-install': () => 'Dockerをインストールして起動しますか？',
  'setup.ask-install-sudo': () =>
    'Dockerをインストールして起動しますか？ パスワードの入力が必要です。また、現在のユーザーを、rootと同等の権限を持つdockerグループに追加します。',
  'setup.ask-start': () => 'Dockerエンジンを起動しますか？',
  'setup.engine-declined': () =>
    'Dockerエンジンがないと、ラボは始められません。ご自分で起動するか、Seatrialをもう一度実行して「はい」を選んでください。',
  'setup.engine-other-installs': () => '別のSeatrialがDockerエンジンを準備しています。終わるまで待ちます。',
  'setup.engine-start-failed': (v) =>
    `Dockerエンジンが起動しません。ログ（/var/log/dockerd.logまたは\`journalctl -u docker\`）の末尾は次のとおりです。\n\n${v.log}\n`,
  'setup.engine-new-group': (v) =>
    `Dockerエンジンは動いており、${v.user}をdockerグループに加えましたが、このログインにはまだ反映されていません。次のコマンドを実行してから、もう一度Seatrialを始めてください。\n  newgrp docker`,

  'setup.disk-full': (v) =>
    `ディスクに空きがありません。Seatrialには約3 GB必要です。空き容量は\`df -h\`で、Dockerの使用量は\`docker system df\`で確認できます。\n\n${v.log}\n`,
  'setup.apt-locked': (v) =>
    `別のプログラムがパッケージをインストールしています。終わるのを待ってから、もう一度同じコマンドを実行してください。\n\n${v.log}\n`,
  'setup.apt-unreachable': (v) =>
    `パッケージアーカイブに接続できないため、${joined(v.names)}を用意できません。ネットワークかプロキシの設定を確認してから、もう一度同じコマンドを実行してください。\n\n${v.log}\n`,
  'setup.apt-failed': (v) =>
    `パッケージ（${joined(v.names)}）をインストールできませんでした。最後の出力は次のとおりです。\n\n${v.log}\n`,

  'setup.image-unknown': (v) =>
    `images/に「${v.name}」というイメージはありません。あるのは次のとおりです: ${joined(v.names)}`,
  'setup.image-recipe': (v) =>
    `images/${v.name}/Dockerfileには、用途を説明する1行目のコメントか、\`ARG BASE=…\`の行がありません。`,
  'setup.image-failed': (v) => `イメージ${v.name}をビルドできませんでした。最後の出力は次のとおりです。\n\n${v.log}\n`,
  'setup.image-other-builds': (v) => `別のSeatrialがイメージ${v.name}をビルドしています。終わるまで待ちます。`,
  'setup.image-in-use': (v) =>
    `コンテナが${v.reference}を使用しています。\`seatrial clean\`でラボの残りを削除してから、もう一度同じコマンドを実行してください。`,
  'setup.base-no-tool': (v) =>
    `イメージレジストリが応答しません。その場合はDebianのパッケージからイメージを作りますが、${v.distribution}には必要なmmdebstrapがありません。DebianかUbuntuでは次のコマンドを実行してください。\n  sudo apt-get install mmdebstrap\nそれ以外では、エンジンがレジストリに接続できるようにしてください（\`docker pull debian:trixie-slim\`が成功する必要があります）。`,

  'setup.images-head': () => 'イメージ\t状態\tサイズ\t経過\t用途',
  'setup.images-current': () => '最新',
  'setup.images-old': () => '古い',
  'setup.images-missing': () => '未作成',
  'setup.images-base': () => 'レジストリが応答しないときに、ほかのイメージの土台になります',
  'setup.images-ready': (v) => `${v.count}個のイメージが使えます。`,
  'setup.images-removed': (v) => `${v.reference}を削除しました。`,
  'setup.images-nothing-removed': () => '削除するものはありませんでした。',

  'setup.doctor-node': () => 'Node.js',
  'setup.doctor-platform': () => 'プラットフォーム',
  'setup.doctor-engine': () => 'Dockerエンジン',
  'setup.doctor-cgroup': () => 'コントロールグループ',
  'setup.doctor-privileged': () => '特権コンテナ',
  'setup.doctor-memory': () => 'メモリ',
  'setup.doctor-disk': () => 'ディスク',
  'setup.doctor-registry': () => 'イメージレジストリ',
  'setup.doctor-images': () => 'イメージ',
  'setup.doctor-engine-at': (v) => `${v.version} ${v.host}（${v.source}）`,
  'setup.doctor-source-host': () => 'DOCKER_HOSTの指定',
  'setup.doctor-source-context': (v) => `dockerコンテキスト${v.name}`,
  'setup.doctor-source-usual': () => '通常の場所',
  'setup.doctor-engine-none': (v) =>
    `応答するエンジンがありません。次の場所を調べました。\n${v.tried}\n可能な環境では、\`npm start\`がインストールまたは起動します。`,
  'setup.doctor-tried': (v) => `  ${v.host}: ${v.why}`,
  'setup.doctor-cgroup-is': (v) => `バージョン${v.version}`,
  'setup.doctor-privileged-ok': (v) => `起動できます（${v.ms} ms）`,
  'setup.doctor-privileged-untried': () =>
    'イメージがまだないため、試していません。`seatrial images build`で作成できます。',
  'setup.doctor-privileged-no': (v) =>
    `ラボのマシンに必要な特権コンテナを、エンジンが拒否しました: ${v.text}\nルートレスモードなど、権限の限られたエンジンではラボを実行できません。rootで動くエンジンを使ってください。`,
  'setup.doctor-memory-is': (v) => `${v.total}のうち${v.free}が空いています`,
  'setup.doctor-memory-low': (v) =>
    `空きが${v.free}しかありません。ラボには1 GB必要です。ほかのプログラムを終了してください。`,
  'setup.doctor-disk-is': (v) => `${v.path}に${v.free}の空きがあります`,
  'setup.doctor-disk-low': (v) =>
    `${v.path}の空きが${v.free}しかありません。イメージには3 GB必要です。Dockerの使用量は\`docker system df\`で確認できます。`,
  'setup.doctor-registry-yes': () => 'エンジンから接続できます',
  'setup.doctor-registry-no': () => 'エンジンから接続できません。代わりにDebianのパッケージからイメージを作成します。',
  'setup.doctor-registry-neither': () =>
    'エンジンから接続できません。パッケージからイメージを作成するmmdebstrapもありません: `sudo apt-get install mmdebstrap`',
  'setup.doctor-images-all': (v) => `${v.count}個すべて最新です`,
  'setup.doctor-images-missing': (v) => `最新でないもの: ${joined(v.names)}。\`seatrial images build\`で作成できます。`,
  'setup.doctor-fine': () => 'ラボに必要なものはすべてそろっています。',
  'setup.doctor-trouble': (v) => `ラボの妨げになる問題が${v.count}件あります。`,
};
