import type { Press } from './press.ts';

/** Letters pressed in the panel one right after the other; `stray` once one of them has no meaning there: then they are a command that was meant for the shell. */
export type Letters = { readonly text: string; readonly at: number; readonly stray: boolean };

/** What may be typed into the shell, if the learner says so; `run`: with Enter behind it. */
export type Offered = { readonly text: string; readonly run: boolean };

/** Longest time between two letters of one command, in ms: whoever looks for a key of the panel pauses longer. */
const pause = 1000;

/** Those before, while they still belong together with what is pressed now. */
export const stillTyped = (letters: Letters | undefined, at: number): Letters | undefined =>
  letters && at - letters.at <= pause ? letters : undefined;

/** With this key behind them; none where it is no letter. */
export function withKey(letters: Letters | undefined, key: Press, at: number, stray: boolean): Letters | undefined {
  if (key.name === 'backspace' && letters) return { ...letters, text: letters.text.slice(0, -1), at };
  if (key.name !== undefined) return undefined;
  return { text: (letters?.text ?? '') + key.text, at, stray: stray || (letters?.stray ?? false) };
}

/** What a key asks to be typed into the shell: a paste, or Enter behind letters that mean nothing here. */
export function offeredBy(key: Press, letters: Letters | undefined): Offered | undefined {
  if (key.name === 'enter' && letters?.stray && letters.text.trim()) return { text: letters.text.trim(), run: true };
  const pasted = key.name === undefined && [...key.text].length > 1 ? key.text.trim() : '';
  return pasted ? { text: pasted, run: /\n\s*$/.test(key.text) } : undefined;
}
