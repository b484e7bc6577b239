import { expect, test } from 'vitest';
import { sessions } from '../../runner/journal/folder.ts';
import { type Newcomer, newcomer } from './newcomer.ts';
import { ownEngine } from './ownEngine.ts';

/** Opens the lab; its terminal is still open. */
async function open(learner: Newcomer) {
  const screen = await learner.run(['run', 'isolated-processes']);
  await screen.wait(/root@\S+:\S+# *$/m, 30_000);
  return screen;
}

test('clean leaves alone what is open, asks before it removes the rest, and says what it did', async () => {
  await using learner = await newcomer();
  const known = () => sessions(learner.state).map((each) => each.session);
  await using engine = await ownEngine(known);
  const env = { DOCKER_HOST: engine.host };
  await using screen = await open(learner);
  const { name, session } = await learner.machine();

  const inUse = await learner.pipe(['clean', '--yes'], env);
  expect(inUse.stdout).toContain(`${name} stays: the lab isolated-processes is open in a terminal.`);
  expect(JSON.parse((await learner.pipe(['clean', '--json'], env)).stdout)).toEqual({ removed: [], inUse: [name] });

  process.kill(screen.pid, 'SIGKILL');
  await screen.exit;
  await using asked = await learner.run(['clean'], { env, columns: 120 });
  await asked.wait('Remove this machine?');
  expect(asked.screen()).toContain(`${name}, for the lab isolated-processes, last used today`);
  asked.keys('n', 'enter');
  expect((await asked.exit).exitCode).toBe(1);
  expect(await learner.machines()).toHaveLength(1);

  await using sure = await learner.run(['clean'], { env });
  await sure.wait('Remove this machine?');
  sure.keys('enter');
  expect((await sure.exit).exitCode).toBe(0);
  expect(sure.screen()).toContain(`Removed ${name}.`);
  expect(await learner.machines()).toEqual([]);
  expect(known()).not.toContain(session);

  expect(await learner.pipe(['clean'], env)).toMatchObject({ exitCode: 0, stdout: 'There is nothing to remove.' });
  expect(JSON.parse((await learner.pipe(['clean', '--json'], env)).stdout)).toEqual({ removed: [], inUse: [] });
});
