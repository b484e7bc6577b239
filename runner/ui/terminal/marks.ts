/** What the shell says of itself in a private OSC: a command begins, or a prompt is about to be drawn. */
export type Mark = { readonly type: 'started' } | { readonly type: 'prompt'; readonly exitCode: number };

export const markCode = 7733;

/** Reads the text of `ESC ]7733;<nonce>;C BEL` or `ESC ]7733;<nonce>;D;<exit code> BEL` after the number. */
export function readMark(text: string): Mark | undefined {
  const [, letter, exitCode] = text.split(';');
  if (letter === 'C') return { type: 'started' };
  if (letter === 'D') return { type: 'prompt', exitCode: Number(exitCode ?? 0) };
  return undefined;
}
