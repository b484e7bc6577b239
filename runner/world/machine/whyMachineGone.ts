import type Docker from 'dockerode';
import { message } from '../../words/message.ts';
import { WorldError } from '../world.ts';

/** What to say about a machine that has ended: it was stopped and can go on, or it is no more. */
export async function whyMachineGone(host: Docker, id: string, name: string): Promise<WorldError> {
  const found = await host
    .getContainer(id)
    .inspect()
    .catch(() => undefined);
  const stays = found !== undefined && !['removing', 'dead'].includes(found.State.Status);
  return stays
    ? new WorldError(message('world.machine-stopped', { machine: name }))
    : new WorldError(message('world.machine-removed', { machine: name }), { code: 'machine-gone' });
}
