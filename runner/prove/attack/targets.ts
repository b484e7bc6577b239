import type { CheckUse, Lab, Step } from '../../lab/lab.ts';
import type { Checks } from '../../session/judgeCheck.ts';
import { referencesWithin } from '../../session/template.ts';
import type { Adversary } from '../../verdict/adversary.ts';

type NamedUse = CheckUse & { readonly kind: 'check' };

/** An adversary and the one use of its check that it is to be judged by. */
export type Target = {
  readonly step: Step;
  /** Which of the step's checks, from 0. */
  readonly index: number;
  readonly use: NamedUse;
  readonly adversary: Adversary;
};

/** Adversaries that begin from the same point: the steps before are done, and `stands` has been typed. */
export type Group = {
  readonly step: Step;
  /** What makes that which the step's own checks bind and this check speaks of. */
  readonly stands: readonly Adversary[];
  readonly targets: readonly Target[];
};

/** What a proof of it is called. */
export const nameOf = ({ use, adversary }: Target): string => `${use.check}: ${adversary.name}`;

/** The adversaries of all checks of a step, those together that begin from the same point; the wrong ones first, as they leave less behind. */
export function groupsOf(step: Step, checks: Checks): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const [index, use] of step.checks.entries()) {
    if (use.kind !== 'check') continue;
    const targets = adversariesOf(use, checks).map((adversary): Target => ({ step, index, use, adversary }));
    const siblings = siblingsOf(step, use);
    const key = siblings.map(({ as }) => as).join(' ');
    const before = groups.get(key)?.targets ?? [];
    const stands = siblings.flatMap((each) => adversariesOf(each, checks).find(isRight) ?? []);
    if (targets.length > 0) groups.set(key, { step, stands, targets: [...before, ...targets] });
  }
  return [...groups.values()].map((each) => ({
    ...each,
    targets: each.targets.toSorted((one, other) => Number(isRight(one.adversary)) - Number(isRight(other.adversary))),
  }));
}

const adversariesOf = ({ check, params }: NamedUse, checks: Checks): readonly Adversary[] =>
  checks.get(check)?.adversaries(params) ?? [];

const isRight = ({ outcome, fresh }: Adversary): boolean => outcome === 'right' && !fresh;

/** Checks of the same step that bind what this one speaks of. */
const siblingsOf = (step: Step, { params }: NamedUse): readonly NamedUse[] => {
  const spoken = new Set(referencesWithin(params).map(({ name }) => name));
  return step.checks.flatMap((each) => (each.kind === 'check' && each.as && spoken.has(each.as) ? [each] : []));
};

/** Every adversary of these steps. */
export const targetsOf = (steps: readonly Step[], checks: Checks): readonly Target[] =>
  steps.flatMap((step) => groupsOf(step, checks)).flatMap(({ targets }) => targets);

/**
Whether whoever goes past this step without doing it finds the ones behind as they would be: it asks for nothing but that
something is done or answered, and nothing that it binds is spoken of later.
*/
export function leavesNothing(lab: Lab, step: Step, checks: Checks): boolean {
  const later = new Set(
    lab.steps
      .slice(lab.steps.indexOf(step) + 1)
      .flatMap(({ checks: uses, questions, look, solution, variants }) =>
        referencesWithin([
          uses.map((use) => (use.kind === 'check' ? use.params : use.run)),
          questions.map(({ answer, near }) => [answer, near]),
          look,
          solution,
          variants.map(({ run }) => run),
        ]).map(({ name }) => name),
      ),
  );
  return step.checks.every((use) => {
    if (use.kind !== 'check') return false;
    const check = checks.get(use.check);
    return check !== undefined && !check.lasting && !check.takesAway && !(use.as && later.has(use.as));
  });
}
