import { expect, test } from 'vitest';
import { refusalTold } from '../../../runner/infra/cluster/refusalTold.ts';
import { fakeApi } from '../../helpers/kubernetes/fakeApi.ts';

test('what an API refuses is the machine’s fault and says what, and what is no refusal stays as it is', async () => {
  const said = 'etcdserver: request timed out';
  await using fake = await fakeApi((_, answer) => {
    answer.writeHead(500).end(JSON.stringify({ reason: 'InternalError', message: said }));
  });
  await expect(refusalTold('one', () => fake.api.call('GET', '/api/v1/pods'))).rejects.toMatchObject({
    ...{
      name: 'WorldError',
      blame: 'machine',
      explanation: { id: 'cluster.refused', values: { cluster: 'one', said } },
    },
  });
  await expect(refusalTold('one', () => Promise.reject(new Error('other')))).rejects.toThrow('other');
});
