import { commLength, isTitled, last, programOf, undrawn } from './command.ts';
import { isFiller } from './filler.ts';
import { type Asked, type Kind, type Reading, reading } from './kind.ts';
import { alike, unframed } from './plain.ts';
import { isPath, isPlaceOfPrograms, isSurelyProgram } from './programs.ts';
import { namesOf, withoutProse } from './prose.ts';
import { said, wordsIn } from './said.ts';
import { withoutSource } from './source.ts';
import { isMisspelt, respelt } from './spelling.ts';
import { toolRows, withoutLooking } from './tools/read.ts';
import type { Row } from './tools/row.ts';

/** What begins a command's arguments, and no sentence: an option, a path, a number, something quoted. */
const argument = /^(?:-\S|[./~$"'{[]\S|\d|\w+[=/])/;
const alternative = /^(?:or|and|but|not|maybe|perhaps|also|either|oder)$/i;

function isCommandLine(text: string, ones: ReadonlySet<string>): boolean {
  const [clean = '', next, ...rest] = undrawn(text).split(' ');
  if (/[^\x20-\x7e]|, |[?!]/.test(text) || isFiller(clean) || !/^[\w./~@+[("'][\w./:@+~-]*[\])"']?:?$/.test(clean))
    return false;
  if (clean.includes('/') && !isPath(clean)) return false;
  if (!isPlaceOfPrograms(clean)) return false;
  if (next === undefined) return true;
  // `init 2 bash` counts programs.
  if (/^\d+$/.test(next) && !clean.startsWith('/') && rest.some((each) => isSurelyProgram(each, ones))) return false;
  const isArgument = argument.test(next) || (clean.startsWith('/') && !isFiller(next) && !alternative.test(next));
  return (isArgument || isTitled(undrawn(text))) && !rest.some((each) => alternative.test(each));
}

/** A word of a sentence that may be a program's name. */
function nameIn(word: string): string | undefined {
  const name = word.replace(/^-(?=\w)/, '');
  // `/proc/1/exe` leads to one, and is none; `PID1` is none.
  if (
    !isPlaceOfPrograms(name) ||
    /^p?pid[_-]?\d+$/i.test(name) ||
    isFiller(name) ||
    !/^[A-Za-z/~][\w./@+~-]*$/.test(name)
  )
    return undefined;
  return name.includes('/') && !isPath(name) ? undefined : name;
}

/** `CMD=/sbin/init --`, within a sentence. */
const withoutArguments = (text: string): string =>
  text
    .replace(/\b(?:cmd|comm(?:and)?|program|name)=(?=\S)/gi, ' ')
    .replace(/((?:\/usr)?(?:\/local)?\/s?bin\/[\w.-]+)(?: [/-][^\s"()]+)+/g, '$1');

/** `init/systemd` is no path. */
const parted = (text: string): string =>
  withoutArguments(text).replace(/(?<=^|\s)[\w.-]+(?:\/[\w.-]+)+(?=[:\s]|$)/g, (word) =>
    isPath(word) ? word : word.replaceAll('/', ' | '),
  );

/** `the parent of containerd is init`, `a child of init`, `, whose parent is init`: who is spoken of besides. */
const ofAnother =
  /\b(?:an? |the )?(?:grand)?(?:parent|child) of (?:the )?[\w-]+(?: \d+)?(?: is|:| =)?|\b[\w-]+'s (?:parent|child)\b(?: is)?|(?<=\w,? )whose (?:grand)?parent is (?:the )?[\w/-]+|(?<=^|\s)[\w-]+(?: \d+)?の(?:親|子|ワーカー|シェル)(?:プロセス)?(?:は\s*|である|です|$)/gi;

/** `init (its parent is systemd)`: who is related to the one that was named before. */
const inPassing =
  /(?<=[\w")です][ ,;(、。（]+(?:and )?)(?:its|the|whose) (?:grand)?(?:parent|child)(?: is| was|:| =)? (?:the )?[\w./-]+|(?<=[,;(、。（ ])(?:その|親の)?(?:親|子)(?:プロセス)?(?:は|が) ?[\w./-]+/gi;

/** `sleep` of `sleep 11111`, whose parent is asked for. */
const isSubjectOf = (name: string, { about = [] }: Asked): boolean =>
  about.some((each) => each.split(' ')[0] === name.toLowerCase());

/** A command line without the columns in front of it that were copied, too, and without the words that lead to it. */
function withoutBeginning(text: string): string {
  const line = text
    .replace(/^\S+ ?(?:->|→) ?(?=\/)/, '')
    .replace(/^(?:PID ?)?(?:#?\d+[ :=.)-]+)+(?=[A-Za-z/[({"-])/i, '')
    .replace(/^["']([^"']*)["']$/, '$1');
  const words = line.split(' ');
  const first = words.findIndex((word) => !/^(?:[\d:.-]+|\?|pts\/\d+|root:?)$/.test(word) && !isFiller(word));
  const rest = words.slice(Math.max(first, 0)).join(' ');
  return rest.startsWith('/') || /^[\d?]/.test(line) ? rest : line;
}

/** `PID 7 is init`, `init(7)`, `7: init`: which process somebody says it to be. */
const claims: readonly RegExp[] = [
  /^(?:the )?(?:(?:PID|process|プロセス) ?[#:]? ?|#)(?<pid>\d+) ?(?:is|=|:|の(?:プログラム|プロセス|名前)は|は|が|-|→)? ?(?:the )?(?<name>[\w./-]+)$/i,
  /^(?<name>[\w./-]+?)(?:,| is| has|は|が|:| =| -)? ?\(?(?:PID|#) ?[:=#は]? ?(?<pid>\d+)\)?$/i,
];

/** A program with the PID of another process; undefined where no fact tells the right one's. */
function ofOtherPid(rows: readonly Row[], text: string, { subject }: Asked): Reading | undefined {
  const pids = subject?.pids ?? [];
  const [row, ...more] = rows;
  const whole = unframed(text);
  const claim = claims.map((each) => each.exec(whole)?.groups).find(Boolean);
  const [pid, command] = row ? [row.get('pid'), row.get('command')] : [claim?.pid, claim?.name];
  if (pids.length === 0 || more.length > 0 || pid === undefined || pids.includes(pid)) return undefined;
  const value = programOf(command ?? '');
  return value === undefined ? undefined : reading([], [{ name: `PID ${pid}`, value }]);
}

/** Neither `nginx: master or pause` nor `pause/nginx: master`. */
const isOneTitle = (line: string): boolean =>
  !/[^\x20-\x7e]|^[\w.-]+\//.test(line) && !wordsIn(line).some((each) => alternative.test(each));

/** A program, by its name, its path or a line of its arguments. */
export const program: Kind = {
  read: (given, asked): Reading => {
    const text = respelt(given, asked);
    const rows = withoutLooking(toolRows(text));
    const denied = ofOtherPid(rows, text, asked);
    if (denied) return denied;
    if (rows.length > 0)
      return reading(
        rows.flatMap((each) => programOf(each.get('command') ?? each.get('target') ?? each.get('path') ?? '') ?? []),
      );
    const whole = unframed(withoutSource(text));
    if (asked.expected.some((each) => alike(each, whole))) return reading([whole]);
    const line = withoutBeginning(whole.replace(ofAnother, ''));
    if (isCommandLine(line, namesOf(asked))) return reading([programOf(line) ?? []].flat());
    const signs = { value: nameIn, name: () => undefined, column: '' };
    const all = said(parted(line), signs, asked);
    // `nginx: worker process`, within a sentence.
    const titled = all.values.length > 1 ? line.split(/(?<=^|\b(?:is|the|a) )/).find(isTitled) : undefined;
    if (titled !== undefined && isOneTitle(titled)) return reading([titled]);
    const [alone, ...more] =
      all.values.length > 1 ? said(parted(line.replace(inPassing, ' ')), signs, asked).values : [];
    if (alone !== undefined && more.length === 0 && !isSubjectOf(alone, asked)) return reading([alone]);
    return all.values.length > 1 ? said(parted(withoutProse(line, asked)), signs, asked) : all;
  },

  same: (value, wanted, { expected }) => {
    const [given, right] = [value, wanted].map((each) => (programOf(each) ?? each).toLowerCase());
    if (given === undefined || right === undefined) return false;
    if (isTitled(right)) return given === right || given.startsWith(`${right} `) || right.startsWith(`${given} `);
    if (isTitled(given)) return last(given.split(':')[0] ?? '') === right && !expected.some(isTitled);
    const [name, own] = [last(given), last(right)];
    if (name === own) return true;
    const isWhole = !expected.some((each) => last(each).length > own.length && last(each).startsWith(own));
    return name === own.slice(0, commLength)
      ? own.length > commLength
      : own.length === commLength && isWhole && name.startsWith(own);
  },

  isMisspelt: (value, wanted) => isMisspelt(value, wanted),

  isCut: (value, wanted) => {
    const [given, name] = [value.toLowerCase().replace(/\+$/, ''), last(wanted.toLowerCase())];
    // `contain+`, as top shows it.
    if (value.endsWith('+')) return given.length > 4 && isBeginning(given, name);
    const places = ['/', '/bin/', '/sbin/', '/usr/bin/', '/usr/sbin/', '/usr/local/bin/', '/usr/local/sbin/'];
    if (given.startsWith('/')) return given.length > 3 && places.some((place) => isBeginning(given, place + name));
    return given.length > shortest && isBeginning(given, name);
  },
};

/** What is no longer than that is a name of its own: `docker` of `dockerd`. */
const shortest = 10;

const isBeginning = (part: string, whole: string): boolean => part.length < whole.length && whole.startsWith(part);
