import type { AnyCheck, Engine } from '../verdict/defineCheck.ts';
import { WorldError } from '../world/world.ts';
import type { Core } from './core.ts';
import { blockedBy, type Judged } from './judgeCheck.ts';

/** Which of the lab's engines something needs. */
export type Needed = { readonly docker: boolean; readonly kubernetes: boolean };

/** A check that does not say what it asks sees nothing where an engine is away that wakes it. */
export function askedBy(check: AnyCheck | undefined, params: Readonly<Record<string, unknown>>): Needed {
  const asked = check?.asks?.(params);
  const isAsked = (engine: Engine) =>
    asked?.includes(engine) ?? check?.wakesOn.some((topic) => topic.startsWith(`${engine}.`)) ?? false;
  return { docker: isAsked('docker'), kubernetes: isAsked('kubernetes') };
}

/** That an engine does not answer which this needs; undefined where all do. */
export async function away(core: Core, { docker, kubernetes }: Needed): Promise<Judged | undefined> {
  const { needs } = core.lab();
  try {
    if (needs.docker && docker) await core.world.docker.containers();
    if (needs.kubernetes && kubernetes) await core.world.kubernetes.pods();
    return undefined;
  } catch (error) {
    if (error instanceof WorldError) return blockedBy(error);
    throw error;
  }
}
