import { systemClock } from '../verdict/clock.ts';
import { type Language, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { Machine } from '../world/machine/machine.ts';
import { type Shell, shellOn } from './shell/shell.ts';
import { told } from './shell/typist.ts';
import type { Watched } from './watched.ts';

export type LineTypist = {
  /** Types one line, tells what the shell shows, and resolves once the shell waits again, or holds on. */
  type(line: string): Promise<void>;
  close(): void;
};

const size = { columns: 120, rows: 36 };

/** How long a line may keep its prompt before the next goes into another shell, in ms. */
const limit = 60_000;

/** Types what comes line by line: one that is not whole yet, or a program that reads, gets the lines that follow. */
export async function lineTypist(
  machine: Machine,
  watched: Watched,
  write: (text: string) => void,
  language: Language,
): Promise<LineTypist> {
  const shells: Shell[] = [];
  const open = async (): Promise<Shell> => {
    const name = shells.length === 0 ? undefined : `shell-${shells.length + 1}`;
    const opened = shellOn(await machine.terminal(size, name), systemClock, () => machine.wake('terminal.quiet'));
    shells.push(opened);
    await opened.ready;
    return opened;
  };
  let shell = await open();

  return {
    async type(line) {
      const since = await machine.world.now();
      const at = watched.session.state().current;
      // A step that has ended needs nothing more of the command that ended it.
      const ended = watched.until(({ state }) => state.current !== at, limit);
      const enough = ended.then((has) => (has ? undefined : new Promise(() => undefined)));
      write(`$ ${line}`);
      const { prompt, output } = await shell.type(line, { limit, enough });
      if (output !== '') write(output);
      if (!prompt) {
        write(say(language, message('learned.held', { line })));
        shell = await open();
      }
      const commands = prompt?.kind === 'next' && line.trim() !== '' ? 1 : 0;
      await told(machine, since, commands, { limit: 5_000 }, systemClock);
    },
    close() {
      for (const each of shells) each.close();
    },
  };
}
