import { expect, test } from 'vitest';
import { Containers } from '../../runner/world/docker/containers.ts';
import type { EngineEvent } from '../../runner/world/docker/events.ts';
import type { Container } from '../../runner/world/docker/model.ts';

const called = (id: string): Container => ({
  ...{ id, name: id, image: 'linux', imageId: 'sha256:1', command: ['sleep', '1'], state: 'created' },
  ...{ attachable: false, networks: [], createdAt: 1 },
});

/** Containers of an engine on which these are, and an event of one of them. */
function engineWith(...ids: string[]) {
  const there = new Set(ids);
  const look = async (id: string) => (there.has(id) ? called(id) : undefined);
  const containers = new Containers({ inspect: look, glance: look, onInspected: () => undefined });
  const tell = (action: string, id: string): void => {
    const event: EngineEvent = { type: 'container', action, id, attributes: {}, at: 2 };
    if (action === 'create') there.add(id);
    if (action === 'destroy') there.delete(id);
    containers.apply(event);
  };
  const names = async () => (await containers.all()).map(({ name }) => name).toSorted();
  return { containers, tell, names };
}

test('what is created while the list is on its way stays, and its events are heard', async () => {
  const { containers, tell, names } = engineWith('old');
  await containers.reset(async () => ['old'], 1);
  const list = Promise.withResolvers<readonly string[]>();
  const reset = containers.reset(() => list.promise, 2);
  tell('create', 'young');
  expect(await names()).toEqual(['old', 'young']);
  list.resolve(['old']);
  await reset;
  expect(await names()).toEqual(['old', 'young']);
  tell('pause', 'young');
  expect(await containers.find('young')).toMatchObject({ state: 'paused' });
});

test('what is destroyed while the list is on its way is gone, though the list names it', async () => {
  const { containers, tell, names } = engineWith('old', 'other');
  await containers.reset(async () => ['old'], 1);
  const list = Promise.withResolvers<readonly string[]>();
  const reset = containers.reset(() => list.promise, 2);
  tell('destroy', 'old');
  tell('destroy', 'other');
  list.resolve(['old', 'other']);
  await reset;
  expect(await names()).toEqual([]);
  expect(containers.remembered('old')).toMatchObject({ name: 'old' });
});

test('what was known and is not on the list has gone unheard', async () => {
  const { containers, names } = engineWith('old');
  await containers.reset(async () => ['old'], 1);
  await containers.reset(async () => [], 2);
  expect(await names()).toEqual([]);
  expect(containers.removed(0)).toMatchObject([{ name: 'old' }]);
});
