import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { podLogs } from '../../../runner/world/kubernetes/logs.ts';
import type { Pod } from '../../../runner/world/kubernetes/model.ts';
import { fakeApi } from '../../helpers/kubernetes/fakeApi.ts';

const pod: Pod = {
  ...{ uid: 'uid', name: 'one', phase: 'Running', ready: true, deleting: false, sharesProcesses: false },
  ...{ labels: {}, createdAt: 0 },
  containers: [
    {
      ...{ name: 'main', id: 'a'.repeat(64), role: 'main', image: 'busybox', state: 'running' },
      ...{ ready: true, restarts: 0, capabilities: [] },
    },
  ],
};

/** A log as the kubelet gives it, over two connections: this line is written once the one is answered, and not yet the other. */
async function openLog(between: string) {
  const written = ['first'];
  const followers: ServerResponse[] = [];
  const { promise: wasRead, resolve: onRead } = Promise.withResolvers<void>();
  const fake = await fakeApi(async ({ url }, answer) => {
    const query = new URL(url ?? '', 'http://fake').searchParams;
    if (!query.has('follow')) {
      answer.end(written.map((line) => `${line}\n`).join(''));
      await once(answer, 'close');
      if (!written.includes(between)) written.push(between);
      return onRead();
    }
    await wasRead;
    const tail = Number(query.get('tailLines') ?? written.length);
    answer.writeHead(200);
    answer.flushHeaders();
    for (const line of tail > 0 ? written.slice(-tail) : []) answer.write(`${line}\n`);
    followers.push(answer);
  });
  const { promise: woken, resolve: onLine } = Promise.withResolvers<Pod>();
  const logs = podLogs({ api: fake.api, namespace: 'lab', onLine });
  return {
    ...{ logs, woken, followers },
    [Symbol.asyncDispose]: async () => {
      logs.close();
      await fake[Symbol.asyncDispose]();
    },
  };
}

test('a line that is written after what is read, and before it is followed, wakes, and is there once', async () => {
  await using log = await openLog('second');
  expect(await log.logs.read(pod, 'main')).toBe('first\n');
  expect(await log.woken).toBe(pod);
  expect(await log.logs.read(pod, 'main')).toBe('first\nsecond\n');
  expect(log.followers).toHaveLength(1);
});
