import { message } from '../../words/message.ts';
import type { Helper } from '../machine/helper.ts';
import { WorldError } from '../world.ts';
import type { ShellCommand, ShellWorld } from './model.ts';
import { scriptResult } from './scriptResult.ts';

/** What the machine's shells did, and a shell of Seatrial's own for check scripts. */
export function shellWorld(helper: Helper) {
  const commands: ShellCommand[] = [];

  const world: ShellWorld = {
    commands: (since) => commands.filter((command) => command.at >= since),
    script: async (run, env, deadline, signal) => {
      signal?.throwIfAborted();
      const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
      const { id, answer } = helper.begin('script', run, variables.join('\0'));
      const stop = () => {
        helper.ask('stop', String(id)).catch(() => undefined);
      };
      const late = AbortSignal.timeout(deadline);
      const ends = signal ? AbortSignal.any([signal, late]) : late;
      ends.addEventListener('abort', stop, { once: true });
      const bytes = await answer.finally(() => ends.removeEventListener('abort', stop));
      signal?.throwIfAborted();
      if (late.aborted) {
        throw new WorldError(message('world.script-late', { seconds: deadline / 1000 }), { blame: 'lab' });
      }
      return scriptResult(bytes);
    },
  };

  return { world, add: (command: ShellCommand) => commands.push(command) };
}
