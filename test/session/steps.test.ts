import { expect, test } from 'vitest';
import { fakeLab, openFake } from './fake/session.ts';

const lab = fakeLab(`
  - id: run
    title: Run
    text: Run it.
    checks:
      - docker/runs: { line: sleep 300, as: web }
    hints: [Run it.]
    learned: "\${web.name} runs."
    solution: docker run -d linux sleep 300
  - id: look
    title: Look
    text: Look.
    checks:
      - docker/ran: { in: "\${web}", line: ps }
    ask: What is it called?
    answer: "\${web.name}"
    look: docker ps
    solution: docker exec \${web.name} ps
`);

test('a step after the other is opened, passed and ended', async () => {
  const { learner, turn, open, says, answer, session, send, statuses } = await openFake(lab);
  expect(says()).toEqual(['Nothing runs it.']);
  await send('hint');
  learner.run('web', 'sleep 300');
  await turn(1);
  expect(open()).toBe('look');
  expect(session.state().steps[0]?.filled).toEqual({ '${web.name}': 'web' });

  await send('solution');
  expect(session.state().steps[1]?.solution).toBe('docker ps\ndocker exec web ps\nanswer web');

  await answer('linux');
  await turn(1);
  learner.exec('web', 'ls');
  await turn(1);
  expect(says()).toEqual(['You ran ls.', '`linux` is not the answer.']);
  learner.exec('web', 'ps');
  await turn(1);
  expect(open()).toBe('look');
  await answer('web');
  await turn(3_000);
  expect(statuses()).toEqual(['solved', 'shown']);
  expect(session.state()).toMatchObject({ finished: true, steps: [{ hints: 1, attempts: 0 }, { attempts: 2 }] });
});

test('a session goes on from its journal where it was left', async () => {
  const first = await openFake(lab);
  first.learner.run('web', 'sleep 300');
  await first.turn(1);
  await first.session.close();
  first.learner.exec('web', 'ps');
  const second = await openFake(lab, first.machine, first.events);
  await second.answer('web');
  await second.turn(3_000);
  expect(second.session.state().finished).toBe(true);
});
