import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Quiet } from '../../runner/ui/terminal/quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What was told while output came every so many ms, for so long. */
function told(every: number, during: number): readonly string[] {
  const said: string[] = [];
  const quiet = new Quiet({ quiet: () => said.push('quiet'), look: () => said.push('look') });
  for (let passed = 0; passed <= during; passed += every) {
    quiet.active();
    vi.advanceTimersByTime(every);
  }
  vi.advanceTimersByTime(1000);
  quiet.stop();
  return said;
}

test('output that rests is told of once', () => {
  expect(told(10, 50)).toEqual(['quiet', 'look']);
});

test('output that never rests is told of each second, and once it does', () => {
  expect(told(20, 3100)).toEqual(['look', 'look', 'look', 'quiet', 'look']);
});

test('output that rests again and again is told of each time', () => {
  expect(told(500, 3000)).toEqual(Array.from({ length: 7 }, () => ['quiet', 'look']).flat());
});
