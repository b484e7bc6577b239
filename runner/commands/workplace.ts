import type { Lab } from '../lab/lab.ts';
import { prepare } from '../setup/prepare.ts';
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
  return { machines: machinesOn(prepared), traces: tracesOn(prepared.engine.docker) };
}
