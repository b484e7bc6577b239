import Docker from 'dockerode';
import { afterAll, expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import { tracesOn } from '../../runner/infra/machine/traces.ts';
import type { ProofEvent } from '../../runner/prove/event.ts';
import { proveLab } from '../../runner/prove/proveLab.ts';
import { runProofs } from '../../runner/prove/runProofs.ts';
import { proverTools } from '../../runner/prove/tools.ts';
import { say } from '../../runner/words/say.ts';
import { testMachines } from '../helpers/machine.ts';
import { labFrom } from '../session/live.ts';

const calledOff = new AbortController();
afterAll(() => calledOff.abort());

const step = (kind: string, name: string, where: string, solution: string) => `
  - id: ${kind}
    title: Make one (${kind})
    text: Make it.
    checks:
      - docker/object: { kind: ${kind}, name: ${name}, where: { ${where} } }
    solution: ${solution}`;

const lab = labFrom(`
format: 1
id: objects
title: Objects
minutes: 5
needs: { docker: {} }
images: [linux]
steps:${[
  step(
    'container',
    'limited',
    'HostConfig.Memory: 67108864, Config.User: "65534", Config.Env: { includes: A=1 }',
    "docker run -d --name limited --memory 64m --user 65534 --env 'A=1' linux tail -f /dev/null",
  ),
  step(
    'network',
    'own',
    '"IPAM.Config[0].Subnet": 10.9.0.0/24, Internal: true',
    'docker network create --internal --subnet 10.9.0.0/24 own',
  ),
  step('volume', 'data', 'Labels.role: db', 'docker volume create --label role=db data'),
  step(
    'image',
    'built',
    'Config.Labels.role: web',
    "printf 'FROM scratch\\n' | docker build --label role=web -t built -",
  ),
].join('')}
`);

test('what docker/object is tried with passes or is refused as its adversaries say, on each kind', {
  timeout: 600_000,
}, async () => {
  const events: ProofEvent[] = [];
  await runProofs(
    {
      ...{ labs: [{ en: lab, ja: lab }], language: 'en', jobs: 2, repeat: 1, keep: false, bail: false },
      proveOne: (task, given) => proveLab(task, { attack: true }, given),
      onEvent: (event) => events.push(event),
    },
    proverTools({
      ...{
        machines: testMachines(),
        traces: tracesOn(new Docker()),
        checks,
        signal: calledOff.signal,
        timeout: 10_000,
      },
    }),
  );
  const proofs = events.flatMap((event) => (event.type === 'phase.ended' ? [event.proof] : []));
  const fallen = proofs.flatMap(({ phase, step, name, result }) =>
    // A lab of one language has no words in another.
    result.outcome === 'ok' || phase === 'worded' ? [] : [`${phase} ${step} ${name}: ${say('en', result.because)}`],
  );
  expect(fallen).toEqual([]);
  for (const kind of ['container', 'network', 'volume', 'image'])
    expect(proofs.filter((each) => each.phase === 'attack' && each.step === kind).length).toBeGreaterThanOrEqual(12);
});
