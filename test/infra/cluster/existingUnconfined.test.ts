import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ForeignCluster, foreignCluster, namespacesGone } from '../../helpers/foreignCluster.ts';

let foreign: ForeignCluster;

beforeAll(async () => {
  foreign = await foreignCluster('foreign-unconfined', { 'disable-admission-plugins': 'PodSecurity' });
}, 240_000);

afterAll(() => foreign?.[Symbol.asyncDispose](), 120_000);

test('where Pods may take over their node no lab is opened, and what was made for it is taken away', async () => {
  const clusters = foreign.clusters(await foreign.contextNamed(foreign.context));
  const opening = clusters.open({
    session: '5e551020',
    lab: 'test',
    needs: {},
    signal: new AbortController().signal,
    tell: () => undefined,
  });
  await expect(opening).rejects.toMatchObject({ explanation: { id: 'existing.unconfined' } });
  const [place] = foreign.ledger.list();
  expect(place).toMatchObject({ session: '5e551020' });
  await namespacesGone(foreign.admin, [place?.namespace ?? '', `${place?.namespace}-access`]);
});
