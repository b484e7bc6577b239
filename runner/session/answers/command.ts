/** What Linux keeps of a program's name in /proc/PID/comm: proc_pid_comm(5). */
export const commLength = 15;

export const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `nginx: master process nginx -g daemon off;`: what a program has written over its arguments. */
const title = /^[\w./-]+: (?=.*(?:\b(?:process|master|worker|manager|loader|writer|listener|launcher)\b|[@[/]))/;
export const isTitled = (name: string): boolean => title.test(name);

/** Branches that `ps --forest` and `pstree` draw, the name that busybox puts before a script, a login shell's dash. */
export const undrawn = (line: string): string =>
  line
    .replace(/^(?:[|`\\_│├└─ ]|-(?=[-|`─ ]))+/, '')
    .replace(/^\{[^}]*\} (?=\S)/, '')
    .replace(/^-(?=\w)/, '')
    .replace(/^\[([^\]]*)\].*$/, '$1')
    .replace(/^\(([^)]*)\)$/, '$1');

/** The program of a command line, with its path; a title stays whole. */
export function programOf(line: string): string | undefined {
  const command = undrawn(line.replace(/["']/g, '').trim());
  if (isTitled(command)) return command;
  const [first = ''] = command.split(' ');
  return /^[\w./~@+][\w./:@+~-]*$/.test(first) && /[a-z/]/i.test(first)
    ? first.replace(/(?<=\w):$|(?<=[^/])\/+$/g, '')
    : undefined;
}

/** What one program is called by several: a box of many takes the name that it is called by. */
const boxes: ReadonlySet<string> = new Set(['busybox', 'coreutils', 'toybox']);

/** Whether a command line, whole or cut off, runs none of these programs. What is no command line runs no other. */
export function isOfAnother(command: string, programs: readonly string[]): boolean {
  const name = nameOf(command);
  if (name === undefined || boxes.has(name)) return false;
  return !programs.some((each) => {
    const own = nameOf(each);
    return (
      own !== undefined && (own.startsWith(name) || own.slice(0, commLength) === name || name.startsWith(`${own} `))
    );
  });
}

/** `nginx: master process` is nginx's. */
function nameOf(command: string): string | undefined {
  const program = programOf(command);
  return program && last(isTitled(program) ? (program.split(':')[0] ?? program) : program).toLowerCase();
}
