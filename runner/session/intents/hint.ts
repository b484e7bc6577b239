import type { Step } from '../../lab/lab.ts';
import type { Core } from '../core.ts';
import { shownValues } from './shown.ts';

/** Shows the next hint, if there is one, with the names and numbers of this very machine. */
export async function showHint(core: Core, step: Step): Promise<void> {
  const shown = core.state().steps.find(({ id }) => id === step.id)?.hints ?? 0;
  if (shown >= step.hints.length) return;
  const { values } = await shownValues(core, step.hints.join('\n'));
  core.emit({
    ...{ type: 'hint.shown', step: step.id, hint: shown },
    ...(values.size > 0 && { values: Object.fromEntries(values) }),
  });
}
