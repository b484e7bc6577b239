import { z } from '../../../runner/api.ts';
import { stateCheck } from '../../kit/check.ts';
import { expectationsOf, where } from '../../kit/where.ts';
import { engineObjects } from '../engineObjects.ts';
import { adversaries } from './adversaries.ts';

const params = z.strictObject({
  kind: z.enum(['container', 'image', 'network', 'volume']).describe('What it is.'),
  name: z.string().optional().describe('Its name; any of this kind unless given.'),
  object: z.string().optional().describe('This one alone: a fact such as `${web}`, an id or a name.'),
  where,
});

export type ObjectParams = z.infer<typeof params>;

/** A container, image, network or volume is there and has these values. */
export const object = stateCheck<ObjectParams>({
  name: 'docker/object',
  about:
    'The engine has a container, image, network or volume with these values, each named by its path in what `docker inspect` shows.',
  params,
  wakesOn: [
    ...['docker.container', 'docker.image', 'docker.network', 'docker.volume'],
    ...['docker.api.refused', 'shell.command'],
  ],
  needsRunning: false,
  adversaries,
  binds: ({ kind }) => (kind === 'container' ? 'container' : 'object'),
  from: ({ kind, object }) => engineObjects(kind, object),
  called: ({ name }) => name,
  expect: ({ where }) => expectationsOf(where),
  found: ({ id, name }, { kind }) => (kind === 'container' ? { kind, id } : { kind: 'object', of: kind, id, name }),
});
