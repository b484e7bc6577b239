import Docker from 'dockerode';
import { afterAll, expect, test } from 'vitest';
import { tracesOn } from '../../runner/infra/machine/traces.ts';
import { parseAttempts, questionAt } from '../../runner/lab/attempts.ts';
import type { LabIn, Question } from '../../runner/lab/lab.ts';
import { proveAttempts } from '../../runner/prove/attempts/proveAttempts.ts';
import type { Proof } from '../../runner/prove/event.ts';
import { runProofs } from '../../runner/prove/runProofs.ts';
import { proverTools } from '../../runner/prove/tools.ts';
import { commandsIn } from '../../runner/typist/fillIn.ts';
import type { Topic } from '../../runner/world/wake.ts';
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

test('something is typed, or answered, or both', () => {
  const { found } = read('  - { name: a, at: one, run: ls, answer: 7, question: 2, expect: passed }');
  expect(found?.attempts).toMatchObject([{ run: 'ls', answer: '7', question: '2' }]);
  const { diagnostics } = read('  - { name: a, at: one, expect: passed }');
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

test.each([
  ['7', ['7']],
  ['a $(b "c)" \'d)\' \\) (e)) f$(g)', ['a ', '$(b "c)" \'d)\' \\) (e))', ' f', '$(g)']],
  ['$(open', ['$(open']],
])('the commands in the answer %s', (text, parts) => {
  expect(commandsIn(text).map((each) => each.text)).toEqual(parts);
});

const machines = { machines: testMachines(), traces: tracesOn(new Docker()) };

/** What came of each attempt, by its name. */
async function tried(lab: LabIn, attempts: string, wakesOn?: readonly Topic[]) {
  const proofs: Proof[] = [];
  await runProofs(
    {
      ...{ labs: [lab], language: 'en', jobs: 2, repeat: 1, keep: false, bail: false },
      proveOne: (task, tools) => proveAttempts(task, read(attempts).found?.attempts ?? [], 'en', tools),
      onEvent: (event) => event.type === 'phase.ended' && proofs.push(event.proof),
    },
    proverTools({
      ...{ ...machines, checks: [fileCheck(() => [], wakesOn && { wakesOn })] },
      ...{ signal: calledOff.signal, timeout: 12_000 },
    }),
  );
  return proofs.map(({ name, result }) => [name, result.outcome]).toSorted();
}

test('what is typed is judged by the checks, whatever is asked besides; and nothing that is left is the next one’s', {
  timeout: 120_000,
}, async () => {
  const lab = attackedLab(
    'asking',
    { ...fileStep('made', { path: '/root/made' }), questions },
    {
      ...fileStep('asked'),
      questions,
    },
  );
  const attempts = [
    '{ name: wrong, run: "touch /root/other; mkdir /opt/left; sleep 4242 &", expect: pending }',
    '{ name: the engine halted, run: pkill -STOP dockerd, expect: pending }',
    '{ name: lost in its shell, run: "cd /; set -f; alias touch=false; export HOME=/tmp", expect: pending }',
    '{ name: seen where it was put back, run: "test -e /root/other -o -e /opt/left || touch /root/made", expect: passed }',
    '{ name: only named, run: "! pgrep -f \'[s]leep 4242\' && touch ~/made", expect: passed }',
    '{ name: right, run: touch made, expect: passed }',
    '{ name: right and said to be wrong, run: touch made, expect: pending }',
    '{ name: right and answered, run: touch made, answer: red, expect: passed }',
    '{ name: wrong and answered rightly, run: touch other, answer: red, expect: pending }',
    '{ name: right and answered wrongly, run: touch made, question: size, answer: red, expect: pending }',
    '{ name: typed where only is asked, at: asked, run: ls, expect: pending }',
    '{ name: typed and answered where only is asked, at: asked, run: ls, answer: "$(echo \\"red\\")", expect: passed }',
  ].map((each) => `  - ${each.includes('at: asked') ? each : each.replace('{', '{ at: made,')}`);
  expect(await tried(lab, attempts.join('\n'))).toEqual(
    attempts
      .map((each) => /name: ([^,]+),/.exec(each)?.[1] ?? '')
      .map((name) => [name, name === 'right and said to be wrong' ? 'failed' : 'ok'])
      .toSorted(),
  );
});

test('each question of a step can be answered, and what is pending is looked at once more before it is believed', {
  timeout: 120_000,
}, async () => {
  const lab = attackedLab('tried', fileStep('woken-by-nothing', { path: '/root/one' }), {
    ...fileStep('asked'),
    questions,
  });
  const attempts = [
    '{ name: the first, answer: red, expect: passed }',
    '{ name: the second, question: 2, answer: one, expect: passed }',
    '{ name: the third by its id, question: size, answer: small, expect: passed }',
    '{ name: the third wrongly, question: size, answer: red, expect: pending, says: not the answer }',
    '{ name: nothing, at: woken-by-nothing, run: ls, expect: pending }',
    '{ name: right, at: woken-by-nothing, run: touch /root/one, expect: pending }',
  ].map((each) => `  - ${each.includes('at:') ? each : each.replace('{', '{ at: asked,')}`);
  expect(await tried(lab, attempts.join('\n'), [])).toEqual([
    ['nothing', 'ok'],
    ['right', 'failed'],
    ['the first', 'ok'],
    ['the second', 'ok'],
    ['the third by its id', 'ok'],
    ['the third wrongly', 'ok'],
  ]);
});
