import type Docker from 'dockerode';
import { type Message, message } from '../../words/message.ts';

/** What to say about a machine that has ended: it was stopped and can go on, or it is no more. */
export async function whyMachineGone(host: Docker, id: string, name: string): Promise<Message> {
  const found = await host
    .getContainer(id)
    .inspect()
    .catch(() => undefined);
  const stays = found !== undefined && !['removing', 'dead'].includes(found.State.Status);
  return message(stays ? 'world.machine-stopped' : 'world.machine-removed', { machine: name });
}
