import { checks } from '../../../checks/index.ts';
import { systemClock } from '../../../runner/verdict/clock.ts';
import { verdictOn } from '../../../runner/verdict/judge.ts';
import { observe } from '../../../runner/verdict/observe.ts';
import type { Verdict } from '../../../runner/verdict/verdict.ts';
import { say } from '../../../runner/words/say.ts';
import type { Machine } from '../../../runner/world/machine/machine.ts';
import { found } from './learner.ts';

const byName = new Map(checks.map((check) => [check.name, check]));

/** What this check says now of what there is, and of what happened since then. */
export async function judge(
  { world }: Machine,
  check: string,
  params: Readonly<Record<string, unknown>>,
  since = 0,
): Promise<Verdict> {
  const own = byName.get(check);
  if (!own) throw new Error(`there is no check ${check}`);
  return verdictOn(own, params, await observe(own, params, { world, since, clock: systemClock }));
}

/** The same as a learner reads it: `passed: …`. */
export async function told(...given: Parameters<typeof judge>): Promise<string> {
  const { status, because } = await judge(...given);
  return `${status}: ${say('en', because)}`;
}

/** Resolves with what a check says once it says this, looked at whenever the world says that something has happened. */
export const tells = (machine: Machine, pattern: RegExp, ...given: DropFirst<Parameters<typeof judge>>) =>
  found(machine, async () => {
    const said = await told(machine, ...given);
    return pattern.test(said) ? said : undefined;
  });

type DropFirst<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;
