import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import { systemClock } from '../../runner/verdict/clock.ts';
import { verdictOn } from '../../runner/verdict/judge.ts';
import { observe } from '../../runner/verdict/observe.ts';
import { say } from '../../runner/words/say.ts';
import type { Machine, Terminal } from '../../runner/world/machine/machine.ts';
import { openMachine, run, type } from '../helpers/machine.ts';

/** Checks of what is on the machine and in its containers, each with parameters that its adversaries know a way to. */
const uses: readonly (readonly [check: string, params: Readonly<Record<string, unknown>>])[] = [
  ['process', { args: 'sleep 4321' }],
  ['process', { in: 'web', args: 'sleep 4321' }],
  ['process', { in: 'web', starts: 'sleep 43' }],
  ['file', { in: 'machine', path: '/srv/new' }],
  ['file', { in: 'machine', path: '/srv/new', exists: false }],
  ['file', { in: 'web', name: 'new-one' }],
  ['file', { in: 'web', path: '/root/new', where: { mode: '0640', owner: '65534', group: 1, content: "it's 1Ki" } }],
];

const tries = uses.flatMap(([name, params]) => {
  const check = checks.find((each) => each.name === name) ?? expect.fail();
  return check.adversaries(params).map((each) => ({ ...each, check, params, given: JSON.stringify(params) }));
});

let lab: Machine;
let terminal: Terminal;
beforeAll(async () => {
  lab = await openMachine('places');
  await lab.load(['linux']);
  terminal = await lab.terminal({ columns: 200, rows: 30 });
  // What nobody reads would hold the shell in the end.
  terminal.output.resume();
}, 60_000);
afterAll(async () => {
  terminal?.close();
  await lab?.remove();
});

/** Looks as the session does, whenever something happens and on its tick, until this holds. */
async function comesTrue(holds: () => Promise<boolean>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = () => {
    holds().then((does) => does && resolve(), reject);
  };
  const stop = lab.world.subscribe(look);
  const beat = setInterval(look, 200);
  look();
  await promise.finally(() => {
    stop();
    clearInterval(beat);
  });
}

async function typed(lines: string): Promise<void> {
  for (const line of lines.split('\n')) await type(lab, terminal, line);
}

test.each(tries)('$check.name $given: $name ($outcome)', async ({ check, params, run: lines, outcome, says, undo }) => {
  const since = await lab.world.now();
  const verdict = async () =>
    verdictOn(check, params, await observe(check, params, { world: lab.world, since, clock: systemClock }));
  await verdict();
  await typed(lines);
  try {
    if (outcome === 'right') await comesTrue(async () => (await verdict()).status === 'passed');
    else {
      if (says !== undefined) await comesTrue(async () => say('en', (await verdict()).because).includes(says));
      expect(await verdict()).toMatchObject({ status: 'pending' });
    }
  } finally {
    if (undo !== undefined) await typed(undo);
    await run(lab, 'docker ps -aq | xargs -r docker rm -f');
  }
});

test('each of these checks has a dozen ways at least, right and wrong', () => {
  for (const name of ['process', 'file']) {
    const own = tries.filter(({ check }) => check.name === name);
    expect(own.length).toBeGreaterThanOrEqual(24);
    expect(new Set(own.map(({ outcome }) => outcome)).size).toBe(2);
  }
});

test('every way has a name of its own', () => {
  for (const [name, params] of uses) {
    const names = tries.filter((each) => each.check.name === name && each.params === params).map((each) => each.name);
    expect(new Set(names).size).toBe(names.length);
  }
});
