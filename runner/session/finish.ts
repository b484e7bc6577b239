import type { Step } from '../lab/lab.ts';
import { WorldError } from '../world/world.ts';
import { type Core, machineNow } from './core.ts';
import type { Ending, ProvenClaim } from './event.ts';
import { valuesIn } from './facts.ts';
import { judgeUse } from './judgeUse.ts';
import { fill, referencesIn } from './template.ts';

/** Ends a step, with the values that the lab keeps of it. */
export async function endStep(core: Core, step: Step, ending: Ending): Promise<void> {
  if (ending !== 'skipped') {
    const values = await valuesIn(Object.values(step.keep), core.state().facts, core.world);
    for (const [name, template] of Object.entries(step.keep)) {
      if (!referencesIn(template).every((each) => values.has(each.text))) continue;
      core.emit({ type: 'fact.bound', name, value: { kind: 'text', text: fill(template, values) } });
    }
  }
  core.emit({ type: 'step.ended', step: step.id, ending });
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

/** Each claim with this run's values; without evidence where a step that gives them was skipped. */
export function provenClaims(core: Core): readonly ProvenClaim[] {
  const facts = core.state().facts;
  const values = new Map(
    Object.entries(facts).flatMap(([name, fact]) => (fact.kind === 'text' ? [[`\${${name}}`, fact.text]] : [])),
  );
  return core
    .lab()
    .claims.map(({ text, evidence }) =>
      referencesIn(evidence).every((each) => values.has(each.text))
        ? { text, evidence: fill(evidence, values) }
        : { text },
    );
}
