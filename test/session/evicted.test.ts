import { expect, test } from 'vitest';
import { whyAbsent } from '../../runner/session/presence.ts';
import { say } from '../../runner/words/say.ts';
import { worldOf } from './fake/machine.ts';
import { fakeLab, fakeMachine } from './fake/session.ts';

const lab = fakeLab(`
  - id: apply
    title: Two containers
    text: Make it.
    checks:
      - docker/runs: { line: sleep 1, as: web }
    solution: docker run -d linux sleep 1
`);
const [step] = lab.steps;
const [use] = step?.checks ?? [];
const drained = { type: 'DisruptionTarget', status: 'True', reason: 'EvictionByEvictionAPI', message: 'evicting' };

/** Why a Pod is not there, of which this was the state last. */
async function why(conditions: readonly object[]) {
  if (!step || !use) throw new Error('the lab has no step');
  const { clock, things } = fakeMachine();
  const metadata = { name: 'web', uid: 'uid' };
  things.removedPods = [{ apiVersion: 'v1', kind: 'Pod', metadata, status: { conditions } }];
  const { world } = worldOf(things, clock);
  const facts = { web: { kind: 'pod', ...metadata } as const };
  return whyAbsent('web', { step, use }, 'there', { world, facts });
}

test('a Pod that somebody else has had evicted is said to be, and is no fault of the learner’s', async () => {
  const absence = await why([drained]);
  expect(absence).toMatchObject({ because: { id: 'fact.pod-evicted' }, excused: true });
  if (absence) expect(say('en', absence.because)).toContain('EvictionByEvictionAPI: evicting');
});

test('one that was deleted is gone', async () => {
  expect(await why([{ ...drained, status: 'False' }])).toEqual({
    because: { id: 'fact.pod-gone', values: { name: 'web', step: 'Two containers' } },
  });
});
