import { expect, test } from 'vitest';
import { parseOverlay } from '../../runner/lab/overlay.ts';
import { parseLab } from '../../runner/lab/parse.ts';
import { textsOf, translatedTexts } from '../../runner/lab/texts.ts';
import { translate } from '../../runner/lab/translate.ts';
import { say } from '../../runner/words/say.ts';
import { fakeLab, openFake } from '../session/fake/session.ts';
import { file, known, tiny, tinyJa } from './labs.ts';

const bound = 'sleep 11111, as: first }';
const said = tiny.replace(
  bound,
  'sleep 11111, as: first, say: { container.none: "None yet, not even ${expected}." } }',
);
const saidJa = tinyJa.replace('    hints: [エ', '    say: { 1: { container.none: まだありません。 } }\n    hints: [エ');

const codes = (text: string) => parseLab(text, file, known).diagnostics.map(({ code }) => code);

test('what a lab says in place of a check is a text of each language', () => {
  const { lab } = parseLab(said, file, known);
  if (!lab) throw new Error(codes(said).join());
  const { overlay } = parseOverlay(saidJa, 'lab.ja.yaml', lab);
  if (!overlay) throw new Error('The translation is wrong.');
  const key = 'steps.first.say.1.container.none';
  expect(textsOf(lab).get(key)).toBe('None yet, not even ${expected}.');
  expect(translatedTexts(overlay, lab).get(key)).toBe('まだありません。');
  expect(translate(lab, overlay, 'ja').steps[0]?.checks[0]).toMatchObject({
    say: { 'container.none': { en: 'None yet, not even ${expected}.', ja: 'まだありません。' } },
  });
});

test('it replaces a message that there is, of a check that there is', () => {
  expect(codes(said.replace('container.none', 'container.nine'))).toEqual(['unknown-message']);
  expect(codes(said.replace('${expected}', '${frist.name}'))).toEqual(['unknown-fact']);
  expect(
    codes(said.replace('say: { container.none:', 'say: { container.none: [').replace('." } }', '."] } }')),
  ).toEqual(['wrong-type']);
  const { lab } = parseLab(said, file, known);
  const strange = saidJa.replace('1: { container', '2: { container');
  expect(lab && parseOverlay(strange, 'lab.ja.yaml', lab).diagnostics.map(({ code }) => code)).toEqual(['unknown-say']);
});

test('what stands beside a script is told by its name', () => {
  const beside = (key: string) => codes(tiny.replace('      - run: |', `      - ${key}\n        run: |`));
  expect(beside('stays: 3')).toEqual([]);
  expect(beside('stay: 3')).toEqual(['unknown-key']);
  expect(beside('gives: [Lines]')).toEqual(['wrong-form']);
});

test('it is said in the language that is read, with its facts, and only where nothing is missing in it', async () => {
  const step = (words: string) =>
    fakeLab(`
  - id: run
    title: Run
    checks:
      - docker/runs: { line: sleep 300, as: web, say: "${words}" }
    solution: docker run -d linux sleep 300
`);
  const { says, session } = await openFake(step('Nobody sleeps on ${host.process.1.name}.'));
  expect(says()).toEqual(['Nothing runs it.']);
  expect(session.state().finished).toBe(false);
  const plain = await openFake(step('Nobody sleeps.'));
  expect(plain.says()).toEqual(['Nobody sleeps.']);
  const verdict = plain.session.state().steps[0]?.verdicts[0];
  expect(verdict && say('ja', verdict.because)).toBe('Nobody sleeps.');
});
