import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { narrowRoom } from '../../runner/commands/lint/room.ts';
import { lintLab, subjectOf } from '../../runner/lab/lint/lintLab.ts';
import { freshMarks } from '../../runner/lab/lint/staleTranslation.ts';
import { readLab } from '../../runner/lab/read.ts';
import { withDigests } from '../../runner/lab/translationDigests.ts';
import { say } from '../../runner/words/say.ts';
import { known, tiny, tinyJa } from './labs.ts';

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'labs-')), 'docker', 'tiny');
  mkdirSync(join(folder, 'files'), { recursive: true });
});

afterEach(() => rmSync(join(folder, '..', '..'), { recursive: true }));

function write(english = tiny, japanese: string | undefined = tinyJa): void {
  writeFileSync(join(folder, 'lab.yaml'), english);
  if (japanese) writeFileSync(join(folder, 'lab.ja.yaml'), japanese);
}

const codes = () => lintLab(readLab(folder, known), known, narrowRoom()).map((each) => each.code);

const words = () => lintLab(readLab(folder, known), known, narrowRoom()).map((each) => say('en', each.message));

/** What `seatrial lint --fix` does. */
function mark(): void {
  const subject = subjectOf(readLab(folder, known), known) ?? expect.fail();
  const translation = subject.translation ?? expect.fail();
  writeFileSync(join(folder, 'lab.ja.yaml'), withDigests(translation.source.text, freshMarks(subject, translation)));
}

test('a lab is read in both languages', () => {
  write();
  const { lab } = readLab(folder, known);
  expect(lab?.en.title).toBe('A tiny lab');
  expect(lab?.ja).toMatchObject({ title: '小さなラボ', language: 'ja', id: 'tiny' });
  expect(lab?.ja.steps[1]?.questions[0]).toMatchObject({ ask: 'PIDは？', answer: ['${first.pid}', '1'] });
  expect(lab?.ja.steps[1]?.questions[0]?.near).toContainEqual({
    value: '${first.process.parent.pid}',
    say: 'それは親です。',
  });
});

test('without a translation it is English in both', () => {
  write(tiny, '');
  const { lab } = readLab(join(folder, 'lab.yaml'), known);
  expect(lab?.ja).toEqual(lab?.en);
  expect(codes()).toContain('untranslated');
});

test('what a lab is not written in is not missed, and not said by a file beside it', () => {
  const english = tiny.replace('minutes: 5', 'languages: [en]\nminutes: 5');
  write(english, '');
  expect(codes()).toEqual([]);
  write(english);
  mark();
  expect(words()).toEqual([
    'The lab says under `languages` that it is written in one language alone, and here is another. Name both there, or remove this file.',
  ]);
});

test('the digest tells every file of a lab', () => {
  write();
  const before = readLab(folder, known).lab?.en.digest;
  writeFileSync(join(folder, 'files', 'pod.yaml'), 'kind: Pod');
  expect(readLab(folder, known).lab?.en.digest).not.toBe(before);
});

test('a folder without a lab is said to be one', () => {
  expect(readLab(folder, known).diagnostics.map((each) => each.code)).toEqual(['unreadable']);
});

test.each([
  ['a step that is not there', '  first:\n', '  frist:\n', 'unknown-step'],
  ['a near answer that is not there', '"0": いいえ。', '"5": いいえ。', 'unknown-near'],
  ['a question that is not there', '"2": {', '"3": {', 'unknown-question'],
  ['a hint too few', ', オプションが必要です。', '', 'hints-differ'],
  ['a key that is none', 'title: 親', 'titel: 親', 'unknown-key'],
])('a translation of %s is a mistake', (_, find, replacement, code) => {
  write(tiny, tinyJa.replace(find, replacement));
  expect(readLab(folder, known).diagnostics.map((each) => each.code)).toEqual([code]);
});

test('a marked translation is stale once its original changes, until it changes, too', () => {
  write();
  expect(codes()).toEqual(['stale-translation']);
  mark();
  expect(codes()).toEqual([]);

  writeFileSync(join(folder, 'lab.yaml'), tiny.replace('Find the parent', 'Find its parent'));
  expect(codes()).toEqual(['stale-translation']);
  mark();
  expect(codes()).toEqual(['stale-translation']);

  const japanese = readFileSync(join(folder, 'lab.ja.yaml'), 'utf8');
  writeFileSync(join(folder, 'lab.ja.yaml'), japanese.replace('親を探す', 'その親を探す'));
  expect(words()).toEqual([
    'The translation of the step "parent" has changed since it was marked. Run `seatrial lint --fix` when it says what the English says.',
  ]);
  mark();
  expect(codes()).toEqual([]);
});

test('a line of a here-document is not the solution that a text gives away', () => {
  const solution =
    "|\n      cat > x <<'END'\n      replicas: 3 of them\n      END\n      docker run -d linux sleep 11111";
  const given = (code: string) =>
    tiny
      .replace('The engine can start it in the background.', `It holds ${code}.`)
      .replace('solution: docker run -d linux sleep 11111', `solution: ${solution}`);
  write(given('`replicas: 3 of them`'));
  expect(codes()).not.toContain('given-away');
  write(given('`docker run -d linux sleep 11111`'));
  expect(codes()).toContain('given-away');
});

test.each([
  ['given-away', 'The engine can start it in the background.', 'Type `docker run -d  linux sleep 11111`.', '21:9'],
  ['no-mistakes', 'mistakes:\n      - answer: "2"\n        question: "2"\n        expect: "2"', 'passes: once', '33:9'],
  ['unlearned', '    learned: Every process has a parent.\n', '', '33:9'],
  ['undeclared-image', 'images: [linux]', 'images: []', '15:36'],
  ['unused-fact', '`${first_ip}` under', 'under', '31:13'],
  [
    'vacuous-script',
    '|| { echo "there is no /tmp/x"; exit 1; }\n          test "$first"',
    '\n          echo "$first"',
    '19:11',
  ],
  ['long-text', 'in the background** that', `in the background** ${'again and '.repeat(80)}`, '11:5'],
])('%s is found at its place', (code, find, replacement, place) => {
  write(tiny.replace(find, replacement));
  mark();
  expect(tiny).toContain(find);
  const found = lintLab(readLab(folder, known), known, narrowRoom()).map(
    (each) => `${each.code} ${each.line}:${each.column}`,
  );
  expect(found).toContain(`${code} ${place}`);
});

test('a comment with a reason lets one place pass', () => {
  const silent = tiny.replace('`${first_ip}` under', 'under');
  const keep = '    keep: { first_ip';
  write(silent.replace(keep, `    # seatrial-ignore unused-fact: a later lab reads it\n${keep}`));
  mark();
  expect(codes()).toEqual([]);
  write(silent.replace(keep, `    # seatrial-ignore unused-fact\n${keep}`));
  mark();
  expect(codes()).toEqual(['ignore-reason', 'unused-fact']);
  write(silent.replace(keep, `    # seatrial-ignore unused-facts: why\n${keep}`));
  mark();
  expect(codes()).toEqual(['unknown-rule', 'unused-fact']);
});
