import type { z } from 'zod';
import type { Topic } from '../world/wake.ts';
import type { World } from '../world/world.ts';
import type { Adversary } from './adversary.ts';
import type { Binds, Found, Verdict } from './verdict.ts';

export type CheckContext = {
  /** When the step opened, by the machine's clock in ms: actions count from then on. */
  readonly since: number;
  readonly signal: AbortSignal;
  /** What the check's `keeps` gave at the look before, since the step opened; undefined at the first one. */
  readonly kept?: unknown;
  /** Objects that other facts have, or may have: where this check binds one, it must be another. It is passed over without the check's doing. */
  readonly taken?: readonly Found[];
};

/** What a check looks at that not every cluster shows: the learner's calls of the API, processes in Pods, requests from within the cluster. */
export type Sight = 'actions' | 'processes' | 'requests';

/** What a lab runs on besides its machine. */
export type Engine = 'docker' | 'kubernetes';

/** Parameters as a lab writes them, `${facts}` not yet filled in. */
type Written = Readonly<Record<string, unknown>>;

/**
A reusable judge. `observe` reads the world and decides nothing; `judge` decides and awaits nothing.

Evidence goes into the journal, so it is plain JSON, and judging it again gives the same verdict.
*/
export type Check<Params, Evidence> = {
  /** As labs name it: `docker/container`. */
  readonly name: string;
  /** One sentence for the check reference. */
  readonly about: string;
  /** Its parameters, each with a `.describe()` for editors and the reference. */
  readonly params: z.ZodType<Params>;
  readonly wakesOn: readonly Topic[];
  /** Look again after 2, 5, 10, 20, 50 and 100 ms: for what an event announces before it is so. */
  readonly settles?: boolean;
  /** Looking takes tens of ms: it is looked at less often while a wake settles, and rests twice as long as a look has taken. */
  readonly costly?: boolean;
  /** Of what wakes it, what looking itself may bring about: while it looks, and just after, that is no news. */
  readonly echoes?: readonly Topic[];
  /** What it saw may change: it is looked at again after it has passed, until the step ends. */
  readonly lasting?: boolean;
  /** What of a cluster it must see, where somebody's own may not show it, by its parameters as the lab writes them: labs that use it say so before they open there. */
  readonly sees?: readonly Sight[] | ((params: Written) => readonly Sight[]);
  /** Which engines it asks, by its parameters as the lab writes them. Unless given, that of its family, and those that wake it. */
  readonly asks?: (params: Written) => readonly Engine[];
  /** False for a check that speaks of containers which need not run any more; else such a one is named to the learner. */
  readonly needsRunning?: boolean;
  /** It passes where something is gone that nobody can put back: the prover tries each way to that on a machine of its own. */
  readonly takesAway?: boolean;
  /** How long it must stay so before it passes, in ms, by these parameters. */
  readonly stays?: (params: Params) => number;
  /** What the next look must know of this one, for what shows only against what was before. It goes into the journal. */
  readonly keeps?: (evidence: Evidence) => unknown;
  /** Ways to do, by these parameters, what nobody declares: as written in the lab, `${facts}` not yet filled in. */
  readonly adversaries?: (params: Params) => readonly Adversary[];
  /** What it binds with `as`, by its parameters as the lab writes them; nobody knows beforehand unless given. */
  readonly binds?: Binds | ((params: Written) => Binds);
  readonly observe: (world: World, params: Params, context: CheckContext) => Promise<Evidence>;
  readonly judge: (evidence: Evidence, params: Params) => Verdict;
};

/** A check whose types are its own business: what the engine and the list of checks see. */
export type AnyCheck = Omit<Check<never, never>, 'params' | 'observe' | 'judge' | 'stays' | 'keeps' | 'adversaries'> & {
  readonly params: z.ZodType;
  readonly stays: (params: unknown) => number;
  readonly keeps?: (evidence: unknown) => unknown;
  readonly adversaries: (params: unknown) => readonly Adversary[];
  readonly observe: (world: World, params: unknown, context: CheckContext) => Promise<unknown>;
  readonly judge: (evidence: unknown, params: unknown) => Verdict;
};

/** Hides a check's types behind its own parser: what comes in has been parsed, or comes from its own journal. */
export function defineCheck<Params, Evidence>({ keeps, ...check }: Check<Params, Evidence>): AnyCheck {
  return {
    ...check,
    ...(keeps && { keeps: (evidence) => keeps(evidence as Evidence) }),
    stays: (params) => check.stays?.(check.params.parse(params)) ?? 0,
    adversaries: (params) => check.adversaries?.(check.params.parse(params)) ?? [],
    observe: (world, params, context) => check.observe(world, check.params.parse(params), context),
    judge: (evidence, params) => check.judge(evidence as Evidence, check.params.parse(params)),
  };
}
