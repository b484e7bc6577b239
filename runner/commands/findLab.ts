import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { catalog, labsIn } from '../lab/catalog.ts';
import { labFile } from '../lab/files.ts';
import { message } from '../words/message.ts';
import type { CommandContext } from './context.ts';
import { didYouMean } from './didYouMean.ts';
import { UsageError } from './fail.ts';

export type LabFolders = Pick<CommandContext, 'root' | 'cwd'>;

export const labsFolder = ({ root }: Pick<LabFolders, 'root'>): string => join(root, 'labs');

const looksLikePath = (given: string) =>
  isAbsolute(given) || given.includes('/') || given.includes(sep) || /\.ya?ml$/.test(given);

/** The lab.yaml of each lab that is meant by ids, paths, tracks or folders of labs; without any, of every lab of the project. */
export function findLabs(given: readonly string[], place: LabFolders): readonly string[] {
  const entries = catalog(labsFolder(place));
  if (given.length === 0) return entries.map(({ file }) => file);
  const files = given.flatMap((each) => {
    const track = entries.filter((entry) => entry.track === each).map(({ file }) => file);
    if (track.length > 0) return track;
    const folder = resolve(place.cwd, each);
    const inside = existsSync(labFile(folder)) ? [] : labsIn(folder);
    return inside.length > 0 ? inside : [findLab(each, place)];
  });
  return [...new Set(files)];
}

/** The lab.yaml that is meant by a lab's id or a path. Throws `UsageError` where there is none, with the nearest. */
export function findLab(given: string, place: LabFolders): string {
  const entries = catalog(labsFolder(place));
  const entry = entries.find((each) => each.id === given || `${each.track}/${each.id}` === given);
  if (entry) return entry.file;

  const file = resolve(place.cwd, labFile(given));
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  if (looksLikePath(given) || existsSync(resolve(place.cwd, given))) {
    throw new UsageError(message('commands.no-lab-at', { path: given }), message('commands.see-list'));
  }

  throw new UsageError(
    message('commands.unknown-lab', { given }),
    ...didYouMean(
      given,
      entries.map((each) => each.id),
    ),
    message('commands.see-list'),
  );
}
