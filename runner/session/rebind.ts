import type { CheckUse, Step } from '../lab/lab.ts';
import { clockBack } from './clockBack.ts';
import { type Core, openStep } from './core.ts';
import { absent, binderOf, checkOf, type Judged, judgeCheck, type Need, unasked, whyAbsent } from './judging.ts';
import { lasting } from './lasting.ts';
import { referencesWithin } from './template.ts';
import { withoutTool } from './tools.ts';

/**
Makes sure that the containers which a value speaks of are as it needs them, so that a learner who removed one can go on with another.
Where one is gone and another fits its step, that one takes the name. Resolves with what is missing else.
*/
export async function ensureFacts(core: Core, value: unknown, need: Need | 'bound'): Promise<Judged | undefined> {
  for (const name of new Set(referencesWithin(value).map((each) => each.name))) {
    const binder = binderOf(core.lab(), name);
    if (!binder || (need === 'bound' && core.state().facts[name])) continue;
    const scene = { ...core, facts: core.state().facts, language: core.lab().language };
    const why = await whyAbsent(name, binder, need === 'there' ? need : 'running', scene);
    if (!why) continue;
    const since = core.state().steps.find((each) => each.id === binder.step.id)?.since ?? 0;
    const { verdict } = await judgeCheck(binder.use, since, 0, scene);
    if (verdict.status !== 'passed' || !verdict.found) return absent(why);
    core.emit({ type: 'fact.bound', name, value: verdict.found });
  }
  return undefined;
}

/**
Judges one check of the open step, its facts made sure of; undefined while it waits for another check of the same step.
Never rejects because of the machine: that it cannot be asked about a fact is a verdict, too.
*/
export const judgeUse = (core: Core, step: Step, use: CheckUse, steadyFor: number): Promise<Judged | undefined> =>
  judgeKnown(core, step, use, steadyFor).catch(unasked);

async function judgeKnown(core: Core, step: Step, use: CheckUse, steadyFor: number): Promise<Judged | undefined> {
  if (waitsForSibling(core, step, use)) return undefined;
  const missing =
    use.kind === 'check'
      ? await ensureFacts(core, use.params, (checkOf(use, core.checks)?.needsRunning ?? true) ? 'running' : 'bound')
      : await ensureFacts(core, variablesIn(core, use.run), readsLife(core, use.run) ? 'running' : 'there');
  const own = core.state().steps.find((each) => each.id === step.id);
  const since = own?.since ?? 0;
  if (missing) return missing;
  const index = step.checks.indexOf(use);
  const hasEnded = own?.reopened?.checks.includes(index) ?? false;
  const scene = {
    ...{ ...core, facts: core.state().facts, language: core.lab().language, kept: own?.kept[index] },
    // What has passed once and ended at once is believed the second time only once it has lived on.
    ...(hasEnded && { mustStay: lasting }),
  };
  const before = use.kind === 'script' ? await statesOf(core, use.run) : '';
  const judged = await judgeCheck(use, since, steadyFor, scene);
  if (use.kind === 'script' && judged.verdict.status === 'errored') {
    // A script may well speak of a container that has stopped. Where it could tell nothing, that is why.
    const stopped = await ensureFacts(core, variablesIn(core, use.run), 'running');
    if (stopped) return stopped;
    // Or it was just being started, let go on, or another one took its name: then the script spoke of what is no more.
    if ((await statesOf(core, use.run)) !== before) return judgeKnown(core, step, use, steadyFor);
  }
  if (judged.verdict.status !== 'pending') return judged;
  return (await clockBack(core, since)) ?? (await withoutTool(core.world, step, since)) ?? judged;
}

const waitsForSibling = (core: Core, step: Step, use: CheckUse): boolean =>
  openStep(core)?.id === step.id &&
  referencesWithin(use.kind === 'check' ? use.params : variablesIn(core, use.run)).some(
    ({ name }) => !core.state().facts[name] && binderOf(core.lab(), name)?.step.id === step.id,
  );

/** Whether a check script reads what only a running container has: its PID, its address. */
const readsLife = (core: Core, run: string): boolean =>
  bound(core).some((name) => new RegExp(`\\$\\{?${name}_(?:pid|ip)\\b`).test(run));

/** How the containers are that a check script speaks of: the same text where nothing has become of them. */
async function statesOf(core: Core, run: string): Promise<string> {
  const { facts } = core.state();
  const spoken = referencesWithin(variablesIn(core, run)).flatMap(({ name }) => facts[name] ?? []);
  const states = spoken.map(async (fact) =>
    fact.kind === 'container' ? [fact.id, (await core.world.docker.container(fact.id))?.state] : [fact],
  );
  return JSON.stringify(await Promise.all(states));
}

/** The facts that a check script reads as variables, as references: `$app`, `${app_pid}`. */
const variablesIn = (core: Core, run: string): readonly string[] =>
  bound(core)
    .filter((name) => new RegExp(`\\$\\{?${name}(?:_\\w+)?\\b`).test(run))
    .map((name) => `\${${name}}`);

const bound = (core: Core): readonly string[] =>
  core
    .lab()
    .steps.flatMap(({ checks }) => checks)
    .flatMap((each) => (each.kind === 'check' && each.as ? [each.as] : []));
