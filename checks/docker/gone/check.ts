import { defineCheck, type EngineKind, z } from '../../../runner/api.ts';
import { adversaries } from './adversaries.ts';
import { removals } from './removals.ts';
import { type GoneEvidence, judgeGone } from './verdict.ts';

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

const kinds = ['container', 'image', 'network', 'volume'] as const;

/** What must be gone, and what it is. */
const target = (wanted: GoneParams): { readonly noun: EngineKind; readonly reference: string } => {
  const noun = kinds.find((each) => wanted[each] !== undefined) ?? 'container';
  return { noun, reference: wanted[noun] ?? '' };
};

/** Something of the engine's that was there is gone. */
export const gone = defineCheck<GoneParams, GoneEvidence>({
  name: 'docker/gone',
  about:
    'A container that was there is gone, and its processes with it; stopped is not gone. Or an image, a network, a volume.',
  params,
  // Not on `die`: it comes in the middle of a removal, which would look like a mere stop.
  wakesOn: [
    'docker.container.destroy',
    'docker.image',
    'docker.network',
    'docker.volume',
    'shell.command',
    'terminal.quiet',
  ],
  settles: true,
  needsRunning: false,
  takesAway: true,
  adversaries,
  keeps: ({ seen }) => seen,

  async observe(world, wanted, { since, signal, kept }) {
    const { noun, reference } = target(wanted);
    const [processes, found] = await Promise.all([
      world.host.processes(signal),
      noun === 'container'
        ? world.docker.container(reference, signal)
        : world.docker.objects(noun, reference, signal).then(([each]) => each),
    ]);
    const known = found ?? (noun === 'container' ? world.docker.remembered(reference) : undefined);
    const id = known?.id ?? reference;
    const left = processes.find(({ container }) => container === id);
    const name = known && noun !== 'image' ? known.name : noun === 'container' ? reference.slice(0, 12) : reference;
    const tried = await removals({ world, processes, since, noun, id, name, signal });
    return {
      ...{ noun, name, seen: known !== undefined || kept === true || /^[0-9a-f]{64}$/.test(reference) },
      ...(found && { state: 'state' in found ? found.state : 'there' }),
      ...(left && { process: left.pid }),
      ...(tried && { tried }),
    };
  },
  judge: judgeGone,
});
