import { message } from '../../../words/message.ts';
import { ApiSilent } from '../../../world/kubernetes/apiSilent.ts';
import { Refused } from '../../../world/kubernetes/call.ts';
import type { ExistingContext } from './context.ts';
import { ForeignError } from './ForeignError.ts';

/** Does work on somebody's cluster; what it refuses, or that it is silent, is said with the context that it was asked by. */
export async function explained<T>(
  context: Pick<ExistingContext, 'name' | 'server'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const given = { context: context.name, server: context.server };
    if (cause instanceof Refused) {
      const said = cause.message;
      const why =
        cause.status === 401
          ? message('existing.unknown-user', given)
          : message('existing.refused', { ...given, said });
      throw new ForeignError(why, { cause });
    }
    if (cause instanceof ApiSilent)
      throw new ForeignError(message('existing.silent', { ...given, said: cause.said }), { cause });
    throw cause;
  }
}
