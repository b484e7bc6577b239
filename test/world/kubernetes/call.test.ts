import { expect, test } from 'vitest';
import { explainer } from '../../../runner/world/kubernetes/trouble.ts';
import { fakeApi } from '../../helpers/kubernetes/fakeApi.ts';
import { ready } from '../../helpers/kubernetes/learner.ts';

/** What a check is told of this. */
async function explained(api: Parameters<typeof explainer>[0]['api'], asking: Promise<unknown>): Promise<unknown> {
  const error = await asking.then(
    () => undefined,
    (error: unknown) => error,
  );
  return explainer({ api, host: ready.engine.docker, nodes: [] })(error);
}

test.each(['call', 'read'] as const)('an API server that dies within its answer has stopped (%s)', async (how) => {
  await using fake = await fakeApi((_, answer) => {
    answer.write('{"items": [', () => answer.destroy());
  });
  expect(await explained(fake.api, fake.api[how]('GET', '/api/v1/pods'))).toMatchObject({
    ...{ name: 'WorldError', blame: 'machine', explanation: { id: 'kubernetes.api-stopped' } },
  });
});

test.each([200, 503])('one that is frozen within its answer hangs, whatever it began to say (%i)', async (status) => {
  await using fake = await fakeApi((_, answer) => {
    answer.writeHead(status);
    answer.write('{"items": [');
  });
  const asking = fake.api.call('GET', '/api/v1/pods', { patience: 200 });
  expect(await explained(fake.api, asking)).toMatchObject({
    ...{ name: 'WorldError', blame: 'machine', explanation: { id: 'kubernetes.api-hangs' } },
  });
});

test('called off within its answer, it is not the machine’s fault', async () => {
  const abort = new AbortController();
  await using fake = await fakeApi((_, answer) => {
    answer.write('{"items": [', () => abort.abort(new Error('enough')));
  });
  await expect(fake.api.call('GET', '/api/v1/pods', { signal: abort.signal })).rejects.toThrow('enough');
});

test('what is opened goes on for as long as it likes', async () => {
  let goOn = () => {};
  await using fake = await fakeApi(({ url }, answer) => {
    if (url === '/late') return;
    answer.write('begins');
    goOn = () => answer.end('ends');
  });
  const patience = 100;
  const opened = await fake.api.open('GET', '/watch', { patience });
  await expect(fake.api.call('GET', '/late', { patience: 2 * patience })).rejects.toMatchObject({ name: 'WorldError' });
  goOn();
  expect((await opened.toArray()).join('')).toBe('beginsends');
});
