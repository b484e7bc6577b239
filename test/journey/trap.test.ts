import { test } from 'vitest';
import { openTerminal } from '../helpers/terminal.ts';
import { type Awkward, awkward } from './awkward.ts';

/** Steps of the lab in their order, each by a way that somebody really takes. What is slightly wrong comes first, and must not count. */
type Ways = readonly (readonly [step: string, way: (learner: Awkward) => Promise<void>])[];

const answerEach =
  (...questions: readonly ((learner: Awkward) => Promise<string>)[]) =>
  async (learner: Awkward) => {
    for (const question of questions) await learner.right(`answer ${await question(learner)}`);
  };

const address = (args: string) => (learner: Awkward) =>
  learner.aside(
    `docker inspect -f '{{.NetworkSettings.IPAddress}}' $(docker ps -q --no-trunc | while read id; do docker top $id | grep -q '${args}' && echo $id; done)`,
  );
const pid = (args: string) => (learner: Awkward) => learner.aside(`pgrep -xf '${args}'`);

const untilRemove: Ways = [
  ['addresses', answerEach(address('sleep 11111'), address('sleep 22222'))],
  ['outside', answerEach(pid('sleep 11111'))],
  [
    'parents',
    async (learner) => {
      const parent = (await learner.aside("ps -o ppid= -p $(pgrep -xf 'sleep 11111')")).trim();
      await learner.right(`answer $(ps -o comm= -p ${parent})`);
      await learner.right(`answer $(ps -o comm= -p $(ps -o ppid= -p ${parent}))`);
    },
  ],
];

const held: Ways = [
  [
    'host',
    async (learner) => {
      await learner.wrong('docker ps', 'CONTAINER ID');
      await learner.right('answer init');
    },
  ],
  [
    'first',
    async (learner) => {
      await learner.wrong('docker run linux sleep 11111', 'it is in the foreground');
      await learner.sees('f free the shell', 'switch');
      learner.rightKeys('f');
      await learner.atPrompt();
    },
  ],
  [
    'second',
    async (learner) => {
      await learner.wrong('docker run -d linux sleep 2222', 'runs sleep 2222, not sleep 22222');
      await learner.wrong('docker run -it --rm linux sleep 22222', 'it is in the foreground');
      learner.rightKeys('\x10', '\x11');
    },
  ],
  [
    'list',
    async (learner) => {
      for (const verb of ['exec', 'inspect', 'rm']) {
        learner.press('\x15', 'clear', 'enter', `docker ${verb} `, 'tab', 'tab');
        for (const name of await learner.both()) await learner.sees(name);
      }
      learner.press('\x15');
      await learner.wrong('docker images', 'That listed the images, not the containers');
      await learner.right('docker container ls');
    },
  ],
  [
    'inside',
    async (learner) => {
      const [first, second] = await learner.both();
      await learner.wrong(`docker exec ${first} echo ps`, 'you ran echo ps, not ps');
      await learner.wrong('ps', 'ran on the machine itself');
      await learner.right(`docker top ${second}; docker top ${first}`);
      await learner.right('answer 1');
    },
  ],
  [
    'files',
    async (learner) => {
      const [first, second] = await learner.both();
      await learner.wrong(`docker exec ${first} mkdir first-container`, 'is a directory, not a file');
      await learner.wrong(`docker exec ${first} rmdir first-container`, 'There is no file');
      await learner.wrong(`docker exec ${second} touch first-container`, `first-container is in ${second}`);
      await learner.wrong(`docker exec ${second} rm first-container`, 'There is no file');
      learner.press('clear; touch first-container second-container', 'enter');
      await learner.right(`docker cp first-container ${first}:/; docker cp second-container ${second}:/`);
      await learner.right(`docker diff ${first}; docker diff ${second}`);
    },
  ],
  ...untilRemove,
  [
    'remove',
    async (learner) => {
      const [first, second] = await learner.both();
      await learner.wrong(`docker stop -t 0 ${first} ${second}`, 'has stopped, but it still exists');
      await learner.wrong(`docker rm ${second}`, `${first} has stopped`);
      await learner.right(`docker container rm ${first}`);
    },
  ],
];

const byShells: Ways = [
  ['host', (learner) => learner.right('answer /sbin/init')],
  [
    'first',
    async (learner) => {
      await learner.wrong('docker create --name one linux sh -c "sleep 11111; true"', 'is created, but not started');
      await learner.right('docker start one');
    },
  ],
  [
    'second',
    async (learner) => {
      learner.press(
        "printf '#!/bin/sh\\ndocker run --name two -d linux sleep 22222\\n' > start; chmod +x start",
        'enter',
      );
      await learner.right('./start');
    },
  ],
  [
    'list',
    async (learner) => {
      await using other = await openTerminal('docker', ['exec', '-it', await learner.machineName(), 'bash']);
      await other.wait(/root@lab:~# *$/m, 30_000);
      learner.begins();
      other.keys('docker ps', 'enter');
      await other.wait('CONTAINER ID');
      await learner.passed('list');
    },
  ],
  [
    'inside',
    async (learner) => {
      learner.press('clear; docker exec -it one bash', 'enter');
      await learner.sees(/root@(?!lab)\S+:\/# *$/m);
      learner.press('ps', 'enter');
      await learner.sees('PID TTY');
      learner.press('exit', 'enter');
      await learner.atPrompt();
      learner.press('clear; docker exec -it two sh', 'enter');
      await learner.sees(/^# *$/m);
      await learner.right('top -b -n 1 | head -3');
      learner.press('exit', 'enter');
      await learner.atPrompt();
      await learner.wrong('answer 11111', 'how many seconds it sleeps');
      await learner.right("answer $(docker exec one pgrep -xf 'sleep 11111')");
    },
  ],
  [
    'files',
    async (learner) => {
      learner.press('clear; docker exec -it two bash', 'enter');
      await learner.sees(/root@(?!lab)\S+:\/# *$/m);
      learner.press('cd /tmp; touch second-container', 'enter');
      await learner.sees('ls has not run in two yet');
      learner.press('ls; exit', 'enter');
      await learner.atPrompt();
      learner.press('clear; docker exec -it one bash', 'enter');
      await learner.sees(/root@(?!lab)\S+:\/# *$/m);
      await learner.right('touch first-container; ls');
      await learner.passed('files');
      learner.press('exit', 'enter');
      await learner.atPrompt();
    },
  ],
  ...untilRemove,
  [
    'remove',
    async (learner) => {
      await learner.wrong('docker rm -f two', 'one is still running');
      await learner.right('docker kill one; docker container prune -f');
    },
  ],
];

const byHabit: Ways = [
  ['host', (learner) => learner.right('answer init')],
  [
    'first',
    async (learner) => {
      learner.press('docker run -d --name beside linux sleep 5555', 'enter');
      await learner.right('docker run --rm linux sleep 11111 &');
    },
  ],
  [
    'second',
    async (learner) => {
      learner.press("alias d='docker container run -d'", 'enter');
      await learner.right('d --rm linux sleep 22222');
    },
  ],
  ['list', (learner) => learner.right("docker ps --format '{{.Names}}'")],
  [
    'inside',
    async (learner) => {
      await learner.wrong('docker exec beside ps', 'PID TTY');
      const [first, second] = learner.ids().map((id) => id.slice(0, 5));
      await learner.right(`docker exec ${second} ps -ef; docker exec ${first} ps aux`);
      await learner.right('answer 1');
    },
  ],
  [
    'files',
    async (learner) => {
      const [first, second] = await learner.both();
      await learner.wrong(`docker exec beside touch first-container`, 'There is no file');
      await learner.right(
        `for c in ${first}:first ${second}:second; do docker exec \${c%:*} touch /\${c#*:}-container; done`,
      );
      await learner.right(`docker exec ${second} ls / | grep container; docker exec ${first} find / -maxdepth 1`);
    },
  ],
  ...untilRemove,
  ['remove', async (learner) => learner.right(`docker stop -t 0 ${(await learner.both()).join(' ')}`)],
];

test.each<[string, Ways]>([
  ['held shells, Ctrl-P Ctrl-Q, TAB, top, cp and diff', held],
  ['created and started, a script, shells inside, a second shell', byShells],
  ['a background job, an alias, prefixes of IDs, --rm, containers beside', byHabit],
])('%s', async (_, ways) => {
  await using learner = await awkward();
  for (const [step, way] of ways) {
    await way(learner);
    await learner.passed(step);
  }
});
