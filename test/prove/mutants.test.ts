import { expect, test } from 'vitest';
import { mutantsOf, nearlyRight, sample } from '../../runner/prove/mutate/mutants.ts';
import { phrasesOf } from '../../runner/prove/mutate/words.ts';

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

test('a command of several lines is left out as a whole, never a line of it', () => {
  const loop = 'for i in 1 2; do\nls a\ndone';
  const leftOut = (text: string) => runs(text).filter((each) => each.startsWith('line-left-out'));
  expect(leftOut(loop)).toEqual([]);
  expect(leftOut(`${loop}\nls b`)).toEqual(['line-left-out: ls b', `line-left-out: ${loop}`]);
  expect(leftOut('# first\nls a; ls b\nls \\\n  c')).toEqual([
    'line-left-out: # first\nls \\\n  c',
    'line-left-out: # first\nls a; ls b',
  ]);
});

test('a here-document is a text: its numbers and images are changed, and it is left out with its command', () => {
  const text = "cat > web.yaml <<'END'\nimage: linux\nreplicas: 3 # docker run\nEND\nkubectl apply -f web.yaml";
  const wrong = (from: string, to: string) => text.replace(from, to);
  const found = mutantsOf(text, surroundings);
  expect(found.map(({ run }) => run)).toEqual([
    wrong('web.yaml <<', 'web.yamlx <<'),
    wrong('linux', 'other-linux'),
    wrong('3', '4'),
    'kubectl apply -f web.yaml',
    wrong('apply -f', 'apply'),
    wrong('-f web.yaml', '-f web.yamlx'),
    wrong('-f web.yaml', '-f'),
    text.slice(0, text.indexOf('\nkubectl')),
  ]);
  expect(found[2]?.line).toEqual({ was: 'replicas: 3 # docker run', now: 'replicas: 4 # docker run' });
});

test('quoted text is one word, and what stands behind an operator is a program', () => {
  const roles = phrasesOf(`ps -ef | grep "a b" > out 2>&1 <<< text`).map((words) =>
    words.map(({ text, role }) => `${role} ${text}`),
  );
  expect(roles).toEqual([
    ['program ps', 'flag -ef'],
    ['program grep', 'argument "a b"'],
    ['value out'],
    ['value text'],
  ]);
});

test('what is put into a line is a command of its own', () => {
  const texts = phrasesOf('id=$(docker ps -q)\nkill "$(pidof `echo sleep`)"').map((words) =>
    words.map(({ text }) => text),
  );
  expect(texts).toContainEqual(['docker', 'ps', '-q']);
  expect(texts).toContainEqual(['pidof', '`echo sleep`']);
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
