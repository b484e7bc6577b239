import { isFiller } from './filler.ts';
import { type Kind, type Reading, reading } from './kind.ts';
import { alike, unframed } from './plain.ts';
import { isPath, isPlaceOfPrograms, isSurelyProgram } from './programs.ts';
import { namesOf, withoutProse } from './prose.ts';
import { said, wordsIn } from './said.ts';
import { toolRows, withoutLooking } from './tools/read.ts';

/** What Linux keeps of a program's name in /proc/PID/comm: proc_pid_comm(5). */
const commLength = 15;

const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `nginx: master process nginx -g daemon off;`: what a program has written over its arguments. */
const title = /^[\w./-]+: (?=.*(?:\b(?:process|master|worker|manager|loader|writer|listener|launcher)\b|[@[/]))/;
const isTitled = (name: string): boolean => title.test(name);

/** Branches that `ps --forest` and `pstree` draw, the name that busybox puts before a script, a login shell's dash. */
const undrawn = (line: string): string =>
  line
    .replace(/^(?:[|`\\_│├└─ ]|-(?=[-|`─ ]))+/, '')
    .replace(/^\{[^}]*\} (?=\S)/, '')
    .replace(/^-(?=\w)/, '')
    .replace(/^\[([^\]]*)\].*$/, '$1')
    .replace(/^\(([^)]*)\)$/, '$1');

/** The program of a command line, with its path; a title stays whole. */
function programOf(line: string): string | undefined {
  const command = undrawn(line.replace(/["']/g, '').trim());
  if (isTitled(command)) return command;
  const [first = ''] = command.split(' ');
  return /^[\w./~@+][\w./:@+~-]*$/.test(first) && /[a-z/]/i.test(first)
    ? first.replace(/(?<=\w):$|(?<=[^/])\/+$/g, '')
    : undefined;
}

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
  withoutArguments(text).replace(/(?<=^|\s)[\w.-]+(?:\/[\w.-]+)+(?=\s|$)/g, (word) =>
    isPath(word) ? word : word.replaceAll('/', ' | '),
  );

/** `the parent of containerd is init`, `a child of init`, `, whose parent is init`: who is spoken of besides. */
const ofAnother =
  /\b(?:an? |the )?(?:grand)?(?:parent|child) of (?:the )?[\w-]+(?: \d+)?(?: is|:| =)?|\b[\w-]+'s (?:parent|child)\b(?: is)?|(?<=\w,? )whose (?:grand)?parent is (?:the )?[\w/-]+|(?<=^|\s)[\w-]+(?: \d+)?の(?:親|子|ワーカー|シェル)(?:プロセス)?(?:は\s*|である|です|$)/gi;

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

/** A program, by its name, its path or a line of its arguments. */
export const program: Kind = {
  read: (text, asked): Reading => {
    const rows = withoutLooking(toolRows(text));
    if (rows.length > 0)
      return reading(
        rows.flatMap((each) => programOf(each.get('command') ?? each.get('target') ?? each.get('path') ?? '') ?? []),
      );
    const whole = unframed(text);
    if (asked.expected.some((each) => alike(each, whole))) return reading([whole]);
    const line = withoutBeginning(whole.replace(ofAnother, ''));
    if (isCommandLine(line, namesOf(asked))) return reading([programOf(line) ?? []].flat());
    const signs = { value: nameIn, name: () => undefined, column: '' };
    const all = said(parted(line), signs, asked);
    // `nginx: worker process`, within a sentence.
    const titled = all.values.length > 1 ? line.split(/(?<=^|\b(?:is|the|a) )/).find(isTitled) : undefined;
    if (titled !== undefined && !wordsIn(titled).some((each) => alternative.test(each))) return reading([titled]);
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
