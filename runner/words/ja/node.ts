import type { node as en } from '../en/node.ts';

export const node: typeof en = {
  'setup.task-node': (v) => `DebianパッケージとGoモジュールからKubernetes ${v.version}のノードをビルドしています`,
  'setup.task-go': () => 'ビルドに使うGoをコンテナにインストールしています',
  'setup.images-go': () => 'ノードのビルドに使うGo。削除してもかまいません',
  'setup.left': (v) => `残り約${v.time}`,
  'setup.task-kind': (v) => `クラスターを作成するkind ${v.version}をダウンロードしています`,
  'setup.task-kind-build': (v) => `Goモジュールからkind ${v.version}をビルドしています`,
  'setup.kind-other': () => '別のSeatrialがkindを用意しています。終わるまで待ちます。',
  'setup.go-unreachable': (v) =>
    `${v.what}のビルドに必要なGoモジュールを取得できません。ネットワークと、必要な場合は\`GOPROXY\`や\`HTTPS_PROXY\`を確認してから、もう一度同じコマンドを実行してください。途中から再開します。\n\n${v.log}\n`,
  'setup.go-memory': (v) =>
    `メモリが足りず、${v.what}をビルドできませんでした。ビルドには2 GB必要です。ほかのプログラムを終了してから、もう一度同じコマンドを実行してください。途中から再開します。\n\n${v.log}\n`,
  'setup.go-failed': (v) =>
    `${v.what}をビルドできませんでした。最後の出力は次のとおりです。メモリやディスクが足りているかは\`seatrial doctor\`で確認できます。\n\n${v.log}\n`,
  'setup.doctor-kind': () => 'kind',
  'setup.doctor-kind-at': (v) => `${v.version}（${v.program}）`,
  'setup.doctor-kind-none': (v) =>
    `kind ${v.needed}はまだありません。最初のKubernetesラボで、Seatrial専用のものをダウンロードまたはビルドします。`,
  'setup.doctor-kind-old': (v) =>
    `${v.program}は${v.version}で、${v.needed}より古いため使いません。最初のKubernetesラボで、Seatrial専用のものをダウンロードまたはビルドします。`,
  'setup.doctor-kind-docker': () =>
    'kindがクラスターの作成に使う`docker`コマンドがありません。Kubernetesラボには必要です。DebianかUbuntuでは次のコマンドを実行してください。\nsudo apt-get install docker-cli || sudo apt-get install docker.io',
  'setup.doctor-kubernetes': () => 'Kubernetesラボ',
  'setup.doctor-cluster-is': (v) =>
    `ノードのイメージは用意できています。メモリは${v.needed}必要で、${v.free}空いています`,
  'setup.doctor-cluster-low': (v) =>
    `メモリの空きが${v.free}しかありません。クラスターとラボには${v.needed}必要です。始める前にほかのプログラムを終了してください。`,
  'setup.doctor-node-with-go': (v) =>
    `ノードのイメージがまだありません。イメージレジストリに接続できない場合は、Go ${v.version}（${v.program}）で一度だけビルドします（数分かかります）。\`seatrial images build node\`で今すぐビルドできます。`,
  'setup.doctor-node-without-go': () =>
    'ノードのイメージがまだありません。イメージレジストリに接続できない場合は、コンテナ内のGoで一度だけビルドします（数分かかります）。ビルド中は2 GBのメモリと8 GBのディスクが必要です。`seatrial images build node`で今すぐビルドできます。',
};
