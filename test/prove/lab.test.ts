import Docker from 'dockerode';
import { afterAll, expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import { openLab } from '../../runner/commands/labs.ts';
import { tracesOn } from '../../runner/infra/machine/traces.ts';
import type { Lab, Step } from '../../runner/lab/lab.ts';
import type { Proof, ProofEvent } from '../../runner/prove/event.ts';
import { play } from '../../runner/prove/play.ts';
import { proveLab } from '../../runner/prove/proveLab.ts';
import { runProofs } from '../../runner/prove/runProofs.ts';
import { proverTools } from '../../runner/prove/tools.ts';
import { testMachines } from '../helpers/machine.ts';

const docker = new Docker();
const root = new URL('../..', import.meta.url).pathname;
const { en } = openLab('isolated-processes', { root, cwd: root });
const calledOff = new AbortController();
const tools = proverTools({
  machines: testMachines(),
  traces: tracesOn(docker),
  checks,
  signal: calledOff.signal,
  timeout: 10_000,
});
afterAll(() => calledOff.abort());

/** The lab's first two steps, changed by what a test wants to find. */
const labWith = (change: (step: Step) => Partial<Step>): Readonly<Record<'en' | 'ja', Lab>> => {
  const steps = en.steps.slice(0, 2).map((step) => {
    const short = { ...step, variants: step.variants.slice(0, 2), mistakes: step.mistakes.slice(0, 2) };
    return { ...short, ...change(short) };
  });
  const lab = { ...en, steps, claims: [] };
  return { en: lab, ja: lab };
};

async function proven(labs: Readonly<Record<'en' | 'ja', Lab>>): Promise<readonly Proof[]> {
  const events: ProofEvent[] = [];
  await runProofs(
    {
      labs: [labs],
      language: 'en',
      jobs: 2,
      repeat: 1,
      keep: false,
      bail: false,
      proveOne: (task, given) => proveLab(task, {}, given),
      onEvent: (event) => events.push(event),
    },
    tools,
  );
  return events.flatMap((event) => (event.type === 'phase.ended' ? [event.proof] : []));
}

const wrong = (proofs: readonly Proof[]) =>
  proofs
    .filter(({ result, phase }) => result.outcome !== 'ok' && phase !== 'worded')
    .map(({ step, phase, result }) => [step, phase, result.outcome === 'ok' ? '' : result.because.id]);

test('a lab that is as declared is proven, and nothing is left of it', { timeout: 120_000 }, async () => {
  const proofs = await proven(labWith(() => ({})));
  expect(wrong(proofs)).toEqual([]);
  expect(new Set(proofs.map(({ phase }) => phase))).toEqual(
    new Set(['untouched', 'mistaken', 'solved', 'variant', 'steady', 'clean', 'worded']),
  );
});

test('a mistake that passes, a message that is meant for another and a wrong variant are found', {
  timeout: 120_000,
}, async () => {
  const labs = labWith(({ id, position }) =>
    id === 'first'
      ? {
          mistakes: [
            { run: 'docker run -d linux sleep 1111', expect: 'runs `sleep 2`', position },
            { run: 'docker run -d linux sleep 11111', expect: 'is wrong', position },
            { run: 'docker run -d linux sleep 1111', expect: 'not `sleep 11111`', position },
          ],
          variants: [{ run: 'docker run -d linux sleep 1', position }],
        }
      : {},
  );
  const found = wrong(await proven(labs));
  expect(found).toContainEqual(['first', 'mistaken', 'prove.other-message']);
  // The one that passes is not blamed on the next, nor on the solution.
  expect(found.filter(([step, phase]) => step === 'first' && phase === 'mistaken')).toEqual([
    ['first', 'mistaken', 'prove.other-message'],
    ['first', 'mistaken', 'prove.mistake-passed'],
  ]);
  expect(found.filter(([, phase]) => phase === 'solved')).toEqual([]);
  expect(found).toContainEqual(['first', 'variant', 'prove.not-solved']);
});

test('a mistake whose message is another is undone all the same, so that nothing after it fails by it', {
  timeout: 120_000,
}, async () => {
  const labs = labWith(({ id, position }) =>
    id === 'first'
      ? {
          mistakes: [
            {
              run: 'docker tag linux kept; docker rmi linux',
              expect: 'nobody says this',
              undo: 'docker tag kept linux; docker rmi kept',
              position,
            },
          ],
          variants: [],
        }
      : {},
  );
  expect(wrong(await proven(labs))).toEqual([['first', 'mistaken', 'prove.other-message']]);
});

test('the story of a lab tells each step untouched, mistaken and solved', { timeout: 120_000 }, async () => {
  const labs = labWith(() => ({}));
  const lines: string[] = [];
  expect(await play({ labs, language: 'ja', write: (line) => lines.push(line) }, tools)).toBe('ok');
  const story = lines.join('\n');
  expect(story).toContain('1/2 Meet the host');
  expect(story).toContain('$ docker run -d linux sleep 11111');
  expect(story).toContain('✔ `init`');
});
