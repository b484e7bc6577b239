import { expect, test } from 'vitest';
import { mutantsOf, nearlyRight, sample } from '../../runner/prove/mutate/mutants.ts';
import { wordsOf } from '../../runner/prove/mutate/words.ts';

const surroundings = { images: ['linux'], facts: ['first', 'second'] };
const runs = (text: string, right: readonly string[] = []) =>
  mutantsOf(text, surroundings, right).map(({ change, run }) => `${change}: ${run}`);

test('each small mistake in a command is made once', () => {
  expect(runs('docker run -d linux sleep 11111')).toEqual([
    'other-command: docker create -d linux sleep 11111',
    'flag-dropped: docker run linux sleep 11111',
    'other-image: docker run -d other-linux sleep 11111',
    'arguments-swapped: docker run -d sleep linux 11111',
    'argument-dropped: docker run -d sleep 11111',
    'name-changed: docker run -d linux sleepx 11111',
    'arguments-swapped: docker run -d linux 11111 sleep',
    'argument-dropped: docker run -d linux 11111',
    'number-changed: docker run -d linux sleep 11112',
    'argument-dropped: docker run -d linux sleep',
  ]);
});

test('facts are taken for each other, lines are left out, and what is right as well is no mutant', () => {
  const text = 'docker exec ${first.name} ls\ndocker exec ${second.name} ls';
  const found = runs(text, ['docker exec ${second.name} ls']);
  expect(found).toContain('other-fact: docker exec ${second.name} ls\ndocker exec ${second.name} ls');
  expect(found).toContain('line-left-out: docker exec ${first.name} ls');
  expect(found).not.toContain('line-left-out: docker exec ${second.name} ls');
});

test('a line that is part of a larger command is not left out', () => {
  expect(runs('for i in 1 2; do\nls a\ndone').some((each) => each.startsWith('line-left-out'))).toBe(false);
});

test('quoted text is one word, and what stands behind an operator is a program', () => {
  const roles = wordsOf(`ps -ef | grep "a b" > out`).map(({ text, role }) => `${role} ${text}`);
  expect(roles).toEqual([
    'program ps',
    'flag -ef',
    'operator |',
    'program grep',
    'argument "a b"',
    'operator >',
    'argument out',
  ]);
});

test('answers are wrong by one', () => {
  expect(nearlyRight('42')).toEqual(['43', '41']);
  expect(nearlyRight('0')).toEqual(['1']);
  expect(nearlyRight('172.17.0.2')).toEqual(['172.17.0.3', '172.17.0.1']);
  expect(nearlyRight('init')).toEqual(['ini', 'initx']);
});

test('a sample is taken from all parts', () => {
  expect(sample([1, 2, 3], 3)).toEqual([1, 2, 3]);
  expect(sample([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 3, 5]);
});
