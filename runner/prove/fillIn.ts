import { valuesIn } from '../session/facts.ts';
import { fill, referencesIn } from '../session/template.ts';
import type { Bench } from './bench.ts';

/** How long a fact may be without a value, in ms: what it speaks of may be on its way back after a mistake. */
const patience = 10_000;

/** A text of the lab with the facts of this very machine; `${HOME}` and the like stay the shell's. */
export async function fillIn(text: string, { machine: { world }, watched }: Bench): Promise<string> {
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

/** An answer as it is given: facts filled in, each `$(…)` evaluated on the machine. */
export async function answerOf(text: string, bench: Bench): Promise<string> {
  const filled = await fillIn(text, bench);
  if (!filled.includes('$(')) return filled;
  const quoted = filled.replace(/["`\\]/g, '\\$&');
  const { output } = await bench.machine.world.shell.script(`printf %s "${quoted}"`, {}, deadline);
  return output.trim();
}
