import { valuesIn } from '../session/facts.ts';
import { fill, referencesIn } from '../session/template.ts';
import type { Harness } from './harness.ts';

/** How long a fact may be without a value, in ms: what it speaks of may be on its way back after a mistake. */
const patience = 10_000;

/** A text of the lab with the facts of this very machine; `${HOME}` and the like stay the shell's. */
export async function fillIn(text: string, { machine: { world }, watched }: Harness): Promise<string> {
  const { facts } = watched().session.state();
  const bound = referencesIn(text).filter(({ name }) => name in facts);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let latest = text;
  const look = async () => {
    const values = await valuesIn([text], facts, world);
    latest = fill(text, values);
    if (bound.every((each) => values.has(each.text))) resolve(latest);
  };
  const again = () => void look().catch(reject);
  const stop = world.subscribe(again);
  again();
  const late = watched().until(() => false, patience);
  return Promise.race([promise, late.then(() => latest)]).finally(stop);
}

/** How long a `$(…)` of an answer may take, in ms. */
const deadline = 10_000;

/** An answer as it is given: facts filled in, each `$(…)` evaluated on the machine, quoted there as in any shell. */
export async function answerOf(text: string, harness: Harness): Promise<string> {
  const parts = commandsIn(await fillIn(text, harness));
  if (!parts.some(({ isCommand }) => isCommand)) return parts.map((each) => each.text).join('');
  const words = parts.map((each) => (each.isCommand ? `"${each.text}"` : `'${each.text.replaceAll("'", "'\\''")}'`));
  const { output } = await harness.machine.world.shell.script(`printf %s ${words.join('')}`, {}, deadline);
  return output.trim();
}

type Part = { readonly text: string; readonly isCommand: boolean };

/** A text in parts: each `$(…)` whole, and what stands between them. */
export function commandsIn(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (let begin = text.indexOf('$('); begin >= 0; begin = text.indexOf('$(', from)) {
    const end = closing(text, begin + 2);
    if (end < 0) break;
    parts.push({ text: text.slice(from, begin), isCommand: false }, { text: text.slice(begin, end), isCommand: true });
    from = end;
  }
  return [...parts, { text: text.slice(from), isCommand: false }].filter((each) => each.text !== '');
}

/** Behind the parenthesis that closes the one before `from`, what is quoted left out; -1 where none does. */
function closing(text: string, from: number): number {
  const token = /\\.|'[^']*'|"(?:\\.|[^"\\])*"|[()]/gs;
  token.lastIndex = from;
  let depth = 1;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === '(') depth += 1;
    if (found[0] === ')') depth -= 1;
    if (depth === 0) return token.lastIndex;
  }
  return -1;
}
