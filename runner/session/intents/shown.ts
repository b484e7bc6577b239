import { WorldError } from '../../world/world.ts';
import type { Core } from '../core.ts';
import { ensureFacts } from '../ensureFacts.ts';
import { valuesIn } from '../facts.ts';
import { binderOf } from '../presence.ts';
import { type Reference, referencesIn } from '../template.ts';

/** What stands where a text speaks of something that is not there: whoever reads it is told why by the step's checks. */
const unknown = '…';

/**
What stands for each fact that a text speaks of, by how it is written there: the newest that still exists, where one value must stand.
`whole`: each has its value.
*/
export async function shownValues(
  core: Core,
  text: string,
): Promise<{ readonly values: ReadonlyMap<string, string>; readonly whole: boolean }> {
  // `${HOME}` and the like are the shell's.
  const spoken = referencesIn(text).filter((each) => isFact(core, each));
  const known = await valuesNow(core, spoken);
  const values = new Map(spoken.map((each) => [each.text, known.get(each.text) ?? unknown]));
  return { values, whole: spoken.every((each) => known.has(each.text)) };
}

const isFact = (core: Core, { name }: Reference): boolean =>
  name === 'host' ||
  name in core.state().facts ||
  binderOf(core.lab(), name) !== undefined ||
  core.lab().steps.some(({ keep }) => name in keep);

async function valuesNow(core: Core, spoken: readonly Reference[]): Promise<ReadonlyMap<string, string>> {
  const texts = spoken.map(({ text }) => text);
  try {
    await ensureFacts(core, texts, 'there');
    return await valuesIn(texts, core.state().facts, core.world);
  } catch (error) {
    // A world that cannot be asked is told of as a trouble: a hint is read all the same.
    if (error instanceof WorldError) return new Map();
    throw error;
  }
}
