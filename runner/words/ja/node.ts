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
};
