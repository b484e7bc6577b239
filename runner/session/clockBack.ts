import { errored } from '../verdict/verdict.ts';
import { message } from '../words/message.ts';
import { type Core, machineNow } from './core.ts';
import { blocked, type Judged } from './judgeCheck.ts';

/** Less than this tells nothing: the step was opened just now. In ms. */
const slack = 1_000;

/**
Whether the machine's clock says that this step has not been opened yet: it was set back, and nothing that is done now could be
seen to come after the opening. Undefined where that is not so.
*/
export async function clockBack(core: Core, since: number): Promise<Judged | undefined> {
  // The machine is asked only where this computer's own clock, mostly the same, raises a doubt.
  if (since <= core.clock.now() + slack) return undefined;
  const by = since - (await machineNow(core));
  if (by <= slack) return undefined;
  return blocked({}, errored('machine', message('world.clock-back', { seconds: Math.ceil(by / 1_000) })));
}
