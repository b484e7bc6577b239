import { catalog } from '../lab/catalog.ts';
import { readLab } from '../lab/read.ts';
import { type LabTitle, titleIn, titleOf } from '../lab/title.ts';
import type { CommandContext } from './context.ts';
import { labsFolder } from './findLab.ts';
import { labMemory } from './labMemory.ts';
import { known } from './labs.ts';

/** Every lab of the project that can be run. One that has not changed since it was read last need not be read again for that. */
export function titles(place: Pick<CommandContext, 'env' | 'root'>): readonly LabTitle[] {
  const memory = labMemory('titles', place);
  const fresh = new Map<string, string>();
  const found = catalog(labsFolder(place)).flatMap(({ file }) => {
    const before = titleIn(memory.recall(file));
    if (before) return [before];
    const { lab } = readLab(file, known(place));
    if (!lab) return [];
    const title = titleOf(lab);
    fresh.set(file, JSON.stringify(title));
    return [title];
  });
  if (fresh.size > 0) memory.remember(fresh);
  return found;
}
