import type { Reporter } from '../../report/reporter.ts';
import { message } from '../../words/message.ts';
import type { CommandContext } from '../context.ts';
import { UsageError } from '../fail.ts';
import { askedReporters } from '../test/sinks.ts';

/** Those that tell of a learner as well as of a proof. */
const forms = ['json', 'junit', 'tap', 'gradescope'];

/** The reporters that a learner's session is written by. Throws `UsageError` for one that only proofs have. */
export function sessionReporters(context: CommandContext, asked: readonly string[]): readonly Reporter[] {
  const other = asked.map((each) => each.split('=')[0] ?? '').find((name) => !forms.includes(name));
  if (other !== undefined) {
    throw new UsageError(message('learned.reporters', { given: other, allowed: forms.join(', ') }));
  }
  return askedReporters(context, asked);
}
