import type { LabIn } from '../../lab/lab.ts';
import { message } from '../../words/message.ts';
import { didYouMean } from '../didYouMean.ts';
import { UsageError } from '../fail.ts';

/** None of these labs has a step of this id: names the nearest one, and all that there are. */
export function unknownStep(step: string, labs: readonly LabIn[]): UsageError {
  const ids = [...new Set(labs.flatMap(({ en }) => en.steps.map(({ id }) => id)))];
  return new UsageError(
    message('lab.unknown-step', { step }),
    ...didYouMean(step, ids),
    message('test.steps', { steps: ids.join(', ') }),
  );
}
