import type { CheckUse, Step } from '../lab/lab.ts';
import { askedBy, away, type Needed } from './away.ts';
import { ambiguous, othersFor, readings, settle } from './candidates.ts';
import { clockBack } from './clockBack.ts';
import { type Core, openStep } from './core.ts';
import { ensureFacts, readsLife, spokenBy, statesOf, variablesIn } from './ensureFacts.ts';
import { enginesOf } from './environment.ts';
import type { Facts } from './facts.ts';
import { blockedBy, checkOf, type Judged, judgeCheck } from './judgeCheck.ts';
import { lasting } from './lasting.ts';
import { lastLine } from './line/lastLine.ts';
import { binderOf, whyAbsent } from './presence.ts';
import { keptAs } from './state.ts';
import { referencesWithin } from './template.ts';
import { withoutTool } from './tools.ts';
/**
Judges one check of the open step, its facts made sure of; undefined while it waits for another check of the same step.
Never rejects because of the machine: that it cannot be asked about a fact is a verdict, too.
*/
export const judgeUse = (core: Core, step: Step, use: CheckUse, steadyFor: number): Promise<Judged | undefined> =>
  judgeKnown(core, step, use, steadyFor).catch(blockedBy);

async function judgeKnown(core: Core, step: Step, use: CheckUse, steadyFor: number): Promise<Judged | undefined> {
  if (waitsForSibling(core, step, use)) return undefined;
  const missing =
    use.kind === 'check'
      ? await ensureFacts(core, use.params, needOf(core, use))
      : await ensureFacts(core, spokenBy(core, use), readsLife(core, use) ? 'running' : 'there');
  if (missing) return missing;
  const since = core.state().steps.find((each) => each.id === step.id)?.since ?? 0;
  const before = use.kind === 'script' ? await statesOf(core, use) : '';
  const judged = await byEachReading(core, step, use, steadyFor);
  if (use.kind === 'script' && judged.verdict.status === 'errored') {
    // A script may well speak of a container that has stopped. Where it could tell nothing, that is why.
    const stopped = await ensureFacts(core, spokenBy(core, use), 'running');
    if (stopped) return stopped;
    // Or it was just being started, let go on, or another one took its name: then the script spoke of what is no more.
    if ((await statesOf(core, use)) !== before) return judgeKnown(core, step, use, steadyFor);
  }
  if (judged.verdict.status !== 'pending' || judged.waiting) return judged;
  return (
    (await clockBack(core, since)) ??
    (await withoutTool(core.world, step, since)) ??
    (await away(core, neededBy(core, use))) ??
    judged
  );
}

/** Of a script its author knows. */
const neededBy = (core: Core, use: CheckUse): Needed =>
  use.kind === 'check' ? askedBy(checkOf(use, core.checks), use.params) : { docker: false, kubernetes: false };

const needOf = (core: Core, use: CheckUse) => ((checkOf(use, core.checks)?.needsRunning ?? true) ? 'running' : 'bound');

/** Where facts may mean several things, the first reading that passes is what the learner means; else what was tried is told of. */
async function byEachReading(core: Core, step: Step, use: CheckUse, steadyFor: number): Promise<Judged> {
  const { facts } = core.state();
  const spoken = use.kind === 'check' ? referencesWithin(use.params).map(({ name }) => name) : [];
  const unclear = ambiguous(core.state(), spoken);
  if (unclear.length === 0) return look(core, step, use, steadyFor, facts);
  const looks: Judged[] = [];
  for (const reading of await usable(core, use, unclear)) {
    const judged = await look(core, step, use, steadyFor, reading);
    if (judged.verdict.status === 'passed') {
      settle(core, unclear, [reading]);
      return judged;
    }
    looks.push(judged);
  }
  const [newest] = looks;
  const tried = looks.find(({ verdict }) => verdict.status === 'pending' && verdict.attempt);
  return tried ?? newest ?? look(core, step, use, steadyFor, facts);
}

/** Readings by which everything is as the check needs it; by the first one it has been made sure of. */
async function usable(core: Core, use: CheckUse, names: readonly string[]): Promise<readonly Facts[]> {
  const [first, ...others] = readings(core.state(), names);
  const need = needOf(core, use);
  const isUsable = async (facts: Facts) => {
    if (need === 'bound') return true;
    for (const name of names) {
      const binder = binderOf(core.lab(), name);
      if (binder && (await whyAbsent(name, binder, need, { ...core, facts }))) return false;
    }
    return true;
  };
  const are = await Promise.all(others.map(isUsable));
  return [...(first ? [first] : []), ...others.filter((_, index) => are[index])];
}

/** One look at a check by these facts; what it must remember goes into the journal. */
async function look(core: Core, step: Step, use: CheckUse, steadyFor: number, facts: Facts): Promise<Judged> {
  const own = core.state().steps.find((each) => each.id === step.id);
  const index = step.checks.indexOf(use);
  const of = ofWhich(core, use, facts);
  const hasEnded = own?.reopened?.checks.includes(index) ?? false;
  const line = lastLine(core, step, own?.since ?? 0);
  const scene = {
    ...{ ...core, facts, language: core.lab().language, others: othersFor(core, use) },
    engines: enginesOf(use, core.lab().needs),
    kept: own?.kept[keptAs(index, of)] ?? own?.kept[keptAs(index)],
    // What has passed once and ended at once is believed the second time only once it has lived on.
    ...(hasEnded && { mustStay: lasting }),
    ...(line && { line }),
  };
  const judged = await judgeCheck(use, own?.since ?? 0, steadyFor, scene);
  remember(core, { step: step.id, check: index, use, of }, judged);
  return judged;
}

/** The objects that a check speaks of, where there are several that it may mean. */
function ofWhich(core: Core, use: CheckUse, facts: Facts): string | undefined {
  if (use.kind === 'script') return undefined;
  const state = core.state();
  const names = new Set(referencesWithin(use.params).map(({ name }) => name));
  const isChosen = (name: string) => state.settled.includes(name) || (state.alternatives[name]?.length ?? 0) > 0;
  const spoken = [...names].filter(isChosen).map((name) => facts[name]);
  return spoken.length > 0 ? JSON.stringify(spoken) : undefined;
}

type KeptFor = {
  readonly step: string;
  readonly check: number;
  readonly use: CheckUse;
  readonly of: string | undefined;
};

function remember(core: Core, { step, check, use, of }: KeptFor, { evidence }: Judged): void {
  const keeps = checkOf(use, core.checks)?.keeps;
  if (!keeps || evidence.kind !== 'observed') return;
  const kept = keeps(evidence.observed);
  const before = core.state().steps.find((each) => each.id === step)?.kept[keptAs(check, of)];
  if (JSON.stringify(before) === JSON.stringify(kept)) return;
  core.emit({ type: 'check.kept', step, check, kept, ...(of !== undefined && { of }) });
}

const waitsForSibling = (core: Core, step: Step, use: CheckUse): boolean =>
  openStep(core)?.id === step.id &&
  referencesWithin(use.kind === 'check' ? use.params : variablesIn(core, use)).some(
    ({ name }) => !core.state().facts[name] && binderOf(core.lab(), name)?.step.id === step.id,
  );
