import { message } from '../../words/message.ts';
import { WorldError } from '../../world/world.ts';
import type { KindRun } from './kindProgram.ts';

/** As many lines of what kind has said as may matter: its error, and the last that kubeadm wrote. */
const kept = 40;

/** What to say about a cluster that kind could not make. */
export function whyKindFailed(kind: string, { code, said }: KindRun): WorldError {
  const log = said.trimEnd().split('\n').slice(-kept).join('\n');
  if (code === 127) return new WorldError(message('cluster.kind-missing', { kind, said }));
  if (/no space left on device/i.test(said)) return new WorldError(message('cluster.disk-full', { log }));
  if (/port is already allocated|address already in use/i.test(said)) {
    return new WorldError(message('cluster.port-taken', { log }));
  }
  return new WorldError(message('cluster.kind-failed', { log }));
}
