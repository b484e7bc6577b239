import { expect, test } from 'vitest';
import { OutputFilter, type Piece } from '../../runner/ui/plain/outputFilter.ts';

const read = (colorless: boolean, ...chunks: readonly string[]): readonly Piece[] => {
  const filter = new OutputFilter({ colorless });
  return chunks.flatMap((chunk) => filter.read(chunk));
};

const text = (pieces: readonly Piece[]): string =>
  pieces.map((each) => (each.type === 'text' ? each.text : '')).join('');

const output = 'one\x1b]7733;nonce;C\x07two\x1b[1;31mred\x1b[0m\x1b]7733;nonce;D;3\x07$ ';

test('marks are taken out at their place', () => {
  expect(read(false, 'a\x1b]7733;n;C\x07b\x1b]7733;n;D;3\x1b\\c')).toEqual([
    { type: 'text', text: 'a' },
    { type: 'mark', mark: { type: 'started' } },
    { type: 'text', text: 'b' },
    { type: 'mark', mark: { type: 'prompt', exitCode: 3 } },
    { type: 'text', text: 'c' },
  ]);
});

test.each([false, true])('wherever the output is cut, the same comes of it (colourless: %s)', (colorless) => {
  const whole = read(colorless, output);
  for (let cut = 1; cut < output.length; cut++) {
    const pieces = read(colorless, output.slice(0, cut), output.slice(cut));
    expect(text(pieces)).toBe(text(whole));
    expect(pieces.filter((each) => each.type === 'mark')).toEqual(whole.filter((each) => each.type === 'mark'));
  }
});

test('colours stay unless they are not wanted', () => {
  expect(text(read(false, output))).toContain('\x1b[1;31mred');
  expect(text(read(true, output))).toBe('onetwored$ ');
});

test('a title for the window and the wish for paste markers are not for a plain terminal', () => {
  expect(text(read(true, '\x1b]0;title\x07\x1b[?2004hok'))).toBe('ok');
});
