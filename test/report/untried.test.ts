import { parse as junit } from 'junit2json';
import { Parser } from 'tap-parser';
import { expect, test } from 'vitest';
import type { ProofEvent } from '../../runner/prove/event.ts';
import { events, position, reported } from './events.ts';

/** The same run, with two things that could not even be tried. */
const cutShort: readonly ProofEvent[] = events.flatMap((event): readonly ProofEvent[] => {
  if (event.type !== 'lab.ended') return [event];
  const of = { lab: event.lab, step: 'second', position } as const;
  const proofs = [
    { ...of, phase: 'untouched', name: '' },
    { ...of, phase: 'solved', name: 'docker ps' },
  ] as const;
  return [{ at: event.at, type: 'lab.untried', lab: event.lab, proofs }, event];
});

test('what was not tried is named and counted', () => {
  const told = reported('plain', {}, cutShort);
  expect(told).toContain('– one › second › untouched (not tried, because something before it did not come out)');
  expect(told).toContain('– one › second › solved › docker ps (not tried');
  expect(told).toContain('1 as declared, 1 not as declared, 1 could not be told, 2 not tried, in');
});

test('programs read of it what they know as skipped, and no grade gains by it', async () => {
  const suites = await junit(reported('junit', {}, cutShort));
  const suite = suites && 'testsuite' in suites ? suites.testsuite?.[0] : undefined;
  expect(suite).toMatchObject({ tests: 5, skipped: 2, failures: 1, errors: 1 });

  const names: string[] = [];
  const parser = new Parser({ strict: true });
  parser.on('child', (child: Parser) => child.on('assert', ({ name, skip }) => skip && names.push(name)));
  const read = new Promise((resolve) => parser.on('complete', resolve));
  parser.end(reported('tap', {}, cutShort));
  await read;
  expect(names).toEqual(['second › untouched', 'second › solved › docker ps']);

  const { tests } = JSON.parse(reported('gradescope', {}, cutShort));
  expect(tests.map(({ score }: { score: number }) => score)).toEqual([1, 0, 0, 0, 0]);
  expect(JSON.parse(reported('json', {}, cutShort)).labs[0].untried).toMatchObject([
    { step: 'second', phase: 'untouched', line: position.line },
    { step: 'second', phase: 'solved', name: 'docker ps' },
  ]);
});
