import type { Step } from '../../lab/lab.ts';
import { readsFact } from '../../session/ensureFacts.ts';
import { boundBy } from '../../session/presence.ts';
import { referencesWithin } from '../../session/template.ts';

/** Names of what a step's checks bind. */
export const factsOf = ({ checks }: Step): ReadonlySet<string> => new Set(checks.flatMap(boundBy));

/** Whether a step cannot be judged without what another one binds, and by what it says so: a check, the answer to its first question, or what must be so before it opens. */
export function needs({ setup, checks, questions }: Step, other: Step): 'prepared' | 'checked' | 'asked' | undefined {
  const bound = factsOf(other);
  if (setup && [...bound].some((name) => readsFact(setup, name))) return 'prepared';
  const speaks = (value: unknown) => referencesWithin(value).some(({ name }) => bound.has(name));
  if (checks.some((use) => use.kind === 'check' && speaks(use.params))) return 'checked';
  return questions[0] && speaks(questions[0].answer) ? 'asked' : undefined;
}
