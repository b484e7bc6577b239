import { askedColumn, fromRows } from './columns.ts';
import type { Kind } from './kind.ts';
import { digitsFor } from './numerals.ts';
import { said } from './said.ts';
import { toolRows, withoutLooking } from './tools/read.ts';

const canonical = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** A whole number that is no part of anything else: of a path, a time, an address, a range. */
const pidIn = (word: string): string | undefined => {
  const digits = /^_*(?:no\.?|pid[_-]?)?(\d{1,10})_*$/i.exec(word)?.[1];
  return digits === undefined ? undefined : canonical(digits);
};

/** What is said of a number, in the order in which it decides: a parent's PID is the parent's. */
const names: readonly (readonly [name: string, sign: RegExp])[] = [
  ['ppid', /\bppid\b|parent(?!hes)|親/i],
  ['pgid', /\bpgid\b|\bprocess group|プロセスグループ/i],
  ['sid', /\bsid\b|\bsession|セッション/i],
  ['tid', /\b[tl]id\b|\blwp\b|thread|スレッド/i],
  ['user', /\b[eu]?uid\b|\buser id\b|ユーザー?ID/i],
  ['gid', /\bgid\b|グループID/i],
  ['port', /\bport\b|ポート/i],
  ['exit code', /\bexit|終了コード/i],
  ['seconds', /\bsec(?:onds|s)?\b|秒/i],
  ['line', /\bline\b|行目/i],
  ['pid', /\bpids?\b|\bprocess (?:id|number)\b|プロセスID|プロセス番号/i],
];

const nameIn = (text: string): string | undefined => names.find(([, sign]) => sign.test(text))?.[0];

/** A process's number. Tools have others beside it, the parent's above all, and a sentence may, too. */
export const pid: Kind = {
  read: (text, asked) => {
    const column = askedColumn(asked, 'pid');
    const found = fromRows(withoutLooking(toolRows(text)), column, pidIn);
    if (found) return found;
    const spaced = digitsFor(
      text.replace(/\d+(?=の(?:PID|プロセス))/gi, ' ').replace(/^PIDs? (?=[a-z]+\W?$)/i, ''),
    ).replace(/\b(p?pid|[ug]id)\s*[:=#.-]?\s*(?=\d)/gi, '$1 ');
    return said(spaced, { value: pidIn, name: nameIn, column }, asked);
  },
  same: (value, wanted) => value === canonical(wanted.trim()),
};
