import { expect, test } from 'vitest';
import { aheadBy, narrowed } from '../../runner/world/kubernetes/serverClock.ts';
import { MachineClock } from '../../runner/world/machine/clock.ts';

/** A clock that goes on by that many ms each time it is looked at. */
const ticking = (step: number) => {
  let now = 1_000_000;
  return () => {
    now += step;
    return now;
  };
};

test('a machine whose clock is the same is taken by its word', async () => {
  const own = ticking(10);
  const clock = new MachineClock(async () => own(), own);
  await clock.measure();
  expect(clock.ahead).toBe(0);
});

test.each([3_600_000, -3_600_000])(
  'a machine that is %i ms ahead is known to be so without asking again',
  async (ahead) => {
    const own = ticking(10);
    const clock = new MachineClock(async () => own() + ahead, own);
    await clock.measure();
    expect(Math.abs(clock.ahead - ahead)).toBeLessThanOrEqual(10);
  },
);

test('answers within a second narrow down how far a server is ahead', () => {
  const ahead = 5_250;
  const known = [0, 300, 600, 900].reduce<ReturnType<typeof aheadBy>>((before, at) => {
    const own = Date.UTC(2030, 0, 1) + at;
    const shown = aheadBy(new Date(own + ahead).toUTCString(), own - 5, own + 5);
    return shown && narrowed(before, shown);
  }, undefined);
  expect(known?.least).toBeLessThanOrEqual(ahead);
  expect(known?.most).toBeGreaterThanOrEqual(ahead);
  expect((known?.most ?? 0) - (known?.least ?? 0)).toBeLessThan(400);
});

test('a clock that was set leaves nothing of what was known, and an answer without a time tells nothing', () => {
  expect(narrowed({ least: 0, most: 900 }, { least: 60_000, most: 61_000 })).toEqual({ least: 60_000, most: 61_000 });
  expect(aheadBy(undefined, 0, 1)).toBeUndefined();
  expect(aheadBy('yesterday', 0, 1)).toBeUndefined();
});
