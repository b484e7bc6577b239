import { defineCheck, message, passed, pending, z } from '../../../runner/api.ts';
import { clientIsAt } from '../clients.ts';
import { adversaries } from './adversaries.ts';

const params = z.strictObject({
  container: z.string().describe('Which container: a fact such as `${first}`, so that it was there once.'),
});

type Params = z.infer<typeof params>;

type Evidence = {
  readonly name: string;
  /** It was seen while it existed, or a fact gave its full id. */
  readonly seen: boolean;
  readonly state?: string;
  /** Its first process, where that is still in the machine's process table. */
  readonly process?: number;
  readonly refused: boolean;
  /** A `docker` program is stopping or removing containers. */
  readonly underWay?: true;
};

/** A container that was there is gone, and so are its processes. */
export const gone = defineCheck<Params, Evidence>({
  name: 'docker/gone',
  about: 'A container that was there is gone, and its process with it. Stopped is not gone.',
  params,
  // Not on `die`: it comes in the middle of a removal, which would look like a mere stop.
  wakesOn: ['docker.container.destroy', 'shell.command'],
  settles: true,
  needsRunning: false,
  takesAway: true,
  adversaries,

  async observe(world, { container }, { since, signal }) {
    const [found, processes] = await Promise.all([
      world.docker.container(container, signal),
      world.host.processes(signal),
    ]);
    const known = found ?? world.docker.remembered(container);
    // The shim carries the container's id in its arguments and leaves last.
    const left = processes.find((each) => each.args.some((argument) => known && argument.includes(known.id)));
    const refused = world.docker
      .calls(since)
      .some((each) => each.method === 'DELETE' && each.query.force === undefined);
    return {
      name: known?.name ?? container.slice(0, 12),
      seen: known !== undefined || /^[0-9a-f]{64}$/.test(container),
      ...(found && { state: found.state }),
      ...(left && { process: left.pid }),
      refused,
      ...(clientIsAt(processes, 'rm', 'remove', 'stop', 'kill', 'prune') && { underWay: true }),
    };
  },

  judge({ name, seen, state, process, refused, underWay }) {
    if (!seen) return pending(message('gone.never', { name }));
    if (state && underWay) return pending(message('gone.running', { name }));
    if (state === 'running' && refused) return pending(message('gone.refused', { name }), { attempt: true });
    if (state === 'running') return pending(message('gone.running', { name }));
    if (state === 'paused') return pending(message('gone.paused', { name }), { attempt: true });
    // On the way to what is asked, so it is told and not counted.
    if (state) return pending(message('gone.stopped', { name }), { attempt: true, excused: true });
    if (process) return pending(message('gone.process', { name, pid: process }), { attempt: true });
    return passed(message('gone.both', { name }));
  },
});
