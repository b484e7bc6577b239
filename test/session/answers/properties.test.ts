import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnswerKind, answerKinds } from '../../../runner/lab/answerKind.ts';
import { answerAdversaries } from '../../../runner/session/answers/adversaries.ts';
import { judgeAnswer } from '../../../runner/session/judgeAnswer.ts';
import { say } from '../../../runner/words/say.ts';

const octet = fc.integer({ min: 1, max: 254 });
const word = fc.stringMatching(/^[a-z]{3,8}(?:[-_][a-z0-9]{2,6})?$/);
// Words that a sentence is made of are no names.
const name = word.filter(
  (each) => each !== 'aka' && judgeAnswer({ ...question('name', each), given: `it is ${each}` }).status === 'passed',
);

const values: Readonly<Partial<Record<AnswerKind, fc.Arbitrary<string>>>> = {
  pid: fc.integer({ min: 1, max: 4_194_304 }).map(String),
  number: fc.integer({ min: 1, max: 10_000_000 }).map(String),
  address: fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.')),
  program: name,
  name,
  path: fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
};

function question(kind: AnswerKind, value: string) {
  return { kind, expected: [value], near: [] };
}

test.each(Object.entries(values))(
  '%s: any value is right in every right form, and in no wrong one',
  (key, arbitrary) => {
    const kind = answerKinds.find((each) => each === key) ?? expect.fail();
    fc.assert(
      fc.property(arbitrary, (value) => {
        for (const { given, outcome } of answerAdversaries(question(kind, value), value)) {
          const { status } = judgeAnswer({ ...question(kind, value), given });
          expect([given, status]).toEqual([given, outcome === 'right' ? 'passed' : 'pending']);
        }
      }),
      { numRuns: 200 },
    );
  },
);

test.each(Object.entries(values))('%s: another value is right in no form', (key, arbitrary) => {
  const kind = answerKinds.find((each) => each === key) ?? expect.fail();
  fc.assert(
    fc.property(arbitrary, arbitrary, (value, other) => {
      fc.pre(value !== other);
      for (const { given, outcome } of answerAdversaries(question(kind, other), other)) {
        if (outcome === 'wrong' || given.includes(value)) continue;
        expect([given, judgeAnswer({ ...question(kind, value), given }).status]).toEqual([given, 'pending']);
      }
    }),
    { numRuns: 200 },
  );
});

test('whatever is typed, it is judged, and what is said of it reads in both languages', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'PID',
      'PPID',
      '42',
      '172.17.0.2',
      'init',
      'or',
      'not',
      '\n',
      '"',
      '(',
      ')',
      'です',
      'はい',
      ': ',
      '- ',
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...answerKinds), fc.array(piece, { maxLength: 12 }), (kind, pieces) => {
      const given = pieces.join(' ');
      const choices = kind === 'choice' ? { choices: ['a house', 'a tree'] } : {};
      const expected = [{ ...{ choice: 'a house' } }[String(kind)] ?? '4711'];
      const verdict = judgeAnswer({
        kind,
        given,
        expected,
        near: [{ value: '42', say: 'no' }],
        about: ['init'],
        ...choices,
      });
      for (const language of ['en', 'ja'] as const) expect(say(language, verdict.because)).not.toMatch(/undefined/);
      if (kind === 'choice' || kind === 'yes-no') return;
      expect(verdict.status === 'passed' && !given.normalize('NFKC').includes('4711')).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
