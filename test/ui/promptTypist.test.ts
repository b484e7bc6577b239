import { expect, test } from 'vitest';
import type { Mark } from '../../runner/ui/terminal/marks.ts';
import { PromptTypist } from '../../runner/ui/terminal/promptTypist.ts';

const started: Mark = { type: 'started' };
const prompt: Mark = { type: 'prompt', exitCode: 0 };

function typing() {
  const typed: string[] = [];
  const typist = new PromptTypist((data) => typed.push(data.replace('\x05\x15', '').replace('\r', '')));
  return { typist, typed };
}

test('the next line waits for the prompt after the one before', () => {
  const { typist, typed } = typing();
  typist.type('one\ntwo\n');
  expect(typed).toEqual(['one']);
  typist.mark(started);
  typist.quiet();
  expect(typed).toEqual(['one']);
  typist.mark(prompt);
  expect(typed).toEqual(['one', 'two']);
  typist.mark(started);
  typist.mark(prompt);
  expect(typed).toEqual(['one', 'two']);
});

test('a line without an end brings no prompt: the next one follows once the shell is still', () => {
  const { typist, typed } = typing();
  typist.type('for n in 1 2; do\necho $n\ndone');
  typist.quiet();
  typist.quiet();
  typist.quiet();
  expect(typed).toEqual(['for n in 1 2; do', 'echo $n', 'done']);
});

test('nothing is typed into a command that has the shell', () => {
  const { typist, typed } = typing();
  typist.mark(started);
  typist.type('ls');
  typist.quiet();
  expect(typed).toEqual([]);
  typist.mark(prompt);
  expect(typed).toEqual(['ls']);
});

test('another shell gets nothing of what the last one was to get', () => {
  const { typist, typed } = typing();
  typist.type('one\ntwo');
  typist.forget();
  typist.mark(prompt);
  expect(typed).toEqual(['one']);
});
