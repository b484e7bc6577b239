import { nearest } from '../../lab/nearest.ts';
import { message } from '../../words/message.ts';
import { UsageError } from '../fail.ts';
import type { LabIn } from './due.ts';

/** None of these labs has a step of this id: names the nearest one, and all that there are. */
export function unknownStep(step: string, labs: readonly LabIn[]): UsageError {
  const ids = [...new Set(labs.flatMap(({ en }) => en.steps.map(({ id }) => id)))];
  const suggestion = nearest(step, ids);
  return new UsageError(
    message('lab.unknown-step', { step }),
    ...(suggestion === undefined ? [] : [message('commands.did-you-mean', { suggestion: `\`${suggestion}\`` })]),
    message('test.steps', { steps: ids.join(', ') }),
  );
}
