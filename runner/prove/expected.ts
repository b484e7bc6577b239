import type { Lab, Step } from '../lab/lab.ts';
import { mistakeText, solutionText } from '../lab/names.ts';
import { nameOf, type Target } from './attack/targets.ts';
import type { Proof, ProofId } from './event.ts';

/** Everything that is to be proven of these steps, but for mutants, which are known only once they are made. */
function expectedOf({ id: lab, file, steps }: Lab, wanted: readonly Step[]): readonly ProofId[] {
  const of = (step: Step): readonly ProofId[] => [
    { lab, step: step.id, phase: 'untouched', name: '', position: step.position },
    ...step.mistakes.map((mistake): ProofId => {
      const { position } = mistake;
      return { lab, step: step.id, phase: 'mistaken', name: mistakeText(mistake), position };
    }),
    { lab, step: step.id, phase: 'solved', name: solutionText(step), position: step.position },
    ...step.variants.map(
      ({ run, position }): ProofId => ({ lab, step: step.id, phase: 'variant', name: run, position }),
    ),
    { lab, step: step.id, phase: 'steady', name: solutionText(step), position: step.position },
  ];
  const position = { file, line: 1, column: 1 };
  const whole = wanted.length < steps.length ? [] : [{ lab, phase: 'steady', name: '', position } as const];
  return [...wanted.flatMap(of), ...whole];
}

/** What was to be proven and was not even tried, because something before it did not come out. */
export function untriedOf(
  lab: Lab,
  wanted: readonly Step[],
  proofs: readonly Proof[],
  targets: readonly Target[] = [],
): readonly ProofId[] {
  const key = ({ step, phase, name, position }: ProofId) =>
    JSON.stringify([step, phase, name, ...(phase === 'attack' ? [position.line, position.column] : [])]);
  const tried = new Set(proofs.map(key));
  // Where a variant could not be reached, that was told of the step.
  const unreached = new Set(
    proofs.flatMap(({ phase, name, step }) => (phase === 'variant' && name === '' ? [step] : [])),
  );
  const attacks = targets.map(
    (each): ProofId => ({
      ...{ lab: lab.id, step: each.step.id, phase: 'attack', name: nameOf(each), position: each.use.position },
    }),
  );
  return [...expectedOf(lab, wanted), ...attacks].filter(
    (each) => !tried.has(key(each)) && !(each.phase === 'variant' && unreached.has(each.step)),
  );
}
