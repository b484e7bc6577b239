import type { Says } from '../lab/checkKeys.ts';
import type { CheckUse } from '../lab/lab.ts';
import { checkName } from '../lab/names.ts';
import type { Clock } from '../verdict/clock.ts';
import type { AnyCheck } from '../verdict/defineCheck.ts';
import type { Others } from '../verdict/distinct.ts';
import { type Evidence, judgedOn, type Waiting } from '../verdict/judge.ts';
import { observe } from '../verdict/observe.ts';
import { type ScriptEngine, script } from '../verdict/script.ts';
import { errored, pending, type Verdict } from '../verdict/verdict.ts';
import { type Language, type Message, message } from '../words/message.ts';
import { type World, WorldError } from '../world/world.ts';
import { environment } from './environment.ts';
import { type Facts, valuesIn, valuesOf } from './facts.ts';
import type { Absence } from './presence.ts';
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
    return blockedBy(error);
  }
}

const isUntried = ({ verdict, waiting }: Pick<Judged, 'verdict' | 'waiting'>): boolean =>
  verdict.status === 'pending' && (!verdict.attempt || verdict.vague === true) && !waiting;

/** What is judged where the world could not be asked; any other error is thrown again. */
export function blockedBy(error: unknown): Judged {
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

export const absent = ({ because, ...more }: Absence): Judged =>
  blocked({}, pending(because, { attempt: true, ...more }));
