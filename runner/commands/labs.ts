import { join, relative } from 'node:path';
import { checks } from '../../checks/index.ts';
import { catalog, imageNames } from '../lab/catalog.ts';
import { conceptsIn, folderAround, readConcepts } from '../lab/concepts.ts';
import type { Diagnostic } from '../lab/diagnostic.ts';
import type { LabIn } from '../lab/lab.ts';
import { type ReadResult, readLab } from '../lab/read.ts';
import type { Known } from '../lab/validate/validation.ts';
import { LabError } from './fail.ts';
import { findLab, type LabFolders, labsFolder } from './findLab.ts';

/** What labs may use here: the checks that there are, and the images. */
export const known = ({ root }: Pick<LabFolders, 'root'>): Known => ({
  checks: new Map(checks.map((check) => [check.name, check])),
  images: imageNames(join(root, 'images')),
  concepts: conceptsBeside(labsFolder({ root })),
});

/** Those of the folder that a lab lies in, else of Seatrial's own labs; each list is read once. */
function conceptsBeside(own: string): (file: string) => readonly string[] {
  const lists = new Map<string, readonly string[]>();
  const of = (folder: string): readonly string[] => {
    const ids = lists.get(folder) ?? Object.keys(readConcepts(conceptsIn(folder)).concepts);
    lists.set(folder, ids);
    return ids;
  };
  return (file) => [folderAround(file), own].map(of).find((ids) => ids.length > 0) ?? [];
}

/** Paths as they are typed: relative to where the command was called, if that is shorter. */
export const fromHere = (diagnostics: readonly Diagnostic[], cwd: string): readonly Diagnostic[] =>
  diagnostics.map((each) => {
    const here = relative(cwd, each.file);
    return { ...each, file: here.startsWith('..') ? each.file : here };
  });

export function inspectLab(file: string, place: LabFolders): ReadResult {
  const { lab, diagnostics } = readLab(file, known(place));
  return { ...(lab && { lab }), diagnostics: fromHere(diagnostics, place.cwd) };
}

/** A lab by id or path, in each language. Throws `UsageError` where there is none, `LabError` where it is wrong. */
export function openLab(given: string, place: LabFolders): LabIn {
  const { lab, diagnostics } = inspectLab(findLab(given, place), place);
  if (!lab) throw new LabError(diagnostics);
  return lab;
}

/** Every lab of the project that can be run, in each language; those with mistakes are named by `seatrial lint`. */
export function catalogLabs(place: LabFolders): readonly LabIn[] {
  const own = known(place);
  return catalog(labsFolder(place)).flatMap(({ file }) => readLab(file, own).lab ?? []);
}
