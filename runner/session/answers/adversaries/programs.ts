import { type AnswerAdversary, type Asking, dressed, right, wide, wrong } from './adversary.ts';

/** No lab's program is called so. */
const other = 'plumberd';

/** Programs: by name, by path, by a line of their arguments. */
export function programs({ subject }: Asking, written: string): readonly AnswerAdversary[] {
  const value = written.slice(written.lastIndexOf('/') + 1);
  const [pid = '42'] = subject?.pids ?? [];
  const first = subject?.pids ? pid : '1';
  // `nginx: master process`: what a program calls itself has no path and no arguments.
  const isTitle = value.includes(' ');
  const line = (command: string) => `root ${first} 0 0 10:12 ? 00:00:00 ${command}`;
  return [
    ...dressed(value),
    ...right({
      'capital letters': value.toUpperCase(),
      'full width': wide(value),
      'in a sentence': `It is ${value}.`,
      'a line of ps -ef': line(value),
      'a line of ps aux': `root ${first} 0.0 0.1 2484 1380 ? Ss 10:12 0:00 ${value}`,
      "a line of busybox's ps": `${first} root 0:00 ${value}`,
      ...(!isTitle && {
        'its path': `/usr/bin/${value}`,
        'a line of ps -ef with a path and arguments': line(`/usr/bin/${value} --config /etc/x -v 2`),
        'a line of ps --forest': line(`\\_ /usr/bin/${value} -v`),
        'a command line': `/usr/bin/${value} --config /etc/x`,
        'a line of pgrep -a': `${pid} /usr/bin/${value} -v`,
        'a node of pstree -p': `${value}(${pid})`,
        'its PID behind it': `${value} (PID ${pid})`,
        'as a process': `the process ${value}`,
        'as a login shell': `-${value}`,
        'not the other': `${value}, not ${other}`,
        'not the other, in Japanese': `${other}ではなく${value}`,
        'with a word in brackets': `${value} (the first one to start)`,
        'with a clause': `${value}, which keeps the others together`,
        'with a sentence': `${value} - it keeps running`,
        'under its PID, in Japanese': `PID${first}は${value}`,
        'as grep shows a file of its folder': `/proc/${first}/comm:${value}`,
      }),
    }),
    ...wrong({
      ...(subject?.pids && { 'with the PID of another': `${value}(${Number(pid) + 6})` }),
      ...(/^\w+-\w+$/.test(value) && { 'in two words': value.replace('-', ' ') }),
      ...(!isTitle && {
        'both, joined': `${value} and ${other}`,
        'both, joined in Japanese': `${value}と${other}`,
        'both, parted by a comma': `${value}, ${other}`,
        'both in sentences': `it is ${value}, and it is ${other}`,
        'with a well-known one': `${value}, started by launchd`,
        'taken back': `${value} is not it`,
        'its parent': `the parent of ${value}`,
        'its child, in Japanese': `${value}の子プロセス`,
        'a file of its configuration': `/etc/${value}`,
        'a list in one line': `PID USER TIME COMMAND 1 root 0:00 ${value} 7 root 0:00 ${other}`,
      }),
      'another program': other,
      'one of two': `${value} or ${other}`,
      'one of two, parted by a slash': `${other}/${value}`,
      'one of two in Japanese': `${value}または${other}`,
      'both, one after the other': `${other} ${value}`,
      // Behind fifteen letters it might be what Linux cuts off a name.
      'a letter more': value.length === 15 ? `x${value}` : `${value}x`,
      'as an argument': line(`/usr/bin/${other} ${value}`),
      'as a folder': `/${value}/${other}`,
      denied: `not ${value}`,
      'denied in Japanese': `${value}ではない`,
      'two lines of ps': `${line(value)}\n${line(other)}`,
      'another one in a line of ps': line(`/usr/bin/${other}`),
      'its first letter': value.slice(0, 1),
    }),
  ];
}

/** Names of objects. */
export function names(_: Asking, value: string): readonly AnswerAdversary[] {
  return [
    ...dressed(value),
    ...right({
      'full width': wide(value),
      'in a sentence': `It is ${value}.`,
      'as it is called': `The name is ${value}`,
      'a field of an inspect': `"Name": "/${value}",`,
      'not the other': `${value}, not ${other}`,
      'not the other, in Japanese': `${other}ではなく${value}`,
    }),
    ...wrong({
      'another name': other,
      'one of two': `${value} or ${other}`,
      'one of two in Japanese': `${value}か${other}`,
      'both, one after the other': `${other} ${value}`,
      'a letter more': `${value}x`,
      'a letter in front': `x${value}`,
      'part of a longer one': `${value}-${other}`,
      'part of a path': `/${other}/${value}`,
      denied: `not ${value}`,
      'denied in Japanese': `${value}ではない`,
    }),
  ];
}
