import type { Lab } from '../lab/lab.ts';
import { alone } from '../setup/alone.ts';
import { type Prepared, prepare } from '../setup/prepare.ts';
import type { Clusters } from '../world/cluster/model.ts';
import type { Machines } from '../world/machine/machine.ts';
import { machinesOn } from '../world/machine/machinesOn.ts';
import { type Traces, tracesOn } from '../world/machine/traces.ts';
import type { CommandContext } from './context.ts';

/** Where labs are worked on. */
export type Workplace = { readonly machines: Machines; readonly traces: Traces };

/** Makes everything ready that these labs need, and shows on standard error what takes its time. Throws a `SetupError`. */
export async function workplace(context: CommandContext, labs: readonly Lab[]): Promise<Workplace> {
  const images = ['machine', ...new Set(labs.flatMap((lab) => lab.images))];
  const kubernetes = labs.some(({ needs }) => needs.kubernetes !== undefined);
  const prepared = await prepare({ ...context, images, kubernetes });
  const clusters = clustersOf(context, prepared);
  const { docker } = prepared.engine;
  return { machines: machinesOn({ ...prepared, ...(clusters && { clusters }) }), traces: tracesOn(docker, clusters) };
}

/** Where set-up has made clusters possible, what makes and keeps them; it is loaded when the first lab asks for one. */
function clustersOf({ env }: CommandContext, { engine, kind }: Prepared): (() => Promise<Clusters>) | undefined {
  if (!kind) return undefined;
  let loaded: Promise<Clusters> | undefined;
  const load = async (): Promise<Clusters> => {
    const { clusters } = await import('../world/cluster/clusters.ts');
    return clusters({ docker: engine.docker, ...kind, env: { ...env, DOCKER_HOST: engine.endpoint }, alone });
  };
  return () => {
    loaded ??= load();
    return loaded;
  };
}
