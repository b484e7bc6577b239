import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Verdict } from '../../runner/api.ts';
import { systemClock } from '../../runner/verdict/clock.ts';
import { verdictOn } from '../../runner/verdict/judge.ts';
import { observe } from '../../runner/verdict/observe.ts';
import { say } from '../../runner/words/say.ts';
import type { Machine } from '../../runner/world/machine/machine.ts';
import { openMachine, run } from '../helpers/machine.ts';

type Use = { readonly check: string; readonly params: Readonly<Record<string, unknown>>; readonly before: string };

const nothing = ':';

/** Checks that no lab of ours uses yet, each with parameters that its adversaries know a way to, and what is there before. */
const uses: readonly Use[] = [
  {
    check: 'reaches',
    params: { from: 'web', to: 'db', port: 80, contains: 'nginx' },
    before: 'docker run -d --name web --network quiet busybox sleep 100000',
  },
  { check: 'docker/logs', params: { container: 'writer', contains: 'it’s ready', stream: 'stderr' }, before: nothing },
  {
    check: 'docker/logs',
    params: { container: '${old}', contains: 'ready' },
    before: 'docker run -d --name old busybox sleep 100000',
  },
];

const filled = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('${old}', 'old'));

const tries = uses.flatMap((use, index) =>
  (checks.find(({ name }) => name === use.check)?.adversaries(use.params) ?? []).map((each) =>
    filled({ ...each, ...use, index }),
  ),
);

let lab: Machine;
beforeAll(async () => {
  lab = await openMachine('asked');
  await lab.load(['nginx', 'busybox']);
  // Where nothing leads out, a name that is none is known to be none at once.
  await run(lab, 'docker network create --internal quiet');
}, 60_000);
afterAll(() => lab.remove());

async function judged(check: string, params: unknown, since: number): Promise<Verdict> {
  const own = checks.find(({ name }) => name === check) ?? expect.fail();
  return verdictOn(own, params, await observe(own, params, { world: lab.world, since, clock: systemClock }));
}

/** Looks whenever something happens, and on a tick, until this is so. */
async function until(look: () => Promise<boolean>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const again = () => void look().then((is) => is && resolve(), reject);
  const stop = lab.world.subscribe(again);
  const beat = setInterval(() => lab.wake('tick'), 200);
  again();
  return promise.finally(() => {
    clearInterval(beat);
    stop();
  });
}

test.each(tries)('$check $index: $name ($outcome)', async ({ check, params, before, run: typed, outcome, ...more }) => {
  const { says, undo } = more;
  await run(lab, before);
  const since = await lab.world.now();
  const verdict = () => judged(check, params, since);
  try {
    expect(await verdict()).toMatchObject({ status: 'pending' });
    await run(lab, `{ ${typed}\n} 2>&1; true`);
    if (outcome === 'right') await until(async () => (await verdict()).status === 'passed');
    else {
      await until(async () => {
        const { status, because } = await verdict();
        return status === 'pending' && (says === undefined || say('en', because).includes(says));
      });
      // What has been asked of the engine by then has come to what it comes to.
      await run(lab, 'docker ps -a');
      expect(await verdict()).toMatchObject({ status: 'pending' });
    }
  } finally {
    if (undo !== undefined) await run(lab, `{ ${undo}\n} 2>&1; true`);
    await run(lab, 'docker ps -aq | xargs -r docker rm -f');
  }
});

test('each of these checks has a dozen ways at least, right and wrong', () => {
  for (const { check } of uses) {
    const own = tries.filter((each) => each.check === check);
    expect(own.length).toBeGreaterThanOrEqual(12);
    expect(new Set(own.map(({ outcome }) => outcome)).size).toBe(2);
  }
});
