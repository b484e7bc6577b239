import { expect, test } from 'vitest';
import { applicationKeys, type Input, Router } from '../../runner/ui/terminal/router.ts';

const read = (...chunks: readonly string[]): readonly Input[] => {
  const router = new Router();
  return chunks.flatMap((chunk) => router.read(chunk));
};

const begin = { type: 'paste', edge: 'begin' };
const end = { type: 'paste', edge: 'end' };

test('Ctrl-] switches, also in the middle of what was typed', () => {
  expect(read('ls\x1d h')).toEqual([{ type: 'typed', text: 'ls' }, { type: 'switch' }, { type: 'typed', text: ' h' }]);
});

test('Ctrl-] inside a paste is text', () => {
  expect(read('\x1b[200~a\x1db\x1b[201~\x1d')).toEqual([
    begin,
    { type: 'pasted', text: 'a\x1db' },
    end,
    { type: 'switch' },
  ]);
});

test('a paste marker that comes in pieces is still one', () => {
  const pasted = '\x1b[200~one\x1b[201~two';
  for (let cut = 3; cut < pasted.length; cut++) {
    const inputs = read(pasted.slice(0, cut), pasted.slice(cut));
    const text = (type: string) => inputs.flatMap((each) => (each.type === type && 'text' in each ? each.text : []));
    expect(inputs.filter((each) => each.type === 'paste')).toEqual([begin, end]);
    expect(text('pasted').join('')).toBe('one');
    expect(text('typed').join('')).toBe('two');
  }
});

test('a lone escape is a key at once', () => {
  expect(read('\x1b')).toEqual([{ type: 'typed', text: '\x1b' }]);
});

test('Shift with the page keys looks back, the page keys alone are the shell’s', () => {
  expect(read('\x1b[5;2~\x1b[6;2~\x1b[5~')).toEqual([
    { type: 'page', direction: -1 },
    { type: 'page', direction: 1 },
    { type: 'typed', text: '\x1b[5~' },
  ]);
});

test('arrows for programs that want them in their own way', () => {
  expect(applicationKeys('\x1b[A\x1b[5~x\x1b[H')).toBe('\x1bOA\x1b[5~x\x1bOH');
});
