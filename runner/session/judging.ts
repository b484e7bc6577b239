import type { Says } from '../lab/checkKeys.ts';
import type { CheckUse, Lab, Step } from '../lab/lab.ts';
import { checkName } from '../lab/names.ts';
import type { Clock } from '../verdict/clock.ts';
import type { AnyCheck } from '../verdict/defineCheck.ts';
import type { Others } from '../verdict/distinct.ts';
import { type Evidence, judgedOn, type Waiting } from '../verdict/evidence.ts';
import { observe } from '../verdict/grade.ts';
import { type ScriptEngine, script } from '../verdict/script.ts';
import { errored, type Found, pending, type Verdict } from '../verdict/verdict.ts';
import { type Language, type Message, message } from '../words/message.ts';
import { type World, WorldError } from '../world/world.ts';
import { environment } from './environment.ts';
import { evictionOf } from './eviction.ts';
import { type Facts, valuesIn, valuesOf } from './facts.ts';
import { fill, fillWithin, referencesWithin } from './template.ts';

export type Checks = ReadonlyMap<string, AnyCheck>;

/** The check that a lab calls for; undefined for a name that the lab's reader would have refused. */
export const checkOf = (use: CheckUse, checks: Checks): AnyCheck | undefined =>
  use.kind === 'script' ? script : checks.get(use.check);

export type Judged = {
  readonly params: unknown;
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  /** It is so, but not for long enough yet. */
  readonly waiting?: Waiting;
};

type Scene = {
  readonly world: World;
  readonly clock: Clock;
  readonly checks: Checks;
  readonly facts: Facts;
  /** The one that the learner reads, for check scripts; English unless given. */
  readonly language?: Language;
  /** What must answer for a check script; nothing unless given. */
  readonly engines?: readonly ScriptEngine[];
  /** What the check remembers of its last look. */
  readonly kept?: unknown;
  /** How long it must be so at least, in ms. */
  readonly mustStay?: number;
  /** What its object must not be. */
  readonly others?: Others;
  /** What to say of the learner's last line, where the check has seen nothing of it. */
  readonly line?: Message;
};

/** Fills in the facts, observes and judges one check of a step. `steadyFor`: how long it has passed already, in ms. */
export async function judgeCheck(use: CheckUse, since: number, steadyFor: number, scene: Scene): Promise<Judged> {
  const check = checkOf(use, scene.checks);
  if (!check) return blocked({}, errored('lab', message('check.unknown', { check: checkName(use) })));
  try {
    const { mustStay, others, line, engines: needs = [] } = scene;
    const params =
      use.kind === 'script'
        ? {
            ...{ run: use.run, env: await environment(scene, needs), needs },
            ...(use.gives && { gives: use.gives }),
            ...(use.lib !== undefined && { lib: use.lib }),
          }
        : await filled(use.params, scene);
    const say = use.kind === 'check' && use.say ? await filledSay(use.say, scene) : undefined;
    const taken = others && [...others.taken.map(({ found }) => found), ...others.shared];
    const seen = await observe(check, params, { ...scene, since, ...(taken && { taken }) });
    const evidence: Evidence =
      seen.kind === 'observed'
        ? {
            ...seen,
            ...(steadyFor > 0 && { steadyFor }),
            ...(mustStay !== undefined && { mustStay }),
            ...(use.stays !== undefined && { stays: use.stays * 1000 }),
            ...(say && { say }),
            ...(others && others.taken.length + others.shared.length > 0 && { others }),
          }
        : seen;
    const judged = judgedOn(check, params, evidence);
    if (!line || evidence.kind === 'blocked' || !isUntried(judged)) return { params, evidence, ...judged };
    const told = { ...evidence, line };
    return { params, evidence: told, ...judgedOn(check, params, told) };
  } catch (error) {
    return unasked(error);
  }
}

const isUntried = ({ verdict, waiting }: Pick<Judged, 'verdict' | 'waiting'>): boolean =>
  verdict.status === 'pending' && (!verdict.attempt || verdict.vague === true) && !waiting;

/** What is judged where the world could not be asked; any other error is thrown again. */
export function unasked(error: unknown): Judged {
  if (error instanceof WorldError) return blocked({}, errored(error.blame, error.explanation));
  throw error;
}

export const blocked = (params: unknown, verdict: Verdict): Judged => ({
  params,
  evidence: { kind: 'blocked', verdict },
  verdict,
});

/** What the lab says in place of the check's words; a fact that is not known leaves these as they are. */
async function filledSay(say: Says, { facts, world }: Scene): Promise<Says> {
  const values = await valuesIn(
    Object.values(say).flatMap(({ en, ja }) => [en, ja]),
    facts,
    world,
  );
  return Object.fromEntries(
    Object.entries(say).map(([id, { en, ja }]) => [id, { en: fill(en, values), ja: fill(ja, values) }]),
  );
}

async function filled(params: unknown, { facts, world }: Scene): Promise<unknown> {
  return fillWithin(params, await valuesOf(referencesWithin(params), facts, world));
}

/** Where a fact comes from: the step and the check that bind it. */
export type Binder = { readonly step: Step; readonly use: CheckUse };

export const binderOf = (lab: Lab, fact: string): Binder | undefined =>
  lab.steps.flatMap((step) => step.checks.map((use) => ({ step, use }))).find(({ use }) => boundBy(use).includes(fact));

/** Names of the facts that a check binds. */
export const boundBy = (use: CheckUse): readonly string[] =>
  use.kind === 'script' ? (use.gives ?? []) : use.as === undefined ? [] : [use.as];

/** What must be so of a container that is spoken of: the engine has it; it has processes, be they paused; or they run. */
export type Need = 'there' | 'alive' | 'running';

/** `excused`: it is no fault of the learner's. */
export type Absence = { readonly because: Message; readonly excused?: true };

const enough: Readonly<Record<Need, (state: string) => boolean>> = {
  there: () => true,
  alive: (state) => state === 'running' || state === 'paused',
  running: (state) => state === 'running',
};

/** Why what later steps speak of cannot be spoken of now; undefined where it is as it must be. */
export async function whyAbsent(
  fact: string,
  { step }: Binder,
  need: Need,
  { facts, world }: Scene,
): Promise<Absence | undefined> {
  const found = facts[fact];
  if (found?.kind === 'text') return undefined;
  if (!found) return { because: message('fact.skipped', { fact, step: step.title }) };
  if (found.kind === 'pod') return whyPodAbsent(found, step.title, world);
  if (found.kind === 'object') {
    const { of: noun, name } = found;
    const [there] = await world.docker.objects(noun, found.id);
    return there ? undefined : { because: message('fact.object-gone', { noun, name, step: step.title }) };
  }
  const container = await world.docker.container(found.id);
  if (container && enough[need](container.state)) return undefined;
  const name = (container ?? world.docker.remembered(found.id))?.name ?? found.id.slice(0, 12);
  const values = { name, step: step.title };
  if (!container) return { because: message('fact.gone', values) };
  return { because: message(container.state === 'paused' ? 'fact.paused' : 'fact.stopped', values) };
}

/** What somebody else has taken away, by a drain or the like, is none of the learner's fault. */
async function whyPodAbsent(
  { uid, name }: Found & { readonly kind: 'pod' },
  step: string,
  { kubernetes }: World,
): Promise<Absence | undefined> {
  if ((await kubernetes.pods()).some((each) => each.uid === uid)) return undefined;
  const gone = kubernetes.removed('Pod', 0).findLast(({ metadata }) => metadata.uid === uid);
  const said = gone && evictionOf(gone);
  const isOwn =
    kubernetes.audited && kubernetes.actions(0).some((each) => each.subresource === 'eviction' && each.name === name);
  if (said === undefined || isOwn) return { because: message('fact.pod-gone', { name, step }) };
  return { because: message('fact.pod-evicted', { name, step, said }), excused: true };
}

export const absent = ({ because, ...more }: Absence): Judged =>
  blocked({}, pending(because, { attempt: true, ...more }));
