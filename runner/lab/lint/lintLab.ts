import { byPlace, type Diagnostic } from '../diagnostic.ts';
import { libBeside } from '../lib.ts';
import type { ReadResult } from '../read.ts';
import type { Known } from '../validate/validation.ts';
import { ignored, vainIgnores } from './ignore.ts';
import type { PanelRoom, Subject } from './rule.ts';
import { rules } from './rules.ts';
import { badLib } from './script/badLib.ts';
import { scriptsIn, setupsIn } from './script/script.ts';

/** What the rules look at; undefined where the lab itself is wrong. */
export function subjectOf({ lab, written }: ReadResult, known: Known): Subject | undefined {
  if (!lab || !written) return undefined;
  const { source, loose, translation } = written;
  const lib = libBeside(source.file);
  return {
    lab: lab.en,
    source,
    loose,
    known,
    scripts: scriptsIn(loose, lib),
    setups: setupsIn(loose, lib),
    ...(translation && { translation: { ...translation, lab: lab.ja } }),
  };
}

/** Everything that is wrong with a lab, and where it could be better. */
export function lintLab(read: ReadResult, known: Known, room: PanelRoom): readonly Diagnostic[] {
  const subject = subjectOf(read, known);
  if (!subject) return read.diagnostics;

  const sources = [subject.source, ...(subject.translation ? [subject.translation.source] : [])];
  const names = rules.map((rule) => rule.id);
  const found = rules
    .flatMap(({ look, level }) => look(subject, room).map((each) => (level ? { ...each, level } : each)))
    .filter((each) => !sources.some((source) => ignored(each, source)));
  return [...found, ...badLib(subject.source.file), ...sources.flatMap((source) => vainIgnores(source, names))].sort(
    byPlace,
  );
}
