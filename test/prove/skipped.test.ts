import Docker from 'dockerode';
import { afterAll, expect, test } from 'vitest';
import { tracesOn } from '../../runner/infra/machine/traces.ts';
import type { Step } from '../../runner/lab/lab.ts';
import type { Proof } from '../../runner/prove/event.ts';
import { proveAway } from '../../runner/prove/phases/away.ts';
import { factsOf, needs } from '../../runner/prove/phases/needs.ts';
import { proveSkipped } from '../../runner/prove/phases/skipped.ts';
import { openProofRunner } from '../../runner/prove/proofRunner.ts';
import { runProofs } from '../../runner/prove/runProofs.ts';
import { proverTools } from '../../runner/prove/tools.ts';
import type { AnyCheck } from '../../runner/verdict/defineCheck.ts';
import { attackedLab, engineCheck, fileCheck, fileStep } from '../helpers/attackLab.ts';
import { testMachines } from '../helpers/machine.ts';

const calledOff = new AbortController();
afterAll(() => calledOff.abort());

async function told(phase: typeof proveSkipped, steps: readonly Step[], ...checks: readonly AnyCheck[]) {
  const proofs: Proof[] = [];
  await runProofs(
    {
      ...{ labs: [attackedLab('phases', ...steps)], language: 'en', jobs: 2, repeat: 1, keep: false, bail: false },
      async proveOne(task, tools) {
        const proofRunner = openProofRunner(task, tools);
        await phase(proofRunner.lab.steps, proofRunner, tools);
        return 'ok';
      },
      onEvent: (event) => event.type === 'phase.ended' && proofs.push(event.proof),
    },
    proverTools({
      ...{ machines: testMachines(), traces: tracesOn(new Docker()), checks },
      ...{ signal: calledOff.signal, timeout: 3_000 },
    }),
  );
  return proofs
    .map(({ step, name, result }) => [step, name, result.outcome === 'ok' ? 'ok' : result.because.id])
    .toSorted();
}

test('a step needs what another one binds where its checks or its first question speak of it', () => {
  const binding = fileStep('one', { path: '/a', as: 'a' });
  expect([...factsOf(binding)]).toEqual(['a']);
  const question = { id: '1', ask: '?', answer: ['${a}'], near: [], kind: 'text', position: binding.position } as const;
  expect(needs(fileStep('two', { path: '${a}' }), binding)).toBe('checked');
  expect(needs({ ...fileStep('two'), questions: [question] }, binding)).toBe('asked');
  expect(needs(fileStep('two', { path: '/b' }), binding)).toBeUndefined();
});

test('a step that says what it needs can be skipped to, and one that silently builds on another is found', {
  timeout: 120_000,
}, async () => {
  const steps = [
    fileStep('bound', { path: '/root/bound', as: 'bound' }),
    fileStep('speaks-of-it', { path: '${bound}-more', as: 'more' }),
    { ...fileStep('builds-on-it', { path: '/root/last' }), solution: 'mv /root/bound-more /root/last' },
    fileStep('end', { path: '/root/end' }),
  ];
  expect(
    await told(
      proveSkipped,
      steps,
      fileCheck(() => [], { lasting: true }),
    ),
  ).toEqual([
    ['builds-on-it', 'speaks-of-it', 'prove.not-solved'],
    ['end', 'builds-on-it', 'ok'],
    ['speaks-of-it', 'bound', 'ok'],
  ]);
});

test('whom a step blames while the engine is away is found', { timeout: 120_000 }, async () => {
  const { position } = fileStep('any');
  const use = (check: string): Step['checks'] => [{ kind: 'check', check, params: {}, position }];
  const make = 'docker volume create --label made=1 made-here';
  const steps = [
    fileStep('file', { path: '/root/file' }),
    { ...fileStep('fair'), checks: use('test/asks'), solution: make },
    { ...fileStep('unfair'), checks: use('test/blames'), solution: 'docker volume rm made-here' },
  ];
  const checks = [fileCheck(() => []), engineCheck('test/asks'), engineCheck('test/blames')];
  expect(await told(proveAway, steps, ...checks)).toEqual([
    ['fair', '', 'ok'],
    ['file', '', 'ok'],
    ['unfair', '', 'prove.away-blamed'],
  ]);
});
