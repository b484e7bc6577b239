import { expect, test } from 'vitest';
import type { Pod } from '../../runner/world/kubernetes/model.ts';
import { podProcesses } from '../../runner/world/kubernetes/processes.ts';

const id = 'a'.repeat(64);

const pod: Pod = {
  ...{ uid: '0b0ee3a0-5a3c-4c2c-9d6a-0f6d8f2a1b11', name: 'nginx', phase: 'Running', ready: true, deleting: false },
  ...{ sharesProcesses: false, labels: {}, createdAt: 0 },
  containers: [
    { name: 'nginx', role: 'main', image: 'nginx', ready: true, restarts: 0, state: 'running', capabilities: [], id },
  ],
};

/** A record as a node's helper sends it. */
function recordOf(pid: number, parent: number, startTicks: number, line: string): Buffer {
  const stat = `${pid} (nginx) S ${parent} ${pid} ${pid} 0 -1 ${Array(13).fill(0).join(' ')} ${startTicks} 0\n`;
  const fields = [stat, `${pid}\t1`, `${line}\0`, 'pid:[1]', 'net:[2]', 'mnt:[3]', `0::/kubelet/pod/${id}\n`];
  return Buffer.concat(
    fields.flatMap((each) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(each));
      return [length, Buffer.from(each)];
    }),
  );
}

test('processes come as they were started, also where a node has begun with its PIDs anew', () => {
  const dump = Buffer.concat([
    recordOf(310, 32_767, 501, 'nginx: worker process'),
    recordOf(305, 32_767, 501, 'nginx: worker process'),
    recordOf(32_767, 1, 500, 'nginx: master process'),
  ]);
  const found = podProcesses(dump, pod, new Map());
  expect(found.map(({ pid, startTicks }) => [pid, startTicks])).toEqual([
    [32_767, 500],
    [305, 501],
    [310, 501],
  ]);
  expect(found.every(({ container }) => container === id)).toBe(true);
});
