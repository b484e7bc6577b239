import { expect, test } from 'vitest';
import { message } from '../../runner/words/message.ts';
import { WorldError } from '../../runner/world/world.ts';
import { openMachine } from '../helpers/machine.ts';
import { openLive, sleepingLab } from './live.ts';

const lab = sleepingLab('images');

test('that an image could not be brought stays said while checks are judged, until it is there', async () => {
  await using machine = await openMachine();
  const disk = message('cluster.disk-full', { log: '' });
  let isFull = true;
  const load = async (images: readonly string[]) => {
    if (isFull) throw new WorldError(disk);
    await machine.load(images);
  };
  const { session, events, until } = openLive(lab, machine, [], load);
  await until(() => session.state().trouble !== undefined && events.some(({ type }) => type === 'check.judged'));
  expect(session.state()).toMatchObject({ trouble: disk, loading: [] });

  // Checks can be judged, and the image still fails to come: one trouble, which goes on.
  session.send({ type: 'recheck' });
  await session.settled();
  expect(session.state().trouble).toEqual(disk);
  expect(events.filter(({ type }) => type === 'trouble.began' || type === 'trouble.ended')).toHaveLength(1);

  isFull = false;
  session.send({ type: 'recheck' });
  await until(() => session.state().trouble === undefined);
  expect(events.some(({ type }) => type === 'images.ready')).toBe(true);
  await machine.world.shell.script('docker run -d linux sleep 300', {}, 20_000);
  await until(() => session.state().finished);
  await session.close();
});
