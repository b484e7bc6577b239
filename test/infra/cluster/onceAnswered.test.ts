import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { onceAnswered } from '../../../runner/infra/cluster/onceAnswered.ts';
import { fakeApi } from '../../helpers/kubernetes/fakeApi.ts';

const { signal } = new AbortController();

/** Says these statuses in turn to whoever asks for nodes, and the last one from then on; it is ready from the second time on that this is asked. */
function saying(...statuses: readonly number[]): RequestListener & { readonly asked: () => number } {
  let asked = 0;
  let ready = -1;
  const listener: RequestListener = ({ url }, answer) => {
    if (url === '/readyz') ready += 1;
    else asked += 1;
    const status = url === '/readyz' ? [500, 200][Math.min(ready, 1)] : (statuses[asked - 1] ?? statuses.at(-1));
    answer.writeHead(status ?? 500).end(JSON.stringify({ reason: 'AsTold', message: `said ${status}` }));
  };
  return Object.assign(listener, { asked: () => asked });
}

test.each([
  ['is overloaded', 429],
  ['has lost its storage for a moment', 500],
  ['has only just begun, and knows nobody yet', 403],
])('an API server that %s is asked again', async (_, status) => {
  const answer = saying(status, 200);
  await using fake = await fakeApi(answer);
  await onceAnswered(fake.api, signal, () => fake.api.call('GET', '/api/v1/nodes'));
  expect(answer.asked()).toBe(2);
});

test('one that lets nobody in though it is ready is asked no more', async () => {
  const answer = saying(500, 403);
  await using fake = await fakeApi(answer);
  const asking = onceAnswered(fake.api, signal, () => fake.api.call('GET', '/api/v1/nodes'));
  await expect(asking).rejects.toMatchObject({ name: 'Refused', status: 403 });
  expect(answer.asked()).toBe(2);
});

test('one that is never well is asked until that is called off', async () => {
  const abort = new AbortController();
  await using fake = await fakeApi((_, answer) => {
    answer.writeHead(503).end(() => abort.abort(new Error('enough')));
  });
  const asking = onceAnswered(fake.api, abort.signal, () => fake.api.call('GET', '/api/v1/nodes'));
  await expect(asking).rejects.toThrow('enough');
});
