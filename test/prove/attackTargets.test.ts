import { expect, test } from 'vitest';
import { isAtRest } from '../../runner/prove/attack/atRest.ts';
import { groupsOf, leavesNothing, nameOf, targetsOf } from '../../runner/prove/attack/targets.ts';
import type { Pod } from '../../runner/world/kubernetes/model.ts';
import type { Troubled } from '../../runner/world/kubernetes/troubled.ts';
import { attackedLab, fileCheck, fileStep } from '../helpers/attackLab.ts';

const check = fileCheck(({ path }) => [
  { name: 'right', run: `touch ${path}`, outcome: 'right' },
  { name: 'wrong', run: 'true', outcome: 'wrong' },
]);
const known = new Map([[check.name, check]]);

test('what speaks of what its own step binds begins where that has been made', () => {
  const step = fileStep('one', { path: '/a', as: 'a' }, { path: '/b' }, { path: '${a}/c' });
  const groups = groupsOf(step, known).map(({ stands, targets }) => ({
    stands: stands.map(({ run }) => run),
    targets: targets.map((each) => `${each.index} ${nameOf(each)}`),
  }));
  const both = (first: number, second: number) => [
    `${first} test/file: wrong`,
    `${second} test/file: wrong`,
    `${first} test/file: right`,
    `${second} test/file: right`,
  ];
  expect(groups).toEqual([
    { stands: [], targets: both(0, 1) },
    { stands: ['touch /a'], targets: ['2 test/file: wrong', '2 test/file: right'] },
  ]);
  expect(targetsOf([step], known)).toHaveLength(6);
});

test('a script has no adversaries', () => {
  const { position } = fileStep('one');
  expect(groupsOf({ ...fileStep('one'), checks: [{ kind: 'script', run: 'true', position }] }, known)).toEqual([]);
});

test.each([
  ['asks for something that lasts', { lasting: true }, { path: '/a' }, false],
  ['takes away', { takesAway: true }, { path: '/a' }, false],
  ['binds what is spoken of later', {}, { path: '/a', as: 'a' }, false],
  ['binds what nobody speaks of', {}, { path: '/a', as: 'unused' }, true],
  ['asks for an action', {}, { path: '/a' }, true],
] as const)('a step that %s', (_, more, use, expected) => {
  const lasting = fileCheck(() => [], more);
  const { en } = attackedLab('walked', fileStep('one', use), fileStep('two', { path: '${a}' }));
  const [one] = en.steps;
  expect(one && leavesNothing(en, one, new Map([[lasting.name, lasting]]))).toBe(expected);
});

const pod: Pod = {
  ...{ uid: '1', name: 'web', phase: 'Pending', ready: false, deleting: false, sharesProcesses: false },
  ...{ labels: {}, containers: [], createdAt: 0 },
};
const unhealthy = { reason: 'Unhealthy', said: 'Readiness probe failed' };
const waiting = (reason?: string): Partial<Pod> => ({
  containers: [
    {
      ...{ name: 'main', role: 'main', image: 'nginx', ready: false, restarts: 0, state: 'waiting', capabilities: [] },
      ...(reason && { reason }),
    },
  ],
});

test.each<[string, Partial<Troubled>, boolean]>([
  ['just made', {}, false],
  ['being started', waiting('ContainerCreating'), false],
  ['without its image', waiting('ErrImageNeverPull'), true],
  ['that fits on no node', { unschedulable: 'none' }, true],
  ['that is ready', { phase: 'Running', ready: true }, true],
  ['on its way out', { phase: 'Running', ready: true, deleting: true }, false],
  ['that has ended', { phase: 'Succeeded' }, true],
  ['that a finalizer holds', { phase: 'Failed', deleting: true, finalizers: ['mine'] }, true],
  ['for a scheduler that is none', { scheduler: 'nobody' }, true],
  ['on a node that is none', { node: 'none', hindrances: [{ kind: 'no-node', by: 'learner', node: 'none' }] }, true],
  ['whose probe fails while it starts', { ...waiting('ContainerCreating'), warning: unhealthy }, false],
  ['whose probe fails', { phase: 'Running', warning: unhealthy }, true],
])('a Pod %s', (_, change, rests) => {
  expect(isAtRest({ ...pod, ...change })).toBe(rests);
});
