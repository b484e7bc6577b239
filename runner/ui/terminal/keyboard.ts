import { StringDecoder } from 'node:string_decoder';

/** Takes the keyboard raw, as text; `ended` when the terminal has gone. Returns the way to give it back. */
export function takeKeyboard(stdin: NodeJS.ReadStream, typed: (text: string) => void, ended: () => void): () => void {
  const decoder = new StringDecoder('utf8');
  const read = (data: Buffer | string) => typed(typeof data === 'string' ? data : decoder.write(data));
  if (stdin.isTTY) stdin.setRawMode(true);
  stdin.on('data', read);
  stdin.on('end', ended);
  stdin.on('error', ended);
  stdin.resume();
  return () => {
    stdin.off('data', read);
    stdin.off('end', ended);
    stdin.off('error', ended);
    if (stdin.isTTY) cooked(stdin);
    stdin.pause();
  };
}

/** Synchronous, and harmless where the terminal has gone. */
export function cooked(stdin: NodeJS.ReadStream): void {
  try {
    stdin.setRawMode(false);
  } catch {
    // The terminal is gone: there is nothing to restore.
  }
}
