import type { learned as en } from '../en/learned.ts';
import { joined } from './names.ts';

export const learned: typeof en = {
  'learned.shown': () => '学習者が解答例を表示しました。',
  'learned.skipped': () => '学習者がステップをスキップしました。',
  'learned.open': () => 'このステップは完了していません。',
  'learned.ahead': () => '学習者はこのステップまで進んでいません。',
  'learned.reporters': (v) =>
    `学習者の記録は「${v.given}」形式では出力できません。指定できる形式: ${joined(v.allowed)}`,
  'learned.no-terminal': () =>
    '操作できるターミナルがないため、標準入力からコマンドを1行ずつ読み取ります。`hint`、`answer …`、`solution`、`solve`、`skip`、`check`、`leave`はターミナルと同じように使えます。',
  'learned.held': (v) => `\`${v.line}\`からプロンプトが戻りません。続きは同じマシンの別のシェルに入力します。`,
};
