import { StringDecoder } from 'node:string_decoder';

/**
The lines of a stream that has no end of its own, until it ends or breaks; which of the two is not told. Leaving the loop
destroys it.
*/
export async function* eachLine(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of stream) {
      const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch {
    // Aborted, or the server has gone: the same to whoever waits for a line.
  }
}
