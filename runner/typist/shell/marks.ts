import { stripVTControlCharacters } from 'node:util';

/** What the shell waits for after a line: the next command, the rest of this one, or input of a program that it runs. */
export type Prompt =
  | { readonly kind: 'next'; readonly exitCode: number }
  | { readonly kind: 'rest' }
  | { readonly kind: 'program' };

// The machine's bash says "\e]7733;NONCE;C" before it runs a command and "D;EXIT" before it prompts (images/machine/lib/bashrc);
// readline switches bracketed paste on whenever it begins to read a line.
const ended = /\x1b\]7733;[^;\x07]*;D;(\d+)\x07[\s\S]*?\x1b\[\?2004h/;
const rest = /\x1b\[\?2004h> $/;
const runs = /\x1b\]7733;[^;\x07]*;C\x07/;
// busybox's shell wipes the line behind its prompt, and asks where it is.
const reads = /\x1b\[\?2004h|(?:^|\n)[^\n]*[#$] (?:\x1b\[[\d;]*[A-Za-z])*$/;

/** Whether a program asks for Enter before it shows what it reads at: `kubectl attach` does, and where nothing is drawn anew, no prompt comes. */
export const wantsEnter = (output: string): boolean => /try pressing enter\.\s*$/.test(plain(output));

/** The prompt that this output since a line was typed ends with; undefined while there is none. `inProgram`: the line went to a program. */
export function promptAfter(output: string, inProgram: boolean): Prompt | undefined {
  const end = ended.exec(output);
  if (end) return { kind: 'next', exitCode: Number(end[1]) };
  if (rest.test(output)) return { kind: 'rest' };
  if (inProgram) return reads.test(output.slice(output.indexOf('\n') + 1)) ? { kind: 'program' } : undefined;
  const begun = runs.exec(output);
  return begun && reads.test(output.slice(begun.index + begun[0].length)) ? { kind: 'program' } : undefined;
}

/** What a command wrote, as text: from where the shell ran it to where it ended. What was only typed is no output. */
export function plainOutput(output: string): string {
  const begun = runs.exec(output);
  const echoed = output.indexOf('\n');
  const from = begun ? begun.index + begun[0].length : echoed < 0 ? output.length : echoed + 1;
  const end = output.indexOf('\x1b]7733;', from);
  const shown = plain(output.slice(from, end < 0 ? undefined : end)).trimEnd();
  return rest.test(output) ? '' : shown;
}

/** Without control sequences; of a line that was drawn over, what was drawn last. */
const plain = (text: string): string =>
  stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.replace(/\r+$/, '').split('\r').at(-1) ?? '')
    .join('\n');
