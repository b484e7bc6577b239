import { expect, test } from 'vitest';
import { say } from '../../runner/words/say.ts';
import { openMachine, run } from '../helpers/machine.ts';
import { openLive, sleepingLab } from './live.ts';

const later = `  - id: look
    title: Look
    text: Look.
    ask: What is it called?
    answer: "\${web.name}"
`;
const lab = sleepingLab('reopened', { check: 'as: web', later });

test('on a real engine, what ends by itself opens its step again; what lives on passes; what is ended on purpose stays passed', async () => {
  await using machine = await openMachine();
  await machine.load(['linux']);
  const { session, events, until } = openLive(lab, machine);
  const first = () => session.state().steps[0];
  const reasons = () => events.flatMap((event) => (event.type === 'step.reopened' ? [say('en', event.because)] : []));

  await run(machine, 'docker run -d --name short linux sh -c "sleep 300 & sleep 0.5"');
  await until(() => session.state().current === 1);
  await until(() => first()?.reopened !== undefined);
  expect(reasons()).toEqual([expect.stringContaining('`short` ended by itself with exit code 0')]);

  await run(machine, 'docker run -d --name loop --restart always linux sh -c "sleep 300 & sleep 0.5"');
  await until(() => first()?.verdicts[0]?.because.id === 'stays.waiting');
  await run(machine, 'docker rm -f loop; docker run -d --name long linux sleep 300');
  await until(() => session.state().current === 1);
  expect(reasons()).toHaveLength(1);
  session.send({ type: 'answer', text: 'long' });
  await until(() => session.state().finished);
  await session.close();
}, 60_000);

test('on a real engine, a container that the learner removes at once leaves its step done', async () => {
  await using machine = await openMachine();
  await machine.load(['linux']);
  const { session, events, until } = openLive(lab, machine);
  await run(machine, 'docker run -d --name web linux sleep 300');
  await until(() => session.state().current === 1);
  await run(machine, 'docker rm -f web');
  await until(() => session.state().watching.length === 0);
  expect(events.filter(({ type }) => type === 'step.reopened')).toEqual([]);
  await session.close();
}, 60_000);
