import { message } from '../../words/message.ts';
import { Refused } from '../../world/kubernetes/call.ts';
import { WorldError } from '../../world/world.ts';

/** Does work on a cluster of ours; what its API refuses is told as the machine's fault. */
export async function refusalTold<T>(cluster: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    throw new WorldError(message('cluster.refused', { cluster, said: cause.message }), { cause });
  }
}
