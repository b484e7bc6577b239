import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { checks } from '../../checks/index.ts';
import { catalog, imageNames } from '../lab/catalog.ts';
import type { Diagnostic } from '../lab/diagnostic.ts';
import type { Lab } from '../lab/lab.ts';
import { nearest } from '../lab/nearest.ts';
import { labFile, type ReadResult, readLab } from '../lab/read.ts';
import type { Known } from '../lab/validate/validation.ts';
import { type Language, message } from '../words/message.ts';
import type { CommandContext } from './context.ts';
import { LabError, UsageError } from './fail.ts';

type Place = Pick<CommandContext, 'root' | 'cwd'>;

export const labsFolder = ({ root }: Pick<Place, 'root'>): string => join(root, 'labs');

/** What labs may use here: the checks that there are, and the images. */
export const known = ({ root }: Pick<Place, 'root'>): Known => ({
  checks: new Map(checks.map((check) => [check.name, check])),
  images: imageNames(join(root, 'images')),
});

const looksLikePath = (given: string) =>
  isAbsolute(given) || given.includes('/') || given.includes(sep) || /\.ya?ml$/.test(given);

/** The lab.yaml that is meant by a lab's id or a path. Throws `UsageError` where there is none, with the nearest. */
export function findLab(given: string, place: Place): string {
  const entries = catalog(labsFolder(place));
  const entry = entries.find((each) => each.id === given || `${each.track}/${each.id}` === given);
  if (entry) return entry.file;

  const file = resolve(place.cwd, labFile(given));
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  if (looksLikePath(given) || existsSync(resolve(place.cwd, given))) {
    throw new UsageError(message('commands.no-lab-at', { path: given }), message('commands.see-list'));
  }

  const suggestion = nearest(
    given,
    entries.map((each) => each.id),
  );
  throw new UsageError(
    message('commands.unknown-lab', { given }),
    ...(suggestion === undefined ? [] : [message('commands.did-you-mean', { suggestion: `\`${suggestion}\`` })]),
    message('commands.see-list'),
  );
}

/** Paths as they are typed: relative to where the command was called, if that is shorter. */
export const fromHere = (diagnostics: readonly Diagnostic[], cwd: string): readonly Diagnostic[] =>
  diagnostics.map((each) => {
    const here = relative(cwd, each.file);
    return { ...each, file: here.startsWith('..') ? each.file : here };
  });

export function inspectLab(file: string, place: Place): ReadResult {
  const { lab, diagnostics } = readLab(file, known(place));
  return { ...(lab && { lab }), diagnostics: fromHere(diagnostics, place.cwd) };
}

/** A lab by id or path, in each language. Throws `UsageError` where there is none, `LabError` where it is wrong. */
export function openLab(given: string, place: Place): Readonly<Record<Language, Lab>> {
  const { lab, diagnostics } = inspectLab(findLab(given, place), place);
  if (!lab) throw new LabError(diagnostics);
  return lab;
}

/** Every lab of the project that can be run, in each language; those with mistakes are named by `seatrial lint`. */
export function catalogLabs(place: Place): readonly Readonly<Record<Language, Lab>>[] {
  const own = known(place);
  return catalog(labsFolder(place)).flatMap(({ file }) => readLab(file, own).lab ?? []);
}
