import { message } from '../../../words/message.ts';
import { Refused } from '../../kubernetes/call.ts';
import { WorldError } from '../../world.ts';
import type { ExistingContext } from './context.ts';

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
      throw new WorldError(why, { cause });
    }
    if (cause instanceof WorldError && cause.explanation.id === 'cluster.silent') {
      throw new WorldError(message('existing.silent', { ...given, said: String(cause.explanation.values.said) }), {
        cause,
      });
    }
    throw cause;
  }
}
