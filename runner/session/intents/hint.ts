import type { Step } from '../../lab/lab.ts';
import { WorldError } from '../../world/world.ts';
import type { Core } from '../core.ts';
import { valuesIn } from '../facts.ts';
import { ensureFacts } from '../rebind.ts';

/** Shows the next hint, if there is one, with the names and numbers of this very machine. */
export async function showHint(core: Core, step: Step): Promise<void> {
  const shown = core.state().steps.find(({ id }) => id === step.id)?.hints ?? 0;
  if (shown >= step.hints.length) return;
  const values = await valuesFor(core, step.hints);
  core.emit({
    type: 'hint.shown',
    step: step.id,
    hint: shown,
    ...(values.size > 0 && { values: Object.fromEntries(values) }),
  });
}

/** A hint is shown as well where nobody can say what it speaks of. */
async function valuesFor(core: Core, hints: readonly string[]): Promise<ReadonlyMap<string, string>> {
  try {
    await ensureFacts(core, hints, 'there');
    return await valuesIn(hints, core.state().facts, core.world);
  } catch (error) {
    if (error instanceof WorldError) return new Map();
    throw error;
  }
}
