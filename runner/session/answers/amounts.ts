const before: readonly (readonly [name: string, sign: RegExp])[] = [
  ['more than', /\b(?:more than|over|above|at least|greater than|no less than)\s*$/i],
  ['less than', /\b(?:less than|fewer than|under|below|no more than)\s*$/i],
  ['half of', /\bhalf(?: of| the)?\s*$|半分の\s*$/i],
  ['twice', /\b(?:twice|double|triple|(?:\w+ )?times)\s*$/i],
  ['minus', /\b(?:minus|negative)\s*$|マイナス\s*$/i],
];

const behind =
  /^\s*(?:個|つ|人|回|件|本|台|接続|秒|コネクション)?(より(?:大き|多|上|小さ|少な|下)|以上|以下|未満|超|を(?:超え|上回|下回)|の半分|の?倍|[万億兆千百](?!\S*番)|(?:dozens?|hundreds?|thousands?|millions?|billions?|or (?:more|less|fewer))\b)/i;

/** What makes another amount of the number beside it: `more than 3`, `3以上`, `3万`. As it is written where it stands behind. */
export const otherAmount = (left: string, right: string): string | undefined =>
  before.find(([, sign]) => sign.test(left))?.[0] ?? behind.exec(right)?.[1];

const time =
  '(?:millisec(?:ond)?|sec(?:ond)?|minute|min|hour|day|week|month|year)s?|ms|秒間?|分間?|時間|日間?|週間?|か月|年';
const size = '[kmgt]i?b|bytes?|bits?|バイト|キロバイト|メガバイト';
const money = '円|ドル|dollars?|euros?|yen';
const counted =
  '(?:times|process(?:es)?|containers?|pods?|hosts?|nodes?|machines?|workers?|threads?|users?|files?|lines?|cpus?|cores?|ports?)';
const noun = '(?:番?ポート|プロセス|コンテナ|スレッド|ワーカー|ユーザー|行目?|(?:つ|個|番|台|回|人)目)';
// A name goes on, a counted noun does not: `3 worker connections`.
const end = '(?=$|[^\\w\\s-]|\\s+(?:is|are|has|have|had|in|on|of|for|each|per|and)\\b|\\s*$)';

const unit = new RegExp(`^\\s*((?:${time}|${size}|${money})(?![A-Za-z])|${counted}${end}|${noun})`, 'i');
const counter = /^\s*([つ個台回人本件枚度](?!番))/;

/** What a number counts, where it is followed by that: `3 seconds`, `3プロセス`. */
export const unitOf = (right: string): string | undefined => unit.exec(right)?.[1];

const ofTime = /time|sec|period|delay|interval|age|ttl|duration|wait/i;
const ofSize = /mem|size|byte|disk|storage|shm|quota/i;

/** Whether a column may be counted in a unit: `keepalive_timeout` in seconds, `PidsLimit` in processes. */
export function isUnitOf(named: string, column: string): boolean {
  if (new RegExp(`^(?:${time})$`, 'i').test(named)) return ofTime.test(column);
  if (new RegExp(`^(?:${size})$`, 'i').test(named)) return ofSize.test(column);
  const stem = /^proc|プロセス|^thread|スレッド/i.test(named)
    ? '(?:proc|pid|thread|task)'
    : named.replace(/(?:es|s)$/i, '');
  // What is counted comes last: `worker_connections` are no workers.
  return new RegExp(stem, 'i').test(column.slice(column.lastIndexOf('_') + 1));
}

/** How many, and of nothing in particular: `3つ`. */
export const counterOf = (right: string): string | undefined =>
  counter.exec(right)?.[1] ?? /^\s*(s)\b/.exec(right)?.[1];
