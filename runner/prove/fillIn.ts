import { valuesIn } from '../session/facts.ts';
import { fill } from '../session/template.ts';
import type { Bench } from './bench.ts';

/** A text of the lab with the facts of this very machine; `${HOME}` and the like stay the shell's. */
export async function fillIn(text: string, { machine, watched }: Bench): Promise<string> {
  const values = await valuesIn([text], watched().session.state().facts, machine.world);
  return fill(text, values);
}

/** How long a `$(…)` of an answer may take, in ms. */
const deadline = 10_000;

/** An answer as it is given: facts filled in, each `$(…)` evaluated on the machine. */
export async function answerOf(text: string, bench: Bench): Promise<string> {
  const filled = await fillIn(text, bench);
  if (!filled.includes('$(')) return filled;
  const quoted = filled.replace(/["`\\]/g, '\\$&');
  const { output } = await bench.machine.world.shell.script(`printf %s "${quoted}"`, {}, deadline);
  return output.trim();
}
