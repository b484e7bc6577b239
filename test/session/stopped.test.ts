import { expect, test } from 'vitest';
import { say } from '../../runner/words/say.ts';
import { openMachine } from '../helpers/machine.ts';
import { openLive, sleepingLab } from './live.ts';

const later = `  - id: kill
    title: Kill
    text: Kill it.
    checks:
      - run: |
          code=$(docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' "$web") || exit 2
          [ "$code" = "exited 137" ] || because "$web_name is $code."
    ask: What was it called?
    answer: "\${web.name}"
    solution: docker kill web
  - id: inside
    title: Inside
    text: Make a file in it.
    checks:
      - run: |
          docker exec "$web" ls / | grep -qx done && exit 0
          [ "\${PIPESTATUS[0]}" -eq 0 ] || exit 2
          because "There is no file."
    solution: |
      docker start web
      docker exec web touch /done
`;
const lab = sleepingLab('stopped', { check: 'as: web', later });

test('a check script speaks of a container that has stopped, and the learner is told of one that had better run', async () => {
  await using machine = await openMachine();
  await machine.load(['linux']);
  const { session, events, until } = openLive(lab, machine);
  const run = (script: string) => machine.world.shell.script(script, {}, 20_000);
  const reasons = () =>
    events.flatMap((event) => (event.type === 'check.judged' ? [say('en', event.verdict.because)] : []));
  const told = (reason: string) => until(() => reasons().includes(reason));

  await run('docker run -d --name web linux sleep 300');
  await told('web is running 0.');
  await run('docker pause web');
  await told('web is paused 0.');
  await run('docker unpause web; docker kill web');
  await until(() => session.state().steps[1]?.verdicts[0]?.status === 'passed');
  session.send({ type: 'answer', text: 'web' });
  await told('`web`, from the step “Run”, is not running any more. `docker start web` starts it again.');
  expect(session.state().current).toBe(2);
  await run('docker start web; docker pause web');
  await told('`web`, from the step “Run”, is paused. `docker unpause web` lets it go on.');
  await run('docker unpause web; docker exec web touch /done');
  await until(() => session.state().finished);
  expect(events.filter((event) => event.type === 'check.judged' && event.verdict.status === 'errored')).toEqual([]);
  await session.close();
}, 60_000);
