import { counterOf, otherAmount, unitOf } from './amounts.ts';
import { askedColumn, fromRows } from './columns.ts';
import type { Asked, Kind } from './kind.ts';
import { digitsFor } from './numerals.ts';
import { ofProgram } from './ofProgram.ts';
import { anotherIn } from './owners.ts';
import { said } from './said.ts';
import { isColumn } from './tools/ps.ts';
import { toolRows, withoutLooking } from './tools/read.ts';
import { columnOf } from './tools/row.ts';

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
  ['signal', /(?:\bsig(?:nal|[A-Z]{2,})|シグナル)\W*$/i],
  ['size', /(?:\bsize|サイズ)\W*$/i],
  ['inode', /\binode\W*$/i],
  ['position', /\b(?:step|column|row|chapter|cpu|core)\W*$/i],
  ['pid', /\bpids?\b|\bprocess (?:id|number)\b|プロセスID|プロセス番号/i],
];

const nameIn = (text: string): string | undefined => names.find(([, sign]) => sign.test(text))?.[0] ?? columnIn(text);

/** `TTY 1`, `RSS: 7`: right behind the name of a column, a number is that one's. */
function columnIn(text: string): string | undefined {
  const word = /([A-Z%]+)(?: ?[:=]| is|は|が)? ?$/.exec(text)?.[1];
  return word !== undefined && isColumn(word) ? columnOf(word) : undefined;
}

/** Called a PID, a number may well have a noun behind it: `PID 1 process`. */
const beside =
  (column: string) =>
  (left: string, right: string, own: string | undefined): string | undefined =>
    otherAmount(left, right) ?? (own === column ? undefined : (unitOf(right) ?? counterOf(right)));

type SeenFrom = NonNullable<NonNullable<Asked['subject']>['place']>;

/** Where a PID is seen, in passing. */
const places: readonly (readonly [name: SeenFrom, sign: RegExp])[] = [
  [
    'inside',
    // `sleep in the container` says which one, and not from where.
    /(?<!\b(?:sleep|process|program|command|one|running|runs|started|nginx|master) )(?:\binside|\bwithin\b|\bin (?:the|its|a|that) (?:container|pod))|(?:コンテナ|Pod|ポッド)(?:の)?(?:中|内|側)(?!の(?!PID))|内側|内部|中(?:で|から)/i,
  ],
  ['outside', /\boutside|\bon (?:the|a|its) (?:host|node|machine)|\bhost\b|\bnode\b|ホスト|外側|外(?:から|で)|ノード/i],
  ['computer', /\bcomputer\b|コンピューター?/i],
];

const placeIn = (text: string): SeenFrom | undefined => places.find(([, sign]) => sign.test(text))?.[0];

/** `container: 1`: its own, or that of its first process on the host. */
const ofContainer =
  /\b(?:container|pod)(?:'s)?(?: pid)?(?=\W*$)|(?:コンテナ|ポッド)(?:の(?:PID|プロセスID))?(?=[はが:= ]*$)/i;

/**
The place of a PID that is asked for from another one. Where both are spoken of beside a single number, it is the one of either; beside
several, whatever else one is called tells it from what is asked for.
*/
function misplaced(text: string, asked: SeenFrom | undefined): (piece: string) => string | undefined {
  const isPlaced = places.find(([name]) => name === asked)?.[1].test(text) === true;
  const isOne = (text.match(/\d+/g) ?? []).length === 1;
  if (asked === undefined || (isPlaced && isOne)) return () => undefined;
  return (piece) => {
    const place = placeIn(piece);
    if (place === asked) return undefined;
    const called = places.find(([name]) => name === place)?.[1].exec(piece)?.[0];
    if (isPlaced) return called ?? ofContainer.exec(piece)?.[0];
    // A machine may be called a computer.
    return place === 'computer' || asked === 'computer' ? undefined : called;
  };
}

/** Numbers that stand close to a name stand apart; the number of a command that is called by its PID is none of its own. */
const spaced = (text: string): string =>
  digitsFor(text.replace(/\d+(?=の(?:PID|プロセス).*\d)/gi, ' ').replace(/^PIDs? (?=[a-z]+\W?$)/i, ''))
    // Where it stands: `the second column: 42`.
    .replace(
      /\b(?:the )?(?:first|second|third|\d(?:st|nd|rd|th)) (?:column|line|field|row)\b|\d(?:列|行)目(?=.*\d)/gi,
      ' ',
    )
    .replace(/\b(p?pid|[ug]id|process id)\s*[:=#.-]?\s*(?=\d)/gi, '$1 ')
    .replace(/(?<=ID)\s*[:=#]\s*(?=\d)/gi, ' ')
    .replace(/(?<=^|\s)([a-z]\w*)=(?=\d)/gi, '$1 ');

/** A process's number. Tools have others beside it, the parent's above all, and a sentence may, too. */
export const pid: Kind = {
  read: (text, asked) => {
    const column = askedColumn(asked, 'pid');
    const rows = withoutLooking(toolRows(text));
    const found = (column === 'pid' ? ofProgram(rows, text, asked) : undefined) ?? fromRows(rows, column, pidIn);
    if (found) return found;
    const elsewhere = misplaced(text, asked.subject?.place);
    const name = (piece: string) => {
      const called = nameIn(piece);
      return called === undefined || called === column ? (elsewhere(piece) ?? called) : called;
    };
    const { own, place } = asked.subject ?? {};
    const aside = (piece: string) =>
      [placeIn(piece), anotherIn(piece, own), ofContainer.exec(piece)?.[0]].find(
        (each) => each !== undefined && each !== place,
      );
    return said(text, { value: pidIn, name, aside, beside: beside(column), column, prepare: spaced }, asked);
  },
  same: (value, wanted) => value === canonical(wanted.trim()),
};
