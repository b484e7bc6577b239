import { expect, test } from 'vitest';
import { whyNotMade } from '../../checks/docker/failure.ts';
import { areWords, asksFor, lineOf, programOf, wordsOf } from '../../checks/docker/words.ts';
import { say } from '../../runner/words/say.ts';

test.each<[string, readonly string[]]>([
  ['sleep 11111', ['sleep', '11111']],
  ['  sleep   11111 ', ['sleep', '11111']],
  ['nginx -g "daemon off;"', ['nginx', '-g', 'daemon off;']],
  ['sh -c \'echo "a b"\'', ['sh', '-c', 'echo "a b"']],
  ['a\\ b c', ['a b', 'c']],
  ['echo "a \\"b\\" $c" \'\'', ['echo', 'a "b" $c', '']],
  ['a"b c"d', ['ab cd']],
])('the words of %s', (line, words) => {
  expect(wordsOf(line)).toEqual(words);
  expect(wordsOf(lineOf(words))).toEqual(words);
});

test('words that need none are shown without quotes', () => {
  expect(lineOf(['/bin/sleep', '11111'])).toBe('/bin/sleep 11111');
  expect(lineOf(['sleep 11111'])).toBe('"sleep 11111"');
});

test.each([
  [['sleep', '11111'], true],
  [['/usr/bin/sleep', '11111'], true],
  [['sleep', '111111'], false],
  [['sleep', '11111', '5'], false],
  [['sleep 11111'], false],
  [['echo', 'sleep', '11111'], false],
])('a process with the arguments %j is `sleep 11111`: %s', (args, expected) => {
  expect(areWords(args, ['sleep', '11111'])).toBe(expected);
});

test.each([
  [['sh', '-c', 'sleep 11111'], true],
  [['/bin/sh', '-c', '  exec sleep   11111 '], true],
  [['bash', '-c', 'sleep 11111;'], true],
  [['bash', '-lc', '/bin/sleep 11111'], true],
  [['sh', '-c', "'sleep 11111'"], false],
  [['sh', '-c', 'sleep 11111 & sleep 1'], false],
  [['sh', '-c', 'echo sleep 11111'], false],
  [['sh', 'sleep 11111'], false],
])('%j asks for `sleep 11111`: %s', (command, expected) => {
  expect(asksFor(command, ['sleep', '11111'])).toBe(expected);
});

test("a shell's program is the one that it calls", () => {
  expect(programOf(['sh', '-c', 'slep 11111'])).toBe('slep');
  expect(programOf(['/bin/slep', '1'])).toBe('/bin/slep');
  expect(programOf(['sh', '-c', 'true; slep 1'])).toBeUndefined();
});

test('what the engine says of the learner’s own words is theirs, what it says of its own disk is not', () => {
  const workdir = whyNotMade('Cannot mkdir: /etc/passwd is not a directory');
  expect(workdir).not.toHaveProperty('blame');
  expect(say('en', workdir.because)).toBe('The engine made no container: Cannot mkdir: /etc/passwd is not a directory');
  expect(whyNotMade('mkdir /var/lib/docker/x: no space left on device')).toMatchObject({ blame: 'machine' });
});
