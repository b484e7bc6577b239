import type Docker from 'dockerode';
import { listMachines } from '../../machine/listMachines.ts';
import { runnerAnnotation, sessionLabel } from '../names.ts';
import type { Item } from './snapshot.ts';

/** A namespace that was made for a session. */
export type SessionPlace = { readonly session: string; readonly namespace: string };

/** The places of a snapshot whose sessions go on: their machine is there, or who has opened them is at work. */
export async function livePlaces(docker: Docker, now: readonly Item[]): Promise<readonly SessionPlace[]> {
  const places = now.flatMap(({ type, object: { metadata } }) => {
    const session = metadata.labels?.[sessionLabel];
    const place = {
      session: session ?? '',
      namespace: metadata.name,
      runner: metadata.annotations?.[runnerAnnotation],
    };
    return type.kind === 'Namespace' && session !== undefined && !metadata.deletionTimestamp ? [place] : [];
  });
  if (places.length === 0) return [];
  const machines = new Set((await listMachines(docker)).map(({ session }) => session));
  return places.filter(({ session, runner }) => machines.has(session) || runs(Number(runner)));
}

/** Whether a process of this computer runs. Another one under its number keeps a place for longer, no more. */
function runs(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user (kill(2)).
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
