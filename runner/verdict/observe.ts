import { ZodError } from 'zod';
import { message } from '../words/message.ts';
import { type World, WorldError } from '../world/world.ts';
import type { Clock } from './clock.ts';
import type { AnyCheck, CheckContext } from './defineCheck.ts';
import type { Evidence } from './judge.ts';
import { errored, pending, type Verdict } from './verdict.ts';

/** How long a check may look at the world, in ms. */
export const deadline = 10_000;

/**
Observes the world for one check. Never rejects: what keeps a check from seeing is evidence too.
A world that does not answer within the deadline is the machine's fault, never the learner's.
*/
export async function observe(
  check: AnyCheck,
  params: unknown,
  given: Omit<CheckContext, 'signal'> & { readonly world: World; readonly clock: Clock },
): Promise<Evidence> {
  const { world, since, clock, kept, taken } = given;
  const abort = new AbortController();
  const tooSlow = Promise.withResolvers<Evidence>();
  const cancel = clock.after(deadline, () => {
    abort.abort();
    const slow = message('check.slow', { check: check.name, seconds: deadline / 1000 });
    tooSlow.resolve({ kind: 'blocked', verdict: errored('machine', slow) });
  });
  try {
    const observed = check.observe(world, params, {
      ...{ since, signal: abort.signal, kept },
      ...(taken && { taken }),
    });
    return await Promise.race([
      observed.then((value) => ({ kind: 'observed', observed: value }) as const),
      tooSlow.promise,
    ]);
  } catch (error) {
    return { kind: 'blocked', verdict: blame(check, error) };
  } finally {
    cancel();
  }
}

function blame(check: AnyCheck, error: unknown): Verdict {
  if (error instanceof WorldError && error.code === 'inside') return pending(error.explanation, { attempt: true });
  if (error instanceof WorldError) return errored(error.blame, error.explanation);
  const values = { check: check.name, error: error instanceof Error ? error.message : String(error) };
  if (error instanceof ZodError) return errored('lab', message('check.params', values));
  return errored('seatrial', message('check.broke', values));
}
