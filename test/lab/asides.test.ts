import { expect, test } from 'vitest';
import { parseOverlay } from '../../runner/lab/overlay.ts';
import { parseLab } from '../../runner/lab/parse.ts';
import { textsOf, translatedTexts, untranslatedIn } from '../../runner/lab/texts.ts';
import { translate } from '../../runner/lab/translate.ts';
import { file, known } from './labs.ts';

const written = `format: 1
id: tiny
title: Tiny
minutes: 5
needs: { docker: {} }
images: [linux]
steps:
  - id: first
    title: First
    predict:
      ask: How many?
      choices: [1, many]
      means: [It is alone., It shares.]
    waits: { for: the next probe, seconds: 10 }
    checks:
      - docker/container: { image: linux, args: sleep 1 }
    solution: docker run -d linux
`;

const overlay = `title: 小さな
steps:
  first:
    title: 最初
    predict:
      ask: いくつですか？
      choices: [1個, 多数]
      means: [独立しています。, 共有しています。]
    waits: 次のプローブ
`;

const codes = (text: string) => parseLab(text, file, known).diagnostics.map(({ code }) => code);

function lab() {
  return parseLab(written, file, known).lab ?? expect.fail();
}

test('a step asks what will happen, and says what is waited for', () => {
  expect(parseLab(written, file, known).diagnostics).toEqual([]);
  expect(lab().steps[0]).toMatchObject({
    predict: { ask: 'How many?', choices: ['1', 'many'], means: ['It is alone.', 'It shares.'] },
    waits: { for: 'the next probe', seconds: 10 },
  });
  const bare = written.replace(/ {6}choices.*\n {6}means.*\n/, '').replace(/ {4}waits.*\n/, '');
  const [step] = parseLab(bare, file, known).lab?.steps ?? [];
  expect(step?.predict).toEqual({ ask: 'How many?' });
  expect(step).not.toHaveProperty('waits');
});

test('both are translated, part by part, and what is not is missed', () => {
  const { overlay: other, diagnostics } = parseOverlay(overlay, 'lab.ja.yaml', lab());
  expect(diagnostics).toEqual([]);
  if (!other) return expect.fail();
  expect(translate(lab(), other, 'ja').steps[0]).toMatchObject({
    predict: { ask: 'いくつですか？', choices: ['1個', '多数'], means: ['独立しています。', '共有しています。'] },
    waits: { for: '次のプローブ', seconds: 10 },
  });
  const missed = (text: string) =>
    untranslatedIn(
      textsOf(lab()),
      translatedTexts(parseOverlay(text, 'lab.ja.yaml', lab()).overlay ?? expect.fail(), lab()),
    );
  expect(missed(overlay)).toEqual([]);
  expect(missed(overlay.replace(/ {4}waits.*\n/, ''))).toEqual(['steps.first.waits']);
  expect(missed(overlay.replace(/ {6}means.*\n/, ''))).toEqual([
    'steps.first.predict.means.1',
    'steps.first.predict.means.2',
  ]);
});

test.each([
  ['fewer meanings than choices', 'means: [It is alone., It shares.]', 'means: [It is alone.]', 'means-differ'],
  ['a wait without an end', ', seconds: 10', '', 'missing-key'],
  ['a single choice', '[1, many]', '[1]', 'too-few'],
  ['no question', 'ask: How many?', 'ask: ""', 'blank'],
  ['an answer', 'ask: How many?', 'ask: How many?\n      answer: 1', 'unknown-key'],
])('%s', (_, find, put, code) => {
  expect(codes(written.replace(find, put))).toContain(code);
});

test.each([
  ['a choice too few', 'choices: [1個, 多数]', 'choices: [1個]', 'choices-differ'],
  ['a meaning too many', '共有しています。]', '共有しています。, 他]', 'means-differ'],
])('in the translation: %s', (_, find, put, code) => {
  const { diagnostics } = parseOverlay(overlay.replace(find, put), 'lab.ja.yaml', lab());
  expect(diagnostics.map((each) => each.code)).toContain(code);
});

test('what the step has not cannot be translated', () => {
  const plain = written.replace(/ {4}predict[\s\S]*seconds: 10 }\n/, '');
  const { diagnostics } = parseOverlay(overlay, 'lab.ja.yaml', parseLab(plain, file, known).lab ?? expect.fail());
  expect(diagnostics.map((each) => each.code)).toEqual(['not-in-step', 'not-in-step']);
});
