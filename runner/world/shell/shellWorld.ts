import { message } from '../../words/message.ts';
import type { Helper } from '../machine/helper.ts';
import { ScriptLate, WorldError } from '../world.ts';
import type { ShellCommand, ShellWorld } from './model.ts';
import { quiet } from './quiet.ts';
import { scriptResult } from './scriptResult.ts';
import { spoken } from './spoken.ts';

/** How long stopping a script may take, in ms. */
const grace = 5_000;

/** Rejects where nothing has answered by then, whatever keeps it. */
function silenceAfter(delay: number): { readonly silence: Promise<never>; readonly stop: () => void } {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new WorldError(message('world.helper-lost'))), delay);
  return { silence, stop: () => clearTimeout(timer) };
}

/** What the machine's shells did, and a shell of Seatrial's own for check scripts. */
export function shellWorld(helper: Helper) {
  const commands: ShellCommand[] = [];

  const script: ShellWorld['script'] = async (run, env, deadline, signal) => {
    signal?.throwIfAborted();
    const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    const { id, answer } = helper.begin('script', run, variables.join('\0'));
    const stop = () => {
      helper.ask('stop', String(id)).catch(() => undefined);
    };
    const late = AbortSignal.timeout(deadline);
    const ends = signal ? AbortSignal.any([signal, late]) : late;
    ends.addEventListener('abort', stop, { once: true });
    const { silence, stop: isHeard } = silenceAfter(deadline + grace);
    const bytes = await Promise.race([answer, silence]).finally(() => {
      isHeard();
      ends.removeEventListener('abort', stop);
    });
    signal?.throwIfAborted();
    const result = scriptResult(bytes);
    // One that waits for room to start a process is not slow by itself.
    if (late.aborted && result.trouble?.kind !== 'crowded') throw new ScriptLate(deadline);
    return result;
  };

  const world: ShellWorld = {
    commands: (since) => commands.filter((command) => command.at >= since),
    script,
    check: (run, env, deadline, signal) => script(run, { ...quiet, ...spoken, ...env }, deadline, signal),
  };

  return { world, add: (command: ShellCommand) => commands.push(command) };
}
