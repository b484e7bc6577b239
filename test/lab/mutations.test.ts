import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw } from '../../runner/lab/draw.ts';
import { parseOverlay } from '../../runner/lab/overlay.ts';
import { parseLab } from '../../runner/lab/parse.ts';
import { file, known, tiny, tinyJa } from './labs.ts';

const scraps = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '\n',
  '  ',
  '\t',
  '|',
  '&a ',
  '*a',
  '!!map ',
  '---\n',
  '#',
  '${',
  '${first',
  '${first.x}',
  'null',
  '~',
  '7',
  'true',
  '日本語',
  '\u0000',
  '\u001b[2J',
  '\ud83d\ude00',
  'docker/container',
  'run',
  'as',
  '__proto__',
  'constructor',
  '<<: ',
];

type Change = { readonly at: number; readonly cut: number; readonly put: string };

const change = (length: number): fc.Arbitrary<Change> =>
  fc.record({
    at: fc.nat(length),
    cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)),
    put: fc.oneof(fc.constant(''), fc.constantFrom(...scraps), fc.string({ maxLength: 4, unit: 'binary' })),
  });

const changed = (text: string, changes: readonly Change[]) =>
  changes.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), text);

/** Lines of a lab in another order, left out or said twice. */
const shuffled = (text: string) =>
  fc
    .shuffledSubarray([...text.split('\n').keys()])
    .map((order) => order.map((line) => text.split('\n')[line]).join('\n'));

const mutated = (text: string) =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc.array(change(text.length), { minLength: 1, maxLength: 4 }).map((all) => changed(text, all)),
    },
    { weight: 1, arbitrary: shuffled(text) },
  );

test('10,000 mutated labs end in a lab or in diagnostics that can be drawn', { timeout: 300_000 }, () => {
  let broken = 0;
  fc.assert(
    fc.property(mutated(tiny), (text) => {
      const { lab, diagnostics } = parseLab(text, file, known);
      broken += lab ? 0 : 1;
      expect(lab === undefined).toBe(diagnostics.length > 0);
      for (const each of diagnostics) {
        const drawn = `${draw(each, 'en')}\n${draw(each, 'ja')}`;
        expect(drawn).not.toMatch(/undefined|\[object/);
        expect(drawn.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      }
    }),
    { numRuns: 10_000, seed: 20_260_704 },
  );
  expect(broken).toBeGreaterThan(4000);
});

test('1,000 mutated translations end in a translation or in diagnostics', () => {
  const { lab } = parseLab(tiny, file, known);
  fc.assert(
    fc.property(mutated(tinyJa), (text) => {
      const { overlay, diagnostics } = parseOverlay(text, file, lab ?? expect.fail());
      expect(overlay === undefined).toBe(diagnostics.length > 0);
    }),
    { numRuns: 1000, seed: 20_260_704 },
  );
});
