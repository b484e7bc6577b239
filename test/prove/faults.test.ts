import { readFileSync } from 'node:fs';
import Docker from 'dockerode';
import { afterAll, expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import { openLab } from '../../runner/commands/labs.ts';
import { tracesOn } from '../../runner/infra/machine/traces.ts';
import { parseAttempts } from '../../runner/lab/attempts.ts';
import { proveAttempts } from '../../runner/prove/attempts/proveAttempts.ts';
import type { Proof } from '../../runner/prove/event.ts';
import { runProofs } from '../../runner/prove/runProofs.ts';
import { proverTools } from '../../runner/prove/tools.ts';
import { testMachines } from '../helpers/machine.ts';

const root = new URL('../..', import.meta.url).pathname;
const calledOff = new AbortController();
afterAll(() => calledOff.abort());

test('what is wrong with a machine is told as such, in time, and never as the learner’s', {
  timeout: 180_000,
}, async () => {
  const file = new URL('faults.yaml', import.meta.url).pathname;
  const { found } = parseAttempts(readFileSync(file, 'utf8'), file);
  const attempts = found?.attempts ?? [];
  const proofs: Proof[] = [];
  await runProofs(
    {
      labs: [openLab('isolated-processes', { root, cwd: root })],
      language: 'en',
      jobs: 2,
      repeat: 1,
      keep: false,
      bail: false,
      proveOne: (task, tools) => proveAttempts(task, attempts, 'en', tools),
      onEvent: (event) => event.type === 'phase.ended' && proofs.push(event.proof),
    },
    proverTools({ machines: testMachines(), traces: tracesOn(new Docker()), checks, signal: calledOff.signal }),
  );
  expect(proofs.map(({ name, result }) => [name, result.outcome]).toSorted()).toEqual(
    attempts.map(({ name }) => [name, 'ok']).toSorted(),
  );
});
