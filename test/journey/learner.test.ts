import { expect, test } from 'vitest';
import type { SessionEvent } from '../../runner/session/event.ts';
import { newcomer, possessions, traces } from './newcomer.ts';

/** What was judged as a miss: an attempt that failed, or a wrong answer; and what could not be judged. */
const misses = (events: readonly SessionEvent[]): readonly SessionEvent[] =>
  events.flatMap((event): readonly SessionEvent[] => {
    if (event.type === 'question.answered') return event.verdict.status === 'passed' ? [] : [event];
    if (event.type !== 'check.judged') return [];
    return event.verdict.status !== 'passed' && (event.verdict.status === 'errored' || event.verdict.attempt)
      ? [event]
      : [];
  });

test('a learner works through the whole lab, is right every time, and leaves nothing behind', async () => {
  await using owned = await possessions();
  const before = await owned.look();
  await using learner = await newcomer();
  await using screen = await learner.run(['run', 'isolated-processes'], { columns: 120, rows: 36 });
  const type = (line: string) => screen.keys(line, 'enter');
  const done = (steps: number) => screen.wait(`${steps}/10`);
  const answerInPanel = (text: string) => screen.keys('switch', 'a', text, 'enter');

  await screen.wait('1. Meet the host', 30_000);
  await screen.wait(/root@\S+:~# *$/m, 30_000);
  type('ps -ef');
  await screen.wait('dockerd --debug');
  await screen.waitUntil((each) => !each.screen().includes('is being loaded'), 'the image is there');
  answerInPanel(await learner.aside('cat /proc/1/comm'));
  await done(1);

  // Named, since a name of the engine's own may be too long for one line of the panel.
  type('docker run -d --name eleven linux sleep 11111');
  await done(2);
  type('docker container run --detach --name twenty linux sleep 22222');
  await done(3);

  type('clear; docker ps');
  await done(4);
  const [first, second] = [learner.fact('first_name'), learner.fact('second_name')];
  await screen.wait(first);

  type(`clear; docker exec ${first} ps -ef`);
  await screen.wait(`You ran ps -ef in ${first}.`);
  type(`docker exec ${second} ps -ef`);
  await screen.wait(`You ran ps -ef in ${second}.`);
  type('answer 1');
  await done(5);

  type(`clear; docker exec ${first} touch first-container; docker exec ${first} ls`);
  type(`docker exec ${second} touch second-container`);
  type(`docker exec ${second} ls`);
  await done(6);

  const address = (name: string) => learner.aside(`docker inspect -f '{{.NetworkSettings.IPAddress}}' ${name}`);
  type(`clear; docker exec ${first} ip a`);
  await screen.wait(`inet ${await address(first)}`);
  answerInPanel(await address(first));
  await screen.wait(`${await address(first)} is right`);
  screen.keys(`${await address(second)}/16`, 'enter');
  await done(7);

  type('clear; ps -ef | grep sleep');
  await screen.wait('sleep 11111');
  type(`answer ${await learner.aside("pgrep -xf 'sleep 11111'")}`);
  await done(8);

  type('ps -ef --forest');
  type('answer containerd-shim-runc-v2');
  await screen.wait('is right');
  type(`answer ${await learner.aside('cat /proc/1/comm')}`);
  await done(9);

  expect(screen.screen()).toContain('10. Clean up');
  type(`docker rm -f ${first} ${second}`);
  await screen.wait('What you have done');
  expect(JSON.stringify(misses(learner.events()))).toBe('[]');
  screen.resize({ columns: 120, rows: 80 });
  await screen.wait('The machine is still yours');
  const told = screen.screen().replace(/\s+/g, ' ');
  expect(told).toContain('10 of 10 steps solved by yourself');
  expect(told).not.toMatch(/miss|hint|shown|skipped/);
  for (const claim of [
    'PID 1 in a container is the command that it was given.',
    `PID 1 was sleep 11111 in ${first}, and sleep 22222 in ${second}.`,
    'A container has no processes but those that were started in it.',
    `first-container was in ${first} alone`,
    'Each container has an IP address of its own.',
    `${first} had 172.17.0.`,
    'the processes of another cannot be seen',
    /Their PID namespaces are two: \d+ and \d+/,
    'and not as PID 1.',
    /On the host they were PID \d+ and PID \d+, the first one a child of containerd-shim-runc-v2/,
  ]) {
    if (typeof claim === 'string') expect(told).toContain(claim);
    else expect(told).toMatch(claim);
  }

  const left = await traces(await learner.machine());
  expect(await left()).toHaveLength(2);
  screen.keys('q');
  await screen.wait('Leave the lab?');
  screen.keys('r', 'enter');
  expect(await screen.exit).toEqual({ exitCode: 0, signal: 0 });
  expect(screen.alternate()).toBe(false);
  expect(screen.cursor().shown).toBe(true);
  expect(screen.screen()).toContain('The machine is removed');
  expect(await left()).toEqual([]);
  expect(await owned.look()).toEqual(before);
});
