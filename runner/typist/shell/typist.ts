import type { Clock } from '../../verdict/clock.ts';
import type { Machine } from '../../world/machine/machine.ts';
import type { TypedLine } from '../typedLine.ts';
import { type Patience, type Shell, shellOn } from './shell.ts';

/** Somebody who types at the machine, as a learner would. */
export type Typist = {
  /** Types lines, each after the one before has ended. Resolves when the last has, and the machine has told of all of them. */
  type(text: string, patience: Patience): Promise<readonly TypedLine[]>;
  /** Ends every shell, and all that was begun in it but these (PIDs), and opens a new one. */
  renew(kept: readonly number[]): Promise<void>;
  close(): void;
};

const size = { columns: 120, rows: 36 };

/** Ends shells, and of what was begun in them all but `KEPT`. */
const endShells = `
viewers=$(pgrep --ns $$ --nslist mnt --full --delimiter , '^dtach -A /run/seatrial/') && shells=$(pgrep --parent "$viewers" --delimiter ,) &&
for each in $(pgrep --session "$shells"); do [[ ",$KEPT," == *",$each,"* ]] || kill -KILL "$each"; done
`;

/** How long that may take, in ms. */
const deadline = 10_000;

/** To the end of the line, and away with what stands before it. */
const emptyLine = '\x05\x15';

/** What holds a shell is left to it, and a second one is opened for what follows. `shared`: somebody else types there, too. */
export async function openTypist(machine: Machine, clock: Clock, { shared = false } = {}): Promise<Typist> {
  const held: Shell[] = [];
  const shells = { count: 0 };
  const open = async (): Promise<Shell> => {
    shells.count += 1;
    const name = shells.count === 1 ? undefined : `shell-${shells.count}`;
    const shell = shellOn(await machine.terminal(size, name), clock, () => machine.wake('terminal.quiet'));
    await shell.ready;
    return shell;
  };
  let shell = await open();

  const leave = async (): Promise<void> => {
    held.push(shell);
    shell = await open();
  };

  return {
    async type(text, patience) {
      const since = await machine.world.now();
      const typed: TypedLine[] = [];
      let ends = 0;
      let unfinished = false;
      for (const line of text.split('\n')) {
        const { prompt, ...seen } = await shell.type(shared && !unfinished ? `${emptyLine}${line}` : line, patience);
        typed.push({ ...seen, line });
        unfinished = prompt?.kind === 'program' || prompt?.kind === 'rest';
        if (prompt?.kind === 'next' && line.trim() !== '') ends += 1;
        if (seen.held) await leave();
      }
      await told(machine, since, ends, patience, clock);
      if (unfinished) await leave();
      return typed;
    },
    async renew(kept) {
      await machine.world.shell.script(endShells, { KEPT: kept.join(',') }, deadline);
      for (const each of [...held.splice(0), shell]) each.close();
      shell = await open();
    },
    close() {
      for (const each of held) each.interrupt();
      for (const each of [...held, shell]) each.close();
    },
  };
}

/** The prompt overtakes the mark that tells of the command, since both take ways of their own. */
export function told(
  { world }: Machine,
  since: number,
  ends: number,
  { limit }: Patience,
  clock: Clock,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => {
    if (world.shell.commands(since).length >= ends) resolve();
  };
  const unsubscribe = world.subscribe(({ topic }) => topic === 'shell.command' && look());
  const cancel = clock.after(limit, resolve);
  look();
  return promise.finally(() => {
    unsubscribe();
    cancel();
  });
}
