import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { message } from '../words/message.ts';
import type { Diagnostic } from './diagnostic.ts';
import { diagnoseIssues } from './issues.ts';
import { readSource, type Source } from './source.ts';

const inBoth = z.strictObject({ en: z.string().regex(/\S/), ja: z.string().regex(/\S/) });

const conceptsSchema = z.strictObject({
  concepts: z.record(
    z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
    z.strictObject({ name: inBoth, about: inBoth }),
  ),
});

/** What labs teach, by the ids that their steps name it by, in each language. */
export type Concepts = z.infer<typeof conceptsSchema>['concepts'];

export type ConceptsRead = {
  readonly concepts: Concepts;
  readonly source?: Source;
  readonly diagnostics: readonly Diagnostic[];
};

/** The list that stands beside the tracks of a folder of labs. */
export const conceptsIn = (labs: string): string => join(labs, 'concepts.yaml');

/** The folder of tracks that a lab lies in: `<labs>/<track>/<id>/lab.yaml`. */
export const folderAround = (file: string): string => dirname(dirname(dirname(file)));

/** A list of concepts, or everything that is wrong with it; none where there is no such file. */
export function readConcepts(file: string): ConceptsRead {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return { concepts: {}, diagnostics: [] };
  const { source, diagnostics } = readSource(readFileSync(file, 'utf8'), file);
  if (!source) return { concepts: {}, diagnostics };
  const parsed = conceptsSchema.safeParse(source.value);
  if (parsed.success) return { concepts: parsed.data.concepts, source, diagnostics };
  const issues = diagnoseIssues(parsed.error.issues, { source, schema: conceptsSchema });
  return { concepts: {}, source, diagnostics: [...diagnostics, ...issues] };
}

/** Concepts that no step teaches. A lab brings its own with it. */
export const untaught = ({ concepts, source }: ConceptsRead, taught: ReadonlySet<string>): readonly Diagnostic[] =>
  Object.keys(concepts)
    .filter((id) => source && !taught.has(id))
    .flatMap(
      (id) =>
        source?.diagnose('untaught-concept', ['concepts', id], message('lint.untaught-concept', { id }), {
          part: 'key',
        }) ?? [],
    );
