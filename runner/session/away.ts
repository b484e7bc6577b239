import { WorldError } from '../world/world.ts';
import type { Core } from './core.ts';
import { type Judged, unasked } from './judging.ts';

/** Which of the lab's engines something needs. */
export type Needed = { readonly docker: boolean; readonly kubernetes: boolean };

/** That an engine does not answer which this needs; undefined where all do. */
export async function away(core: Core, { docker, kubernetes }: Needed): Promise<Judged | undefined> {
  const { needs } = core.lab();
  try {
    if (needs.docker && docker) await core.world.docker.containers();
    if (needs.kubernetes && kubernetes) await core.world.kubernetes.pods();
    return undefined;
  } catch (error) {
    if (error instanceof WorldError) return unasked(error);
    throw error;
  }
}
