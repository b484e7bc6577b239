import { createHash } from 'node:crypto';
import { buildLab } from './build.ts';
import { byPlace, type Diagnostic } from './diagnostic.ts';
import { withoutFollowers } from './followers.ts';
import { diagnoseIssues } from './issues.ts';
import type { Lab } from './lab.ts';
import { type LooseLab, looseLab } from './loose.ts';
import { labSchema } from './schema.ts';
import { readSource, type Source } from './source.ts';
import { validateChecks } from './validate/checks.ts';
import { validateFacts } from './validate/facts.ts';
import { validateIds } from './validate/ids.ts';
import { validateImages } from './validate/images.ts';
import { validateNeeds } from './validate/needs.ts';
import { validateQuestions } from './validate/questions.ts';
import type { Known, Validator } from './validate/validation.ts';

const validators: readonly Validator[] = [
  validateIds,
  validateNeeds,
  validateImages,
  validateQuestions,
  validateChecks,
  validateFacts,
];

export type ParseResult = {
  readonly lab?: Lab;
  /** Where each part of the lab stands; absent where the text is not YAML. */
  readonly source?: Source;
  /** The same in a form that holds also where something is wrong. */
  readonly loose?: LooseLab;
  readonly diagnostics: readonly Diagnostic[];
};

export const digestOf = (...texts: readonly string[]): string =>
  createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 16);

/** The text of a lab.yaml to a lab, or to everything that is wrong with it, from top to bottom. */
export function parseLab(text: string, file: string, known: Known): ParseResult {
  const { source, diagnostics } = readSource(text, file);
  if (!source) return { diagnostics };

  const parsed = labSchema.safeParse(source.value);
  const lab = looseLab.parse(source.value);
  const all = [
    ...diagnostics,
    ...(parsed.success ? [] : diagnoseIssues(parsed.error.issues, { source, schema: labSchema })),
    ...validators.flatMap((validate) => validate({ source, lab, known })),
  ].sort(byPlace);
  const found = withoutFollowers(all);

  if (found.length > 0 || !parsed.success) return { source, loose: lab, diagnostics: found };
  return { lab: { ...buildLab(parsed.data, source), digest: digestOf(text) }, source, loose: lab, diagnostics: [] };
}
