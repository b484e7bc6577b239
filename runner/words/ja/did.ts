import type { did as en } from '../en/did.ts';
import { listed } from './names.ts';

const kinds: Readonly<Record<string, string>> = {
  containers: 'コンテナ',
  images: 'イメージ',
  networks: 'ネットワーク',
  volumes: 'ボリューム',
};

const kind = (what: string): string => kinds[what] ?? what;

export const did: typeof en = {
  'exec.done': (v) => `コンテナ\`${v.name}\`の中で\`${v.what}\`を実行しました。`,
  'exec.top': (v) => `\`docker top\`でコンテナ\`${v.name}\`のプロセスを確認しました。`,
  'exec.none': (v) => `コンテナ\`${v.name}\`の中ではまだ\`${v.program}\`が実行されていません。`,
  'exec.no-program': (v) => `コンテナ\`${v.name}\`の中に\`${v.program}\`というプログラムが見つかりません。`,
  'exec.quoted': (v) =>
    `コンテナ\`${v.name}\`の中に\`${v.file}\`という名前のプログラムはありません。引用符で囲むと全体が1語になります。引用符を外してください。`,
  'exec.not-found-within': (v) =>
    `コンテナ\`${v.name}\`の中の\`${v.what}\`は終了コード127で終了しました。シェルがプログラムを見つけられませんでした。`,
  'exec.directory': (v) => `コンテナ\`${v.name}\`の\`${v.file}\`はプログラムではなくディレクトリです。`,
  'exec.no-permission': (v) => `コンテナ\`${v.name}\`の\`${v.file}\`を実行する権限がありません。`,
  'exec.no-folder': (v) =>
    `コンテナ\`${v.name}\`の中で\`${v.what}\`は起動しませんでした。作業ディレクトリに指定された\`${v.folder}\`がありません。`,
  'exec.no-user': (v) =>
    `コンテナ\`${v.name}\`の中で\`${v.what}\`は起動しませんでした。ユーザーまたはグループ\`${v.user}\`がありません。`,
  'exec.told-client': (v) =>
    `エンジンはコンテナ\`${v.name}\`の中で\`${v.what}\`を起動できませんでした。エンジンの応答はシェルに表示されています。`,
  'exec.not-started': (v) => `コンテナ\`${v.name}\`の中で\`${v.what}\`は起動しませんでした: ${v.error}`,
  'exec.engine-failed': (v) =>
    `マシンのDockerエンジンは、コンテナ\`${v.name}\`の中で\`${v.what}\`を起動できませんでした: ${v.error}`,
  'exec.failed': (v) =>
    `コンテナ\`${v.name}\`の中の\`${v.what}\`は終了コード${v.code}で終了しました。期待する終了コードは${v.wanted}です。`,
  'exec.showed-nothing': (v) =>
    v.lists.startsWith('/')
      ? `コンテナ\`${v.name}\`の中で\`${v.what}\`は実行されましたが、\`${v.lists}\`の中は何も確認していません。`
      : `コンテナ\`${v.name}\`の中で\`${v.what}\`は実行されましたが、ディレクトリの一覧は表示していません。\`${v.lists}\`があるディレクトリを一覧表示してください。`,
  'exec.showed-other': (v) =>
    v.lists.startsWith('/')
      ? `コンテナ\`${v.name}\`の中で\`${v.what}\`が確認したのは、\`${v.lists}\`ではなく${listed(v.listed)}です。`
      : `コンテナ\`${v.name}\`の中で\`${v.what}\`が一覧表示したのは${listed(v.listed)}で、その中に\`${v.lists}\`はありませんでした。\`${v.lists}\`があるディレクトリを一覧表示してください。`,
  'exec.left-out': (v) =>
    `コンテナ\`${v.name}\`の中で\`${v.what}\`を実行しましたが、この指定では\`${v.lists}\`が表示されません。\`${v.lists}\`も含めてファイルの一覧を表示してください。`,
  'exec.other': (v) => `コンテナ\`${v.name}\`の中で実行したのは、\`${v.program}\`ではなく\`${v.actual}\`です。`,
  'exec.elsewhere': (v) =>
    `確認したのはコンテナ\`${v.other}\`の中です。コンテナ\`${v.name}\`の中ではまだ\`${v.program}\`が実行されていません。`,
  'exec.on-machine': (v) =>
    `\`${v.program}\`はマシン上で直接実行されました。コンテナ\`${v.name}\`の中で実行してください。`,
  'exec.not-running': (v) => `コンテナ\`${v.name}\`が動いていないため、その中では何も実行できません。`,
  'exec.paused': (v) =>
    `コンテナ\`${v.name}\`が一時停止中のため、その中では何も実行できません。\`docker unpause ${v.name}\`で再開できます。`,
  'exec.gone': (v) => `コンテナ\`${v.name}\`はありません。`,
  'exec.line-failed': (v) =>
    `\`${v.line}\`は終了コード${v.code}で失敗しました。理由はシェルに表示されています。コンテナ\`${v.name}\`の中ではまだ\`${v.program}\`が実行されていません。`,
  'exec.hint': (v) => `\`docker exec ${v.name} …\`でコンテナの中のプログラムを実行できます。`,
  'exec.overflow': (v) =>
    `コンテナ\`${v.name}\`の中で一度に多くのプログラムが動いたため、Seatrialが追跡できませんでした。最後のコマンドをもう一度実行してください。`,
  'exec.late': (v) =>
    `Seatrialが追跡を始める前に、コンテナ\`${v.name}\`の中で最後のコマンドが実行されました。同じコマンドをもう一度実行してください。`,
  'exec.blind': (v) =>
    `コンテナ\`${v.name}\`の中で実行されたものをSeatrialが追跡できませんでした（${v.why}）。最後のコマンドをもう一度実行してください。解消しない場合は、ラボを離れて最初からやり直してください。`,
  'listed.done': (v) => `エンジンが${kind(v.what)}の一覧を返しました。`,
  'listed.none': (v) => `${kind(v.what)}の一覧はまだ表示されていません。`,
  'listed.part': (v) =>
    `表示された${kind(v.what)}は${v.shows}個で、ほかに${v.lacks}個あります。すべての${kind(v.what)}の一覧を表示してください。`,
  'listed.again': (v) =>
    `一覧の表示後に${kind(v.what)}が変更されたため、一覧の内容を確認できません。すべての${kind(v.what)}の一覧をもう一度表示してください。`,
  'listed.none-runs': (v) =>
    `一覧は空でした。実行中のコンテナが現在ありません（このステップの開始時は${v.lost}個）。コンテナを起動してから、${kind(v.what)}の一覧を表示してください。`,
  'listed.empty': (v) =>
    `一覧は空でした。${kind(v.what)}が現在ありません（このステップの開始時は${v.lost}個）。${kind(v.what)}を作り直してから、一覧を表示してください。`,
  'listed.refused': (v) =>
    `エンジンが${kind(v.what)}の一覧の要求を拒否しました。エンジンの応答はシェルに表示されています。`,
  'listed.other': (v) => `表示されたのは、${kind(v.what)}ではなく${kind(v.actual)}の一覧です。`,
  'listed.one': (v) => `\`${v.name}\`だけが表示されました。すべての${kind(v.what)}の一覧を表示してください。`,
  'listed.processes': (v) => `表示されたのはマシンのプロセスの一覧です。${kind(v.what)}の一覧を表示してください。`,
  'listed.failed': (v) =>
    `\`${v.line}\`は終了コード${v.code}で失敗しました。${v.what === '' ? '' : `${kind(v.what)}の一覧はまだ表示されていません。`}`,
  'did.called': (v) =>
    v.name === ''
      ? `エンジンが\`${v.call}\`に応答しました。`
      : `エンジンが\`${v.name}\`に対する\`${v.call}\`に応答しました。`,
  'did.none': (v) =>
    v.name === ''
      ? `\`${v.call}\`はまだエンジンに要求されていません。`
      : `\`${v.name}\`に対する\`${v.call}\`は、まだエンジンに要求されていません。`,
  'did.other': (v) => `\`${v.call}\`の対象は、\`${v.name}\`ではなく\`${v.actual}\`です。`,
  'did.refused': (v) =>
    `エンジンが\`${v.name}\`に対する\`${v.call}\`を拒否しました。エンジンの応答はシェルに表示されています。`,
  'did.not-refused': (v) => `エンジンが\`${v.name}\`に対する\`${v.call}\`を実行しました。拒否されるはずの操作です。`,
};
