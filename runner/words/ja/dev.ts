import type { dev as en } from '../en/dev.ts';
import { joined } from './names.ts';

export const dev: typeof en = {
  'dev.no-terminal': () =>
    '`seatrial dev`はターミナルに画面を描きますが、ターミナルがないか、描画できない設定です（`NO_COLOR`、`TERM=dumb`、スクリーンリーダー）。',
  'dev.instead': (v) =>
    `\`seatrial test --watch ${v.lab}\`なら変更した部分を1行ずつ検証できます。\`seatrial run --plain ${v.lab}\`なら画面を描かずに開けます。`,
  'dev.starting': () => 'ラボを書くためのマシンを起動しています…',
  'dev.left': () => 'マシンを削除しました。ファイルは保存したままです。',
  'dev.help': () => '作者用',
  'dev.help.goTo': () => 'ステップへ移動します。前のステップは自動で解きます',
  'dev.help.try': () => 'ステップの解答例、別解、誤りを入力し、宣言どおりになるか確かめます',
  'dev.help.evidence': () => '各チェックが見たものと判定、きっかけをそのまま表示します',
  'dev.help.reopen': () => 'ステップを開始時の状態に戻します',
  'dev.help.fresh': () => '新しいマシンを用意し、このステップまで進めます',
  'dev.key.goTo': () => '移動',
  'dev.key.try': () => '試す',
  'dev.key.evidence': () => '根拠',
  'dev.key.reopen': () => '最初の状態に戻す',
  'dev.key.fresh': () => '新しいマシン',
  'dev.key.move': () => '選ぶ',
  'dev.key.fold': () => '開閉',
  'dev.key.foldAll': () => 'すべて開閉',
  'dev.key.step': () => 'ステップ',
  'dev.page.goTo': () => 'ステップへ移動',
  'dev.page.try': () => 'ステップの宣言を試す',
  'dev.page.evidence': () => 'チェックが見たもの',
  'dev.trial.solution': () => '解答例',
  'dev.trial.variant': () => '別解　',
  'dev.trial.mistake': () => '誤り　',
  'dev.look': (v) => `${v.topic} ${v.at}、${v.took} ms`,
  'dev.looks': (v) => `${v.count}回確認`,
  'dev.unseen': () => 'まだ確認していません',
  'dev.unanswered': () => 'まだ応答がありません',
  'dev.broken': (v) =>
    v.count === 1
      ? '保存された内容に誤りがあるため、直前のラボのまま続けます。'
      : `保存された内容に誤りが${v.count}件あるため、直前のラボのまま続けます。最初の誤り:`,
  'dev.unwatched': (v) =>
    `ファイルの変更を監視できません（${v.text}）。\`r\`で読み直せます。監視の数が上限に達している場合は、\`sysctl fs.inotify.max_user_instances=512\`で増やせます。`,
  'dev.stale': (v) => `\`${v.what}\`が変わりました。\`n\`で新しいマシンを作ると反映されます。`,
  'dev.reread': (v) =>
    v.steps === '' ? `${v.time}に読み直しました。` : `${v.time}に読み直しました: ${joined(v.steps)}`,
  'dev.behind': (v) =>
    `完了済みのステップの判定が変わりました: ${joined(v.steps)}。\`g\`で新しいマシンを作成し、そのステップへ戻れます。`,
  'dev.held': () => 'コマンドがシェルを占有しているため、入力できません。先に終了させてください（`f`）。',
  'dev.going': (v) => `「${v.step}」へ移動しています（${v.done}/${v.of}）。「${v.now}」を解いています…`,
  'dev.fresh': () => '新しいマシンを用意しています…',
  'dev.arrived': (v) => `前のステップを解き、「${v.step}」まで進めました。`,
  'dev.at-start': () => '新しいマシンです。まだ何も行われていません。',
  'dev.restoring': () => 'マシンをこのステップの開始時の状態に戻しています…',
  'dev.restored': () => 'マシンをステップの開始時の状態に戻し、ステップを開き直しました。',
  'dev.not-restored': () => '元に戻せない操作があったため、新しいマシンを用意してこのステップまで進めました。',
  'dev.trying': (v) => `\`${v.what}\`を入力しています…`,
  'dev.passes': (v) => `\`${v.what}\`でステップが完了します。`,
  'dev.earns': (v) => `\`${v.what}\`ではステップは完了せず、「${v.expected}」と説明されます。`,
  'dev.earns-undone': (v) =>
    `\`${v.what}\`ではステップは完了せず、次のように説明されます（その後、元に戻しました）: ${v.said}`,
  'dev.summary': () => 'パネルで`g`を押すと、前のステップへ戻れます。マシンは終了時に削除されます。',
  'dev.over': () => 'すべてのステップが終わりました。`g`で新しいマシンを作成し、前のステップへ戻れます。',
};
