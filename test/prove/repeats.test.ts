import Docker from 'dockerode';
import { afterAll, expect, test } from 'vitest';
import { openLab } from '../../runner/commands/labs.ts';
import type { ProofEvent } from '../../runner/prove/event.ts';
import { nothing } from '../../runner/prove/record.ts';
import { prove } from '../../runner/prove/run.ts';
import { proverTools } from '../../runner/prove/tools.ts';
import { tracesOn } from '../../runner/world/machine/traces.ts';
import { testMachines } from '../helpers/machine.ts';

const root = new URL('../..', import.meta.url).pathname;
const lab = openLab('isolated-processes', { root, cwd: root });
const calledOff = new AbortController();
const tools = proverTools({
  ...{ machines: testMachines(), traces: tracesOn(new Docker()), checks: [] },
  ...{ signal: calledOff.signal, timeout: 10_000 },
});
afterAll(() => calledOff.abort());

const position = { file: 'lab.yaml', line: 1, column: 1 };

/** What comes of a lab whose wrong answers are these, each time that it is proven. */
async function repeated(...times: readonly (readonly string[])[]) {
  const told: string[] = [];
  const given = times.values();
  const outcome = await prove(
    {
      ...{ labs: [lab], language: 'en', jobs: 1, repeat: times.length, keep: false, bail: false },
      proveOne: async ({ record }) => {
        for (const answer of given.next().value ?? []) {
          const id = { lab: lab.en.id, step: 'first', phase: 'mutant', name: `answer ${answer}`, position } as const;
          await record.prove(id, async () => ({ ...nothing, result: { outcome: 'ok' } }));
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
