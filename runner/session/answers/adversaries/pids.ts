import { columnOf } from '../tools/row.ts';
import { type AnswerAdversary, type Asking, dressed, right, wide, wrong } from './adversary.ts';

/** PIDs: a parent's stands beside each in every list. */
export function pids({ column = 'PID', expected = [] }: Asking, value: string): readonly AnswerAdversary[] {
  const other =
    [1, 2, 3, 4].map((step) => String(Number(value) + step * 7)).find((each) => !expected.includes(each)) ?? '';
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
      'a line of ps -ef': `root ${pid} ${ppid} 0 10:12 ? 00:00:00 sleep 4711`,
      'a line of ps under its header': `PID PPID CMD\n${pid} ${ppid} sleep 4711`,
      'a field of /proc/PID/status': `${isParent ? 'PPid' : 'Pid'}:\t${value}`,
      ...(!isParent && {
        'a line of ps aux': `root ${pid} 0.0 0.1 2484 1380 ? Ss 10:12 0:00 sleep 4711`,
        'a line of pgrep -a': `${value} sleep 4711`,
        'a node of pstree -p': `sleep(${value})`,
        'a field of an inspect': `"Pid": ${value},`,
        'its program behind it': `${value} (sleep)`,
      }),
    }),
    ...wrong({
      'another number': other,
      'one of two': `${value} or ${other}`,
      'one of two, the other first': `x: PID ${other} or: ${value}`,
      'both, one after the other': `${other} ${value}`,
      'several lines': `${value}\n${other}`,
      "under another's name": `${isParent ? 'PID' : 'PPID'} ${value}`,
      'in the wrong column': `root ${ppid} ${pid} 0 10:12 ? 00:00:00 sleep 4711`,
      'part of a path': `/proc/sys/${value}`,
      'part of a version': `v${value}.0`,
      'a port': `localhost:${value}`,
      'a range': `${value}-${Number(value) + 1000}`,
      'a digit more': `${value}0`,
      'a minus in front': `-${value}`,
      denied: `not ${value}`,
      'denied in Japanese': `${value}ではない`,
    }),
  ];
}
