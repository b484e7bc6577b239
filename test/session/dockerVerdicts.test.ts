import { expect, test } from 'vitest';
import { say } from '../../runner/words/say.ts';
import { openMachine, run } from '../helpers/machine.ts';
import { openLive, sleepingLab } from './live.ts';

const later = `  - id: look
    title: Look
    text: Look.
    checks:
      - docker/did: { exec: { in: "\${web}", program: ls, lists: /etc } }
    solution: docker exec web ls /etc
`;

test('an image that was only given the name is not the lab’s own', async () => {
  await using machine = await openMachine();
  const { session, until } = openLive(sleepingLab('namesake'), machine);
  await machine.load(['linux']);
  const own = await run(machine, "docker inspect -f '{{.Id}}' linux");
  const said = () => session.state().steps[0]?.verdicts[0]?.because;
  await run(machine, 'docker run --name made linux sh -c "echo > /made"; docker commit made linux; docker rm made');
  await run(machine, 'docker run -d --name other linux sleep 300');
  await until(() => said()?.id === 'container.namesake');
  expect(say('en', said() ?? expect.fail())).toContain('`other` comes from another image');
  await run(machine, `docker run -d --name web ${own} sleep 300`);
  await until(() => session.state().steps[0]?.status === 'solved');
  await session.close();
}, 120_000);

test('what is typed in a shell inside is judged by what it has shown', async () => {
  await using machine = await openMachine();
  await machine.load(['linux']);
  const { session, until } = openLive(sleepingLab('inside', { check: 'as: web', later }), machine);
  const said = () => session.state().steps[1]?.verdicts[0]?.because.id;
  await run(machine, 'docker run -d --name web linux sleep 300');
  await until(() => session.state().current === 1);
  for (const [typed, expected] of [
    ['ls /nosuch', 'exec.showed-nothing'],
    ['mkdir /etc/below; ls /etc/below', 'exec.showed-other'],
    ['ls /', 'exec.showed-other'],
  ] as const) {
    await run(machine, `printf '%s\\n' '${typed}' true | docker exec -i web sh; docker exec web true`);
    await until(() => said() === expected);
    expect(session.state().current).toBe(1);
  }
  await run(machine, "printf '%s\\n' 'cd /etc' ls 'exit 3' | docker exec -i web sh; true");
  await until(() => session.state().steps[1]?.status === 'solved');
  await session.close();
}, 120_000);

test('a pipe that was made of a file which is read by everybody keeps nobody from looking', async () => {
  await using machine = await openMachine();
  await machine.load(['linux']);
  const id = await run(machine, 'docker run -d --name web linux sleep 300');
  await run(machine, 'docker exec web sh -c "rm /etc/passwd /etc/group; mkfifo /etc/passwd /etc/group; touch /made"');
  expect(await machine.world.docker.file(id, '/made')).toMatchObject({ kind: 'file', owner: '' });
}, 120_000);
