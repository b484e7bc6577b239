import type { CheckUse } from '../lab/lab.ts';
import { isSame } from '../verdict/distinct.ts';
import type { Found } from '../verdict/verdict.ts';
import { bind } from './bind.ts';
import { asNames, candidatesOf, othersFor } from './candidates.ts';
import { type Core, openStep } from './core.ts';
import { enginesOf } from './environment.ts';
import { absent, blocked, type Judged, judgeCheck } from './judgeCheck.ts';
import { type Binder, binderOf, boundBy, type Need, whyAbsent } from './presence.ts';
import { referencesWithin } from './template.ts';

/**
Makes sure that the containers which a value speaks of are as it needs them, so that a learner who removed one can go on with another:
of several that a fact may mean the newest that is; else another that fits its step takes the name. Resolves with what is missing else.
*/
export async function ensureFacts(core: Core, value: unknown, need: Need | 'bound'): Promise<Judged | undefined> {
  for (const name of new Set(referencesWithin(value).map((each) => each.name))) {
    const binder = binderOf(core.lab(), name);
    if (binder) await widen(core, name, binder);
    if (!binder || (need === 'bound' && core.state().facts[name])) continue;
    const scene = { ...core, facts: core.state().facts, language: core.lab().language };
    const needed = need === 'bound' ? 'running' : need;
    const why = await whyAbsent(name, binder, needed, scene);
    if (!why || (await newestThatIs(core, name, needed))) continue;
    const since = core.state().steps.find((each) => each.id === binder.step.id)?.since ?? 0;
    const engines = enginesOf(binder.use, core.lab().needs);
    const { verdict } = await judgeCheck(binder.use, since, Number.MAX_SAFE_INTEGER, {
      ...scene,
      engines,
      others: othersFor(core, binder.use),
    });
    // What keeps any from being made, a node that is closed, is nearer than that one is gone.
    if (verdict.status === 'errored') return blocked({}, verdict);
    if (verdict.status !== 'passed' || !(verdict.found || verdict.gives)) return absent(why);
    bind(core, binder.use, verdict);
  }
  return undefined;
}

/** What came since its step ended and fits as well may be what the learner means, until their own acts have told. */
async function widen(core: Core, name: string, { step, use }: Binder): Promise<void> {
  const before = candidatesOf(core.state(), name);
  const isKnown = before.length === 0 || core.state().settled.includes(name) || openStep(core)?.id === step.id;
  if (isKnown || before[0]?.kind === 'text') return;
  const since = core.state().steps.find((each) => each.id === step.id)?.since ?? 0;
  const others = othersFor(core, use);
  const known = [...before, ...others.shared, ...others.taken.map(({ found }) => found)];
  if (!(await isAnyOther(core, known))) return;
  const scene = { ...core, facts: core.state().facts, others };
  const { verdict } = await judgeCheck(use, since, Number.MAX_SAFE_INTEGER, scene);
  if (verdict.status !== 'passed' || !verdict.found) return;
  const all = [verdict.found, ...(verdict.alternatives ?? [])];
  const [value, ...fresh] = all.filter((each) => !before.some((other) => isSame(other, each)));
  if (value) core.emit({ type: 'fact.bound', name, value, alternatives: [...fresh, ...before] });
}

/** Whether there is an object of the same kind besides these: nearly always none, and then nothing is asked. */
async function isAnyOther({ world }: Core, known: readonly Found[]): Promise<boolean> {
  const isOther = (found: Found) => !known.some((each) => isSame(each, found));
  return known[0]?.kind === 'pod'
    ? (await world.kubernetes.pods()).some(({ uid, name }) => isOther({ kind: 'pod', uid, name }))
    : (await world.docker.containers()).some(({ id }) => isOther({ kind: 'container', id }));
}

/** Lets a fact mean the newest of its candidates that is as it must be; resolves with whether there is one. */
async function newestThatIs(core: Core, name: string, need: Need): Promise<boolean> {
  const binder = binderOf(core.lab(), name);
  const all = candidatesOf(core.state(), name);
  for (const found of all.slice(1)) {
    const facts = { ...core.state().facts, [name]: found };
    if (!binder || (await whyAbsent(name, binder, need, { ...core, facts }))) continue;
    const alternatives = await thatExist(
      core,
      all.filter((each) => each !== found),
    );
    core.emit({ type: 'fact.bound', name, value: found, ...(alternatives.length > 0 && { alternatives }) });
    return true;
  }
  return false;
}

async function thatExist({ world }: Core, all: readonly Found[]): Promise<readonly Found[]> {
  const there = await Promise.all(
    all.map(async (each) => each.kind !== 'container' || (await world.docker.container(each.id)) !== undefined),
  );
  return all.filter((_, index) => there[index]);
}

/** Whether a check script reads what only a running container has: its PID, its address. */
export const readsLife = (core: Core, { run, lib = '' }: Pick<ScriptUse, 'run' | 'lib'>): boolean =>
  asNames(core.lab()).some((name) => new RegExp(`\\$\\{?${name}_(?:pid|ip)\\b`).test(`${lib}\n${run}`));

/** How the containers are that a check script speaks of: the same text where nothing has become of them. */
export async function statesOf(core: Core, use: ScriptUse): Promise<string> {
  const { facts } = core.state();
  const spoken = referencesWithin(spokenBy(core, use)).flatMap(({ name }) => facts[name] ?? []);
  const states = spoken.map(async (fact) =>
    fact.kind === 'container' ? [fact.id, (await core.world.docker.container(fact.id))?.state] : [fact],
  );
  return JSON.stringify(await Promise.all(states));
}

type ScriptUse = Extract<CheckUse, { readonly kind: 'script' }>;

/** What must be as a check script needs it; nothing for one that looks at the machine alone. */
export const spokenBy = (core: Core, use: ScriptUse): readonly string[] =>
  enginesOf(use, core.lab().needs).length > 0 ? variablesIn(core, use) : [];

/** Whether a script reads this fact as a variable. */
export const readsFact = ({ run, lib = '' }: Pick<ScriptUse, 'run' | 'lib'>, name: string): boolean =>
  new RegExp(`\\$\\{?${name}(?:_\\w+)?\\b`).test(`${lib}\n${run}`);

/** The facts that a check script reads as variables, as references: `$app`, `${app_pid}`. */
export const variablesIn = (core: Core, script: Pick<ScriptUse, 'run' | 'lib'>): readonly string[] =>
  core
    .lab()
    .steps.flatMap(({ checks }) => checks.flatMap(boundBy))
    .filter((name) => readsFact(script, name))
    .map((name) => `\${${name}}`);
