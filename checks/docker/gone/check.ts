import { message, z } from '../../../runner/api.ts';
import { stateCheck } from '../../kit/check.ts';
import { holds } from '../../kit/expectation.ts';
import { adversaries } from './adversaries.ts';
import { isGone, left, still, target } from './said.ts';
import { type Remains, remains } from './source.ts';

const reference = z.string().optional();

const params = z
  .strictObject({
    container: reference.describe('Which container: a fact such as `${first}`, so that it was there once.'),
    image: reference.describe('Or which image, by its name.'),
    network: reference.describe('Or which network, by its name.'),
    volume: reference.describe('Or which volume, by its name.'),
  })
  .refine((given) => Object.values(given).filter((each) => each !== undefined).length === 1);

export type GoneParams = z.infer<typeof params>;

/** Something of the engine's that was there is gone. */
export const gone = stateCheck<GoneParams, Remains>({
  name: 'docker/gone',
  about:
    'A container that was there is gone, and its processes with it; stopped is not gone. Or an image, a network, a volume.',
  params,
  // Not on `die`: it comes in the middle of a removal, which would look like a mere stop.
  wakesOn: [
    ...['container.destroy', 'image', 'network', 'volume'].map((each) => `docker.${each}`),
    ...['docker.api.refused', 'shell.command', 'terminal.quiet'],
  ],
  needsRunning: false,
  takesAway: true,
  adversaries,
  from: (wanted) => remains(target(wanted)),
  keeps: ({ subjects }) => subjects.length > 0,
  expect: (wanted) => [
    holds('state', ({ state }) => state === undefined, { rank: 'part', say: still(target(wanted)) }),
    holds('process', ({ process }) => process === undefined, { rank: 'state', say: left }),
  ],
  right: ({ name }, wanted) => isGone(target(wanted), name),
  none: (wanted, name) => message('gone.never', { noun: target(wanted).noun, name }),
});
