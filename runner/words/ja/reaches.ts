import type { reaches as en } from '../en/reaches.ts';
import { placed } from './names.ts';

/** From whom, where that need be said. */
const from = (who: string): string => (who === '' ? '' : `${placed(who)}から見ると、`);

const came: Readonly<Record<string, string>> = {
  answered: 'から応答があります',
  refused: 'は接続を拒否します',
  'timed-out': 'には到達できません',
  unresolved: 'の名前を解決できません',
  mute: 'は接続を受け付けますが、応答がありません',
};

const should: Readonly<Record<string, string>> = {
  answered: '応答がある状態にしてください',
  refused: '接続が拒否される状態にしてください',
  'timed-out': '到達できない状態にしてください',
  unresolved: '名前を解決できない状態にしてください',
};

export const reaches: typeof en = {
  'reaches.right': (v) =>
    v.status === ''
      ? `${from(v.from)}\`${v.where}\`${came[v.outcome] ?? v.outcome}。`
      : `${from(v.from)}\`${v.where}\`は${v.status}を返します。`,
  'reaches.silent': (v) => `${from(v.from)}\`${v.where}\`から応答がありません: ${v.why}`,
  'reaches.otherwise': (v) =>
    `${from(v.from)}\`${v.where}\`${came[v.actual] ?? v.actual}${v.why === '' ? '' : `（${v.why}）`}。${should[v.expected] ?? v.expected}。`,
  'reaches.status': (v) => `${from(v.from)}\`${v.where}\`は、${v.expected}ではなく${v.actual}を返します。`,
  'reaches.without': (v) => `${from(v.from)}\`${v.where}\`の応答に「${v.contains}」が含まれていません。`,
  'reaches.not-running': (v) => `${placed(v.from)}が動いていないため、接続を確認できません。`,
};
