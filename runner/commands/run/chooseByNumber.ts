import { createInterface } from 'node:readline';
import type { CommandContext } from '../context.ts';

type Choice<T> = { readonly name: string; readonly value: T };

/** Asks for one of these by its number, line by line: for screen readers and plain terminals. Enter alone is the first, the end of input the last. */
export async function chooseByNumber<T>(
  { stdin, stdout }: CommandContext,
  question: string,
  choices: readonly [Choice<T>, ...Choice<T>[], Choice<T>],
): Promise<T> {
  const numbered = choices.map(({ name }, index) => `${index + 1}. ${name}\n`).join('');
  const ask = () => stdout.write(`${question}\n${numbered}> `);
  const lines = createInterface({ input: stdin, terminal: false });
  ask();
  try {
    for await (const line of lines) {
      const chosen = line.trim() === '' ? choices[0] : choices[Number(line) - 1];
      if (chosen) return chosen.value;
      ask();
    }
  } finally {
    lines.close();
  }
  return (choices.at(-1) ?? choices[0]).value;
}
