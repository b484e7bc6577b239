import { z } from '../../../runner/api.ts';
import { stateCheck } from '../../kit/check.ts';
import { equal } from '../../kit/expectation.ts';
import { expectationsOf, where } from '../../kit/where.ts';
import { adversaries } from './adversaries.ts';
import { objectsOf } from './source.ts';

const params = z.strictObject({
  kind: z.string().describe('As manifests write it: `Deployment`.'),
  name: z.string().optional().describe('Its name; any of this kind unless given.'),
  namespace: z.string().optional().describe("Where it must be; the lab's own namespace unless given."),
  labels: z.record(z.string(), z.string()).default({}).describe('Labels that it must have.'),
  where,
});

export type ObjectParams = z.infer<typeof params>;

/** An object of the API is there and has these values. Speaks about the one that is nearest. */
export const object = stateCheck<ObjectParams>({
  name: 'kubernetes/object',
  about:
    'An object of this kind is there and has these values, each named by its path. With `as`, later steps know its name by that.',
  params,
  binds: ({ kind }) => (kind === 'Pod' ? 'pod' : 'text'),
  // Of which kind it is only its parameters tell: whatever changes may concern it.
  wakesOn: ['kubernetes.object', 'kubernetes.action', 'shell.command'],
  adversaries,
  from: objectsOf,
  called: ({ name }) => name,
  expect: ({ labels, where }) => [
    ...Object.entries(labels).flatMap(([key, value]) =>
      equal(`metadata.labels."${key}"`, value, { of: `labels.${key}` }),
    ),
    ...expectationsOf(where),
  ],
  found: ({ id, name }, { kind }) => (kind === 'Pod' ? { kind: 'pod', uid: id, name } : { kind: 'text', text: name }),
});
