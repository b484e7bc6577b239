import { pidsIn, processOf, recordsIn } from '../host/table.ts';
import type { Pod, PodProcess } from './model.ts';

const runtimeId = /[0-9a-f]{64}/g;

/**
The processes of a Pod from a node's dump: the fields of the machine's process table, and `/proc/PID/cgroup` behind them. Both
versions of control groups, and both of kubelet's drivers, end a container's path in the runtime's id of 64 digits.
*/
export function podProcesses(dump: Buffer, pod: Pod, outer: ReadonlyMap<string, number>): readonly PodProcess[] {
  const ids = new Set(pod.containers.map(({ id }) => id));
  return (
    recordsIn(dump, 7)
      .flatMap((record): readonly PodProcess[] => {
        const process = processOf(record);
        if (!process) return [];
        const container = record[6]?.match(runtimeId)?.at(-1);
        const own = pidsIn(record[1] ?? '');
        const computer = outer.get(outerKey(process.namespaces.pid, own));
        return [
          {
            ...process,
            ...(container !== undefined && ids.has(container) && { container }),
            pids: computer === undefined ? own : [computer, ...own],
          },
        ];
      })
      // As they were started: once a node has given out all its PIDs, it begins at the lowest again.
      .sort((a, b) => a.startTicks - b.startTicks || a.pid - b.pid)
  );
}

/** What a process is known by on the node, wherever it is looked at from: its PID namespace, and its PIDs from the node's on. */
const outerKey = (namespace: string, pids: readonly number[]): string => `${namespace} ${pids.join(' ')}`;

/**
PIDs on the computer, from lines `NAMESPACE PID PID …` that name all PIDs of a process, the computer's first. Where the node
is the computer's own, there is nothing outside of it.
*/
export function outerPids(lines: string): ReadonlyMap<string, number> {
  return new Map(
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [namespace = '', computer, ...own] = line.split(' ');
        return [outerKey(namespace, own.map(Number)), Number(computer)] as const;
      }),
  );
}
