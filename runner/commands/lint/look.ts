import { readFileSync, writeFileSync } from 'node:fs';
import type { Diagnostic } from '../../lab/diagnostic.ts';
import { fixed } from '../../lab/lint/fix.ts';
import { lintLab, subjectOf } from '../../lab/lint/lintLab.ts';
import type { PanelRoom } from '../../lab/lint/rule.ts';
import { freshMarks } from '../../lab/lint/staleTranslation.ts';
import { parseLab } from '../../lab/parse.ts';
import { readLab } from '../../lab/read.ts';
import { withDigests } from '../../lab/translationDigests.ts';
import type { Known } from '../../lab/validate/validation.ts';
import type { CommandContext } from '../context.ts';
import { fromHere, known } from '../labs.ts';
import { lookAtConcepts } from './concepts.ts';
import { narrowRoom } from './room.ts';

export type Looked = { readonly file: string; readonly problems: readonly Diagnostic[] };

/** What is wrong with these labs, after mending it where that is asked for. */
export function look(files: readonly string[], fix: boolean, context: CommandContext): readonly Looked[] {
  const own = known(context);
  const room = narrowRoom();
  return files.map((file) => {
    if (fix) mend(file, own, room);
    return { file, problems: fromHere(lintLab(readLab(file, own), own, room), context.cwd) };
  });
}

/** What is wrong with the lists of what these labs teach. */
export const lookAround = (files: readonly string[], { cwd }: CommandContext): readonly Diagnostic[] =>
  fromHere(lookAtConcepts(files), cwd);

/** Writes what is safe to write, then marks what is translated with the originals that it was translated from. */
function mend(file: string, own: Known, room: PanelRoom): void {
  const problems = lintLab(readLab(file, own), own, room).filter((each) => each.file === file);
  const text = readFileSync(file, 'utf8');
  const better = fixed(text, problems);
  if (better !== text && parseLab(better, file, own).lab) writeFileSync(file, better);

  const subject = subjectOf(readLab(file, own), own);
  if (!subject?.translation) return;
  const { source } = subject.translation;
  const marked = withDigests(source.text, freshMarks(subject, subject.translation));
  if (marked !== source.text) writeFileSync(source.file, marked);
}
