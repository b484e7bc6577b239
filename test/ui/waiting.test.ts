import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { initialState, type StepState } from '../../runner/session/state.ts';
import { Countdown } from '../../runner/ui/lab/countdown.ts';
import { liveLines } from '../../runner/ui/panel/live.ts';
import { firstView, type View } from '../../runner/ui/panel/view.ts';
import { tell } from '../../runner/ui/plain/plainWords.ts';
import { passed, pending } from '../../runner/verdict/verdict.ts';
import { verbatim } from '../../runner/words/message.ts';
import { labs } from '../fixtures/screen/lab.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const notYet = pending(verbatim('It has not restarted.'));

function viewOf(first: Partial<StepState>, now = 0): View {
  const waits = { en: 'the next probe', ja: '次のプローブ' };
  const waiting = (language: 'en' | 'ja') => ({
    ...labs[language],
    steps: labs[language].steps.map((each) => ({ ...each, waits: { for: waits[language], seconds: 10 } })),
  });
  const state = initialState(
    'fixture',
    'small',
    labs.en.steps.map((each) => each.id),
  );
  const own = { status: 'open' as const, verdicts: { 0: notYet }, ...first };
  const steps = state.steps.map((each, index) => (index === 0 ? { ...each, ...own } : each));
  return { ...firstView({ en: waiting('en'), ja: waiting('ja') }, 'en', { ...state, steps }), now };
}

const said = (view: View): string =>
  liveLines(view, 200)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n');

test('until the learner acts it is they who are waited for, then what takes its time', () => {
  expect(said(viewOf({}))).toContain('Waiting for you');
  expect(said(viewOf({ actedAt: 1000 }, 1000))).toBe('◌ Waiting for the next probe: 10 s at most.');
  expect(said(viewOf({ actedAt: 1000 }, 4500))).toBe('◌ Waiting for the next probe: 7 s at most.');
  expect(said(viewOf({ actedAt: 1000 }, 30_000))).toContain('Still waiting for the next probe');
  expect(said({ ...viewOf({ actedAt: 1000 }, 4500), language: 'ja' })).toContain('次のプローブを待っています');
});

test('what was missed stays in view above it, and what has passed is waited for no more', () => {
  const missed = pending(verbatim('It is created.'), { attempt: true });
  expect(said(viewOf({ actedAt: 0, verdicts: { 0: missed } }))).toMatch(/✘ It is created\.\n◌ Waiting for/);
  expect(said(viewOf({ actedAt: 0, verdicts: { 0: passed(verbatim('It runs.')) } }))).toBe('✔ It runs.');
});

test('line by line it is told once', () => {
  const event = { type: 'check.judged', step: 'first', check: 0, params: {}, topic: 'x', wokenAt: 0 } as const;
  const evidence = { kind: 'observed', observed: {} } as const;
  const told = (at: number) =>
    tell({ ...event, at, evidence, verdict: notYet }, viewOf({ actedAt: 5 }), 200)
      .flat()
      .map(({ text }) => text)
      .join('');
  expect(told(5)).toContain('Waiting for the next probe: 10 s');
  expect(told(6)).not.toContain('Waiting');
});

test('a timer runs while something is counted down, and at no other time', () => {
  let view = viewOf({});
  let drawn = 0;
  const countdown = new Countdown(() => {
    drawn += 1;
    view = { ...view, now: Date.now() };
    countdown.follow(view, Date.now());
  });
  countdown.follow(view, Date.now());
  expect(vi.getTimerCount()).toBe(0);
  view = viewOf({ actedAt: Date.now() });
  countdown.follow(view, Date.now());
  countdown.follow(view, Date.now());
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(3000);
  expect(drawn).toBe(3);
  expect(said(view)).toContain(': 7 s at most');
  vi.advanceTimersByTime(60_000);
  expect(drawn).toBe(10);
  expect(vi.getTimerCount()).toBe(0);
  countdown.follow(viewOf({ actedAt: Date.now() }), Date.now());
  countdown.stop();
  expect(vi.getTimerCount()).toBe(0);
});
