import { StringDecoder } from 'node:string_decoder';
import type { Clock } from '../../verdict/clock.ts';
import type { Terminal } from '../../world/machine/machine.ts';
import type { TypedLine } from '../typedLine.ts';
import { type Prompt, plainOutput, promptAfter, wantsEnter } from './marks.ts';

export type Patience = {
  /** How long a line may take to give the prompt back, in ms. */
  readonly limit: number;
  /** What was waited for has come: a prompt that is not back shortly after that will not come. */
  readonly enough?: Promise<unknown>;
};

/** The learner's shell, as somebody who types into it. */
export type Shell = {
  /** Resolves when the shell prompts for the first time. */
  readonly ready: Promise<void>;
  /** Types one line and waits for what the shell does next; undefined where it was `held` and does nothing more. */
  type(line: string, patience: Patience): Promise<TypedLine & { readonly prompt?: Prompt }>;
  interrupt(): void;
  close(): void;
};

/** How long a prompt may still take after what was waited for has come, in ms. */
const grace = 2_000;

/** How long a prompt may take to come by itself where a program asks for Enter, in ms. */
const courtesy = 1_000;

/** How long the output must be still before it counts as quiet, in ms. */
const stillness = 80;

/** `onQuiet`: the output has changed and is still again. */
export function shellOn(terminal: Terminal, clock: Clock, onQuiet: () => void): Shell {
  const decoder = new StringDecoder('utf8');
  const watchers = new Set<() => void>();
  let seen = '';
  let closed = false;
  let inProgram = false;
  let cancelQuiet = () => {};

  const tell = () => {
    for (const watcher of [...watchers]) watcher();
  };
  terminal.output.on('data', (chunk: Buffer) => {
    seen += decoder.write(chunk);
    cancelQuiet();
    cancelQuiet = clock.after(stillness, onQuiet);
    tell();
  });
  terminal.closed.then(() => {
    closed = true;
    cancelQuiet();
    tell();
  });

  const promptSince = (from: number, { limit, enough }: Patience): Promise<Prompt | undefined> => {
    const { promise, resolve } = Promise.withResolvers<Prompt | undefined>();
    let isAsked = false;
    const enter = () => wantsEnter(seen.slice(from)) && terminal.write('\r');
    const look = () => {
      const output = seen.slice(from);
      const prompt = promptAfter(output, inProgram);
      if (prompt || closed) return resolve(prompt);
      if (isAsked || !wantsEnter(output)) return;
      isAsked = true;
      cancels.push(clock.after(courtesy, enter));
    };
    const cancels = [clock.after(limit, () => resolve(undefined))];
    enough?.then(
      () => cancels.push(clock.after(grace, () => resolve(undefined))),
      () => resolve(undefined),
    );
    watchers.add(look);
    look();
    return promise.finally(() => {
      watchers.delete(look);
      for (const cancel of cancels) cancel();
    });
  };

  return {
    ready: promptSince(0, { limit: 30_000 }).then(() => undefined),
    async type(line, patience) {
      const from = seen.length;
      terminal.write(keys(line));
      const prompt = await promptSince(from, patience);
      inProgram = prompt?.kind === 'program';
      const output = plainOutput(seen.slice(from));
      return { line, output, held: prompt === undefined, ...(prompt && { prompt }) };
    },
    interrupt: () => terminal.write('\x03'),
    close: () => terminal.close(),
  };
}

/** A line as keys. A tab is quoted, or it would complete; what ends in a control key needs no Enter. */
function keys(line: string): string {
  const quoted = line.replaceAll('\t', '\x16\t');
  return /[\x01-\x08\x0e-\x1a]$/.test(line) ? quoted : `${quoted}\r`;
}
