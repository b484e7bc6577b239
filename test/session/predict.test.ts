import { expect, test } from 'vitest';
import { initialState, reduce } from '../../runner/session/state.ts';
import { fakeLab, openFake } from './fake/session.ts';

const lab = fakeLab(`
  - id: run
    title: Run
    text: Run it.
    predict:
      ask: What will you see?
      choices: [one process, every process]
      means: [It would be alone., It would share.]
    waits: { for: the container, seconds: 20 }
    checks:
      - docker/runs: { line: sleep 300 }
    solution: docker run -d linux sleep 300
`);

/** Something to be made, and something to be looked at in it. */
const two = fakeLab(`
  - id: look
    title: Look
    text: Look.
    waits: { for: the container, seconds: 20 }
    checks:
      - docker/runs: { line: sleep 300, as: web }
      - docker/ran: { in: "\${web}", line: ps }
    solution: docker run -d linux sleep 300
`);

test('what is predicted is kept, by its number or its text, and judged by nobody', async () => {
  for (const [text, choice] of [
    ['2', 1],
    ['every process', 1],
    ['a', 0],
    ['perhaps both of them', undefined],
  ] as const) {
    const { session, learner, turn, events, statuses } = await openFake(lab);
    session.send({ type: 'predict', text });
    await turn(1);
    expect(session.state().steps[0]?.predicted).toEqual({ given: text, ...(choice !== undefined && { choice }) });
    expect(session.state().steps[0]).toMatchObject({ status: 'open', attempts: 0, answers: {} });
    learner.run('web', 'sleep 300');
    await turn(3_000);
    expect(statuses()).toEqual(['solved']);
    const again = events.reduce(reduce, initialState('fake', 'fake', ['run']));
    expect(again.steps[0]?.predicted).toEqual(session.state().steps[0]?.predicted);
  }
});

test('acting without a prediction is right, and nothing is kept of an empty one', async () => {
  const { session, learner, turn, statuses } = await openFake(lab);
  session.send({ type: 'predict', text: ' ' });
  learner.run('web', 'sleep 300');
  await turn(3_000);
  expect(statuses()).toEqual(['solved']);
  expect(session.state().steps[0]?.predicted).toBeUndefined();
});

test('a step that asks for no prediction keeps none', async () => {
  const plain = fakeLab(
    '  - id: run\n    title: Run\n    text: Run it.\n    checks: [{ docker/runs: { line: sleep 300 } }]\n    solution: x\n',
  );
  const { session, turn, events } = await openFake(plain);
  session.send({ type: 'predict', text: '1' });
  await turn(1);
  expect(events.some(({ type }) => type === 'step.predicted')).toBe(false);
});

test('a wait begins with what the learner does, and again with what they do next', async () => {
  const { session, learner, turn } = await openFake(two);
  const acted = () => session.state().steps[0]?.actedAt;
  await turn(6_000);
  expect(acted()).toBeUndefined();
  learner.run('web', 'sleep 300');
  await turn(1);
  const first = acted();
  expect(first).toBeDefined();
  await turn(6_000);
  expect(acted()).toBe(first);
  learner.exec('web', 'ls');
  await turn(1);
  expect(acted()).toBeGreaterThan(first ?? 0);
});

test('what is so already when a step opens is nobody’s act', async () => {
  const first = await openFake(lab);
  first.learner.run('web', 'sleep 300');
  const second = await openFake(two, first.machine);
  await second.turn(6_000);
  expect(second.session.state().steps[0]?.verdicts[0]?.status).toBe('passed');
  expect(second.session.state().steps[0]?.actedAt).toBeUndefined();
});
