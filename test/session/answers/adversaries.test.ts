import { describe, expect, test } from 'vitest';
import { answerKinds } from '../../../runner/lab/answerKind.ts';
import { answerAdversaries } from '../../../runner/session/answers/adversaries.ts';
import type { QuestionEvidence } from '../../../runner/session/event.ts';
import { judgeAnswer } from '../../../runner/session/judgeAnswer.ts';

type Question = Required<Pick<QuestionEvidence, 'kind'>> & Omit<QuestionEvidence, 'given' | 'near'>;

const questions: readonly Question[] = [
  { kind: 'pid', expected: ['1'] },
  { kind: 'pid', expected: ['27715'], about: ['sleep 11111'] },
  { kind: 'pid', expected: ['198', '205'] },
  { kind: 'pid', expected: ['42'], subject: { own: ['web'], others: ['db'], programs: ['nginx'], place: 'outside' } },
  { kind: 'pid', expected: ['7'], subject: { own: ['web'], others: ['db'], programs: ['sleep'], place: 'inside' } },
  { kind: 'address', expected: ['172.17.0.3'], subject: { own: ['second'], others: ['first', 'old_name'] } },
  { kind: 'program', expected: ['init'], subject: { others: [], programs: ['init'], pids: ['1'] } },
  { kind: 'program', expected: ['pause'], subject: { others: ['lean'], pids: ['1', '3300'] } },
  { kind: 'pid', column: 'PPID', expected: ['171'] },
  { kind: 'number', expected: ['3'] },
  { kind: 'number', expected: ['1024'], column: 'worker_connections' },
  { kind: 'number', expected: ['512 MB'] },
  { kind: 'number', expected: ['200'], tolerance: '5%' },
  { kind: 'number', expected: ['5'], tolerance: '20' },
  { kind: 'number', expected: ['512 MB'], tolerance: '16 MB' },
  { kind: 'number', expected: ['137'] },
  { kind: 'address', expected: ['172.17.0.2'] },
  { kind: 'address', expected: ['10.244.0.5', '10.244.0.99'] },
  { kind: 'address', expected: ['172.17.0.1'], column: 'gateway' },
  { kind: 'address', expected: ['fe80::42:acff:fe11:2'] },
  { kind: 'program', expected: ['init'] },
  { kind: 'program', expected: ['containerd-shim-runc-v2', 'containerd-shim'] },
  { kind: 'program', expected: ['nginx: master process', 'nginx'] },
  { kind: 'program', expected: ['ps'] },
  { kind: 'path', expected: ['/etc/nginx/nginx.conf'] },
  { kind: 'path', expected: ['/root'] },
  { kind: 'name', expected: ['naughty_hopper'] },
  { kind: 'name', expected: ['bridge'] },
  { kind: 'yes-no', expected: ['yes', 'y', 'はい'] },
  { kind: 'yes-no', expected: ['no'] },
  { kind: 'choice', expected: ['the shim'], choices: ['the engine', 'the shim', 'the shell'] },
  { kind: 'choice', expected: ['4'], choices: ['2', '4', '8'] },
  {
    kind: 'choice',
    all: true,
    expected: ['the shim', 'PID and network'],
    choices: ['the engine', 'the shim', 'PID and network'],
  },
  { kind: 'choice', all: true, expected: ['2', '8'], choices: ['2', '4', '8', '16'] },
  { kind: 'choice', all: true, expected: ['the shim'], choices: ['the engine', 'the shim'] },
  { kind: 'text', expected: ['Permission denied', 'EACCES'] },
  { kind: 'text', expected: ['No such process'] },
  { kind: 'text', expected: ['copy on write'] },
];

describe.each(questions)('$kind $expected', (question) => {
  const [value = ''] = question.expected;
  const all = answerAdversaries(question, value);

  test.each(all)('$name is $outcome: $given', ({ given, outcome }) => {
    const { status } = judgeAnswer({ ...question, near: [], given });
    expect(status).toBe(outcome === 'right' ? 'passed' : 'pending');
  });

  test('each has a name of its own, and there is a dozen', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(12);
  });
});

test('every kind has its adversaries', () => {
  expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(answerKinds));
});
