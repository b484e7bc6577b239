import Docker from 'dockerode';
import { afterAll, expect, test } from 'vitest';
import { openLab } from '../../runner/commands/labs.ts';
import { tracesOn } from '../../runner/infra/machine/traces.ts';
import type { ProofEvent } from '../../runner/prove/event.ts';
import { nothing, type TrialResult } from '../../runner/prove/record.ts';
import { runProofs } from '../../runner/prove/runProofs.ts';
import { proverTools } from '../../runner/prove/tools.ts';
import { message } from '../../runner/words/message.ts';
import { testMachines } from '../helpers/machine.ts';

const root = new URL('../..', import.meta.url).pathname;
const lab = openLab('isolated-processes', { root, cwd: root });
const calledOff = new AbortController();
const tools = proverTools({
  ...{ machines: testMachines(), traces: tracesOn(new Docker()), checks: [] },
  ...{ signal: calledOff.signal, timeout: 10_000 },
});
afterAll(() => calledOff.abort());

const ok = { outcome: 'ok' } as const;
const position = { file: 'lab.yaml', line: 1, column: 1 };

/** What comes of a lab whose wrong answers are these, each time that it is proven. */
async function repeated(...times: readonly (readonly (string | TrialResult)[])[]) {
  const told: string[] = [];
  const given = times.values();
  const outcome = await runProofs(
    {
      ...{ labs: [lab], language: 'en', jobs: 1, repeat: times.length, keep: false, bail: false },
      proveOne: async ({ record }) => {
        for (const each of given.next().value ?? []) {
          const [name, tried] =
            typeof each === 'string' ? [`answer ${each}`, { ...nothing, result: ok }] : ['docker run', each];
          const id = { lab: lab.en.id, step: 'first', phase: 'mutant', name, position } as const;
          await record.prove(id, async () => tried);
        }
        return 'ok';
      },
      onEvent: (event: ProofEvent) => {
        if (event.type !== 'phase.ended' || event.proof.result.outcome !== 'failed') return;
        told.push(`${event.proof.name}: ${event.proof.result.because.id}`);
      },
    },
    tools,
  );
  return { outcome, told };
}

test('a wrong answer that is another number on each machine is the same wrong answer', async () => {
  expect(await repeated(['7', '5'], ['12', '10'])).toEqual({ outcome: 'ok', told: [] });
});

test('what was proven once and not the other time differs', async () => {
  const fewer = { outcome: 'failed', told: ['answer 5: prove.flaky'] };
  expect(await repeated(['7', '5'], ['12'])).toEqual(fewer);
  expect(await repeated(['12'], ['7', '5'])).toEqual(fewer);
});

test('what a check has said on the way, or had not yet when it was clear, is no difference', async () => {
  const because = message('container.none', { args: 'sleep 1' });
  const late: TrialResult = {
    ...nothing,
    findings: [{ by: 'docker/container', status: 'pending', because }],
    result: ok,
  };
  expect(await repeated([{ ...nothing, result: ok }], [late])).toEqual({ outcome: 'ok', told: [] });
  const failed: TrialResult = {
    ...late,
    result: { outcome: 'failed', because: message('prove.flaky', { phase: 'mutant' }) },
  };
  expect((await repeated([late], [failed])).told).toContain('docker run: prove.flaky');
});
