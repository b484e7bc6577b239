import { byPatterns, columnOf, type Reader, type Row, row } from './row.ts';

const user = '(?<user>[\\w.$-]+\\+?)';
const tty = '(?:\\?|-|pts/\\d+|tty\\w*|console)';
const command = '(?: (?<command>\\S.*))?';
const pid = '(?<pid>\\d+)';
const time = '(?:\\d+-)?(?:\\d+:)?\\d+:\\d\\d(?:\\.\\d\\d)?';
const start = '(?:\\d\\d:\\d\\d(?::\\d\\d)?|[A-Z][a-z]{2} ?\\d{2}|\\d{4}|\\S*月\\S*)';

const line = (...parts: readonly string[]) => new RegExp(`^${parts.join(' ')}${command}$`);

/** The columns of `ps` without their names: `ps -ef`, as `docker top` has them too; `ps aux`; `-l`; `ax`; `-eLf`; `-eF`; `-ejH`; `j`; alone; busybox's; `top`. */
export const psLine: Reader = byPatterns(
  line(user, pid, '(?<ppid>\\d+)', '\\d+', start, tty, time),
  line(user, pid, '[\\d.]+', '[\\d.]+', '\\d+', '\\d+', tty, '[A-Z][\\w<+]*', start, time),
  line(
    '\\d+',
    '[A-Z]',
    user,
    pid,
    '(?<ppid>\\d+)',
    '\\d+',
    '-?\\d+',
    '-?\\d+',
    '\\S+',
    '\\d+',
    '\\S+',
    `(?:\\S+ )?${tty}`,
    time,
  ),
  line(user, pid, '(?<ppid>\\d+)', '(?<lwp>\\d+)', '\\d+', '\\d+', start, tty, time),
  line(user, pid, '(?<ppid>\\d+)', '\\d+', '\\d+', '\\d+', '\\d+', start, tty, time),
  line(pid, '(?<pgid>\\d+)', '(?<sid>\\d+)', tty, time),
  line('(?<ppid>\\d+)', pid, '(?<pgid>\\d+)', '(?<sid>\\d+)', tty, '-?\\d+', '[A-Z][\\w<+]*', '\\d+', time),
  line(
    pid,
    user,
    '(?:\\d+|rt)',
    '-?\\d+',
    '[\\d.]+\\w?',
    '[\\d.]+\\w?',
    '[\\d.]+\\w?',
    '[A-Z]',
    '[\\d.]+',
    '[\\d.]+',
    time,
  ),
  line(pid, '(?<ppid>\\d+)', user, '[A-Z][\\w<+]*', '\\d+\\w?', '[\\d.]+%', '\\d+', '[\\d.]+%'),
  line(pid, tty, '[A-Z][\\w<+]*', time),
  line(pid, tty, time),
  // lsns
  line('\\d{10}', '(?:pid|mnt|net|uts|ipc|user|cgroup|time)', '\\d+', pid, user),
  line(pid, user, time),
  line(pid, user, '\\d+\\w?', '[A-Z][\\w<+]*'),
);

const names =
  /^(?:%?(?:UID|PID|PPID|USER|EUSER|RUSER|GROUP|C|STIME|TTY|TT|TIME\+?|CMD|COMMAND|ARGS|COMM|UCMD|STAT|S|START|STARTED|ELAPSED|CPU|MEM|VSZ|RSS|SZ|NI|PRI|PR|RTPRIO|F|ADDR|WCHAN|PGID|PGRP|SID|SESS|TPGID|LWP|NLWP|TID|SPID|NS|TYPE|NPROCS|VIRT|RES|SHR|PIDNS|NSPID|LABEL))$/;

/** Whether a word is what `ps` and its like call a column. */
export const isColumn = (word: string): boolean => names.test(word);

/** Rows under a header, as `ps -o …` and all others have it: the last column takes what is left. In one line, too, as a pasted text comes. */
export const psTable: Reader = (text) => {
  const [head = '', ...lines] = text.split('\n');
  const words = head.split(' ');
  const end = words.findIndex((word) => !names.test(word));
  const columns = end < 0 ? words : words.slice(0, end);
  const rest = words.slice(columns.length);
  if (columns.length < (lines.length > 0 ? 1 : 2) || (rest.length > 0 && lines.length > 0)) return undefined;
  const rows = (lines.length > 0 ? lines : inOneLine(columns, rest)).flatMap((each) => rowUnder(columns, each) ?? []);
  return rows.length > 0 ? rows : undefined;
};

/** What a column's values look like; any word in the others. */
const forms: Readonly<Record<string, RegExp>> = {
  pid: /^\d+$/,
  ppid: /^\d+$/,
  c: /^\d+$/,
  time: /^(?:\d+-)?\d+:\d\d(?::\d\d|\.\d\d)?$/,
  tty: /^(?:\?|pts\/\d+|tty\w*|console)$/,
  s: /^[A-Z][\w<+]*$/,
};

/**
Rows that stand in one line. Where the last column is one word in each, they can be told by counting; a command has any number of words, and
the next row begins where all its columns have the form of their values.
*/
function inOneLine(columns: readonly string[], words: readonly string[]): readonly string[] {
  const leading = columns.slice(0, -1).map((name) => forms[columnOf(name)] ?? /^\S+$/);
  const isRow = (at: number) =>
    /^[A-Za-z/[({]/.test(words[at + leading.length] ?? '') &&
    leading.every((form, n) => form.test(words[at + n] ?? ''));
  const isCommand = columnOf(columns.at(-1) ?? '') === 'command';
  const starts = isCommand
    ? words.flatMap((_, at) => (at === 0 || (at >= columns.length && isRow(at)) ? [at] : []))
    : words.flatMap((_, at) => (at % columns.length === 0 ? [at] : []));
  return starts.map((at, index) => words.slice(at, starts[index + 1] ?? words.length).join(' '));
}

function rowUnder(columns: readonly string[], line: string): Row | undefined {
  const words = line.split(' ').filter(Boolean);
  if (words.length < columns.length - 1) return undefined;
  const values = columns.map((name, index) => [
    name,
    index === columns.length - 1 ? words.slice(index).join(' ') : words[index],
  ]);
  return row(Object.fromEntries(values));
}
