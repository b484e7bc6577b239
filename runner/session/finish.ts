import type { Step } from '../lab/lab.ts';
import { WorldError } from '../world/world.ts';
import { type Core, machineNow } from './core.ts';
import type { Ending } from './event.ts';
import { shownValues } from './intents/shown.ts';
import { judgeUse } from './judgeUse.ts';
import { keep } from './keep.ts';

/** Ends a step, with the values that the lab keeps of it and that it tells of. */
export async function endStep(core: Core, step: Step, ending: Ending): Promise<void> {
  if (ending === 'skipped') return core.emit({ type: 'step.ended', step: step.id, ending });
  await keep(core, step);
  const { values } = await shownValues(core, step.learned);
  core.emit({
    ...{ type: 'step.ended', step: step.id, ending },
    ...(values.size > 0 && { values: Object.fromEntries(values) }),
  });
}

/** The first step of those that must hold to the end which does not; it says why in its verdict. Rejects with `WorldError` where that cannot be told. */
export async function brokenHold(core: Core): Promise<Step | undefined> {
  for (const step of core.lab().steps) {
    const own = core.state().steps.find((each) => each.id === step.id);
    if (step.passes !== 'holds' || own?.status === 'skipped') continue;
    for (const [index, use] of step.checks.entries()) {
      const judged = await judgeUse(core, step, use, Number.MAX_SAFE_INTEGER);
      if (!judged || judged.verdict.status === 'passed') continue;
      // Nobody undid anything where it cannot be seen: it is looked at again.
      if (judged.verdict.status === 'errored' && judged.verdict.blame === 'machine')
        throw new WorldError(judged.verdict.because);
      const at = await machineNow(core);
      core.emit({ type: 'check.judged', step: step.id, check: index, ...judged, topic: 'end', wokenAt: at });
      return step;
    }
  }
  return undefined;
}
