import Docker from 'dockerode';
import { afterAll, expect, test } from 'vitest';
import { parseAttempts, questionAt } from '../../runner/lab/attempts.ts';
import type { Question } from '../../runner/lab/lab.ts';
import { proveAttempts } from '../../runner/prove/attempts/proveAttempts.ts';
import type { Proof } from '../../runner/prove/event.ts';
import { prove } from '../../runner/prove/run.ts';
import { proverTools } from '../../runner/prove/tools.ts';
import { tracesOn } from '../../runner/world/machine/traces.ts';
import { attackedLab, fileCheck, fileStep } from '../helpers/attackLab.ts';
import { testMachines } from '../helpers/machine.ts';

const calledOff = new AbortController();
afterAll(() => calledOff.abort());

const read = (attempts: string) => parseAttempts(`lab: small\nattempts:\n${attempts}`, '/attempts.yaml');

test('a question goes with an answer alone', () => {
  const { found } = read('  - { name: a, at: one, answer: 7, question: 2, expect: passed }');
  expect(found?.attempts).toMatchObject([{ answer: '7', question: '2' }]);
  const { diagnostics } = read('  - { name: a, at: one, run: ls, question: 2, expect: passed }');
  expect(diagnostics.map(({ code }) => code)).toEqual(['mistake-form']);
});

const position = { file: '/labs/attacked/lab.yaml', line: 1, column: 1 };
const question = (id: string, answer: string): Question => ({
  ...{ id, ask: `${id}?`, answer: [answer], near: [], kind: 'text', position },
});
const questions = [question('colour', 'red'), question('1', 'one'), question('size', 'small')];

test.each([
  ['colour', 0],
  ['size', 2],
  ['3', 2],
  ['1', 1],
  ['4', -1],
  ['taste', -1],
] as const)('the question %s', (named, place) => {
  expect(questionAt({ questions }, named)).toBe(place);
});

test('each question of a step can be answered, and what is pending is looked at once more before it is believed', {
  timeout: 120_000,
}, async () => {
  const lab = attackedLab('tried', fileStep('woken-by-nothing', { path: '/root/one' }), {
    ...fileStep('asked'),
    questions,
  });
  const attempts = read(
    [
      '{ name: the first, answer: red, expect: passed }',
      '{ name: the second, question: 2, answer: one, expect: passed }',
      '{ name: the third by its id, question: size, answer: small, expect: passed }',
      '{ name: the third wrongly, question: size, answer: red, expect: pending, says: not the answer }',
      '{ name: nothing, at: woken-by-nothing, run: ls, expect: pending }',
      '{ name: right, at: woken-by-nothing, run: touch /root/one, expect: pending }',
    ]
      .map((each) => `  - ${each.includes('at:') ? each : each.replace('{', '{ at: asked,')}`)
      .join('\n'),
  ).found;
  const proofs: Proof[] = [];
  await prove(
    {
      ...{ labs: [lab], language: 'en', jobs: 2, repeat: 1, keep: false, bail: false },
      proveOne: (task, tools) => proveAttempts(task, attempts?.attempts ?? [], 'en', tools),
      onEvent: (event) => event.type === 'phase.ended' && proofs.push(event.proof),
    },
    proverTools({
      ...{ machines: testMachines(), traces: tracesOn(new Docker()) },
      ...{ checks: [fileCheck(() => [], { wakesOn: [] })], signal: calledOff.signal, timeout: 12_000 },
    }),
  );
  expect(proofs.map(({ name, result }) => [name, result.outcome]).toSorted()).toEqual([
    ['nothing', 'ok'],
    ['right', 'failed'],
    ['the first', 'ok'],
    ['the second', 'ok'],
    ['the third by its id', 'ok'],
    ['the third wrongly', 'ok'],
  ]);
});
