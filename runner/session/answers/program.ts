import { isFiller } from './filler.ts';
import { type Kind, type Reading, reading } from './kind.ts';
import { unframed } from './plain.ts';
import { said, wordsIn } from './said.ts';
import { toolRows, withoutLooking } from './tools/read.ts';

/** What Linux keeps of a program's name in /proc/PID/comm: proc_pid_comm(5). */
const commLength = 15;

const folders = /^(?:\/|~\/|\.{1,2}\/|(?:usr|bin|sbin|local|lib|opt)\/)/;
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

function isCommandLine(text: string): boolean {
  const [clean = '', next, ...rest] = undrawn(text).split(' ');
  if (/[^\x20-\x7e]|, |[?!]/.test(text) || isFiller(clean) || !/^[\w./~@+[("'][\w./:@+~-]*[\])"']?:?$/.test(clean))
    return false;
  if (clean.includes('/') && !folders.test(clean)) return false;
  if (next === undefined) return true;
  const isArgument = argument.test(next) || (clean.startsWith('/') && !isFiller(next) && !alternative.test(next));
  return (isArgument || isTitled(undrawn(text))) && !rest.some((each) => alternative.test(each));
}

/** A word of a sentence that may be a program's name. */
function nameIn(word: string): string | undefined {
  const name = word.replace(/^-(?=\w)/, '');
  // `/proc/1/exe` leads to one, and is none.
  if (name.startsWith('/proc/') || isFiller(name) || !/^[A-Za-z/~][\w./@+~-]*$/.test(name)) return undefined;
  return name.includes('/') && !folders.test(name) ? undefined : name;
}

/** `CMD=/sbin/init --`, within a sentence. */
const withoutArguments = (text: string): string =>
  text
    .replace(/\b(?:cmd|comm(?:and)?|program|name)=(?=\S)/gi, ' ')
    .replace(/((?:\/usr)?(?:\/local)?\/s?bin\/[\w.-]+)(?: [/-][^\s"()]+)+/g, '$1');

/** `init/systemd` is no path. */
const parted = (text: string): string =>
  withoutArguments(text).replace(/(?<=^|\s)[\w.-]+(?:\/[\w.-]+)+(?=\s|$)/g, (word) =>
    folders.test(word) ? word : word.replaceAll('/', ' | '),
  );

/** `the parent of containerd is init`, `a child of init`: who is spoken of besides. */
const ofAnother =
  /\b(?:an? |the )?(?:grand)?(?:parent|child) of (?:the )?[\w-]+(?: \d+)?(?: is|:| =)?|(?<=^|\s)[\w-]+(?: \d+)?の(?:親|子)(?:プロセス)?は\s*/gi;

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
    const line = withoutBeginning(unframed(text).replace(ofAnother, ''));
    if (isCommandLine(line)) return reading([programOf(line) ?? []].flat());
    const found = said(parted(line), { value: nameIn, name: () => undefined, column: '' }, asked);
    // `nginx: worker process`, within a sentence.
    const titled = found.values.length > 1 ? line.split(/(?<=^|\b(?:is|the|a) )/).find(isTitled) : undefined;
    return titled === undefined || wordsIn(titled).some((each) => alternative.test(each)) ? found : reading([titled]);
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
