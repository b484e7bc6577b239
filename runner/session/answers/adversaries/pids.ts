import { commandIn } from '../ofProgram.ts';
import { columnOf } from '../tools/row.ts';
import { type AnswerAdversary, type Asking, dressed, right, wide, wrong } from './adversary.ts';

/** PIDs: a parent's stands beside each in every list. */
export function pids(
  { column = 'PID', expected = [], about, subject }: Asking,
  value: string,
): readonly AnswerAdversary[] {
  const other =
    [1, 2, 3, 4].map((step) => String(Number(value) + step * 7)).find((each) => !expected.includes(each)) ?? '';
  const line = commandIn(about) ?? subject?.programs?.find((each) => /^[\w-]+$/.test(each)) ?? 'sleep 4711';
  const [program = ''] = line.split(' ');
  const [another] = subject?.others ?? [];
  // A machine may be called a computer.
  const elsewhere = { inside: 'on the host', outside: 'inside', computer: undefined }[subject?.place ?? 'computer'];
  const isKnown = (subject?.programs ?? commandIn(about)) !== undefined;
  const isParent = columnOf(column) === 'ppid';
  const [pid, ppid] = isParent ? [other, value] : [value, other];
  return [
    ...dressed(value),
    ...right({
      'full-width digits': wide(value),
      'zeros in front': `00${value}`,
      'under its name': `${column} ${value}`,
      'under its name, in Japanese': `${column}は${value}`,
      'in a sentence': `It is ${value}.`,
      'not the other': `${value}, not ${other}`,
      'both, each under its name': `PID ${pid}, PPID ${ppid}`,
      'a line of ps -ef': `root ${pid} ${ppid} 0 10:12 ? 00:00:00 ${line}`,
      'a line of ps under its header': `PID PPID CMD\n${pid} ${ppid} ${line}`,
      'a field of /proc/PID/status': `${isParent ? 'PPid' : 'Pid'}:\t${value}`,
      ...(!isParent && {
        'a line of ps aux': `root ${pid} 0.0 0.1 2484 1380 ? Ss 10:12 0:00 ${line}`,
        'a line of pgrep -a': `${value} ${line}`,
        'a node of pstree -p': `${program}(${value})`,
        'a field of an inspect': `"Pid": ${value},`,
        'as netstat -p has it': `${value}/${program}`,
        'as pstree -pa has it': `${program},${value} 4711`,
        'as grep shows a file of its folder': `/proc/${value}/comm:${program}`,
        'with the number of the line': `3 root ${value} ${other} 0 10:12 ? 00:00:00 ${line}`,
        'a line of ps -eLf': `root ${value} ${other} ${value} 0 1 10:12 ? 00:00:00 ${line}`,
        'with another in passing': `${value} (the other is ${other})`,
        'its program behind it': `${value} (${program})`,
      }),
    }),
    ...wrong({
      ...(isKnown && !isParent && { "a line of another's": `root ${value} ${other} 0 10:12 ? 00:00:00 plumberd` }),
      'as both of a field': `NSpid:\t${value}\t${other}`,
      ...(another !== undefined && { "as another's": `${another}: ${value}` }),
      ...(elsewhere !== undefined && { 'seen from elsewhere': `${elsewhere} ${value}` }),
      'another number': other,
      'one of two': `${value} or ${other}`,
      'one of two, the other first': `x: PID ${other} or: ${value}`,
      'both, one after the other': `${other} ${value}`,
      'several lines': `${value}\n${other}`,
      "under another's name": `${isParent ? 'PID' : 'PPID'} ${value}`,
      'in the wrong column': `root ${ppid} ${pid} 0 10:12 ? 00:00:00 ${line}`,
      'part of a path': `/proc/sys/${value}`,
      'part of a version': `v${value}.0`,
      'a port': `localhost:${value}`,
      'a range': `${value}-${Number(value) + 1000}`,
      'more than': `more than ${value}`,
      'more than, in Japanese': `${value}より大きい`,
      'at least': `at least ${value}`,
      'half of it': `half of ${value}`,
      'so many processes': `${value} processes`,
      'so many, in Japanese': `${value}個`,
      'so many seconds': `${value}秒`,
      'so many bytes': `${value} kB`,
      'ten thousand times': `${value}万`,
      'a terminal': `TTY ${value}`,
      'a signal': `signal ${value}`,
      'a protocol': `${value}/tcp`,
      'a digit more': `${value}0`,
      'a minus in front': `-${value}`,
      denied: `not ${value}`,
      'denied in Japanese': `${value}ではない`,
    }),
  ];
}
