import { z } from 'zod';
import { type Message, message } from '../words/message.ts';
import { sayTexts, whatever } from './checkKeys.ts';
import type { Diagnostic } from './diagnostic.ts';
import { notBlank } from './forms.ts';
import { diagnoseIssues } from './issues.ts';
import type { Lab, Question, Step } from './lab.ts';
import { nearest } from './nearest.ts';
import { strangeAsides } from './overlayAsides.ts';
import { predictOverlay } from './predict.ts';
import { type Path, readSource, type Source } from './source.ts';
import { mapTexts } from './stepTexts.ts';

const text = z.string().regex(notBlank);
const near = z.record(z.string(), text);

const choices = z.array(text).min(2);
const question = z.strictObject({ ask: text.optional(), near: near.optional(), choices: choices.optional() });

const step = z.strictObject({
  ...mapTexts(
    () => text.optional(),
    () => z.array(text).optional(),
  ),
  ask: text.optional(),
  near: near.optional(),
  choices: choices.optional(),
  questions: z.record(z.string(), question).optional(),
  predict: predictOverlay.optional(),
  waits: text.optional(),
  say: z.record(z.string(), z.union([text, z.record(z.string(), text)])).optional(),
});

/** A lab's texts in another language, by the same ids; `of` tells which original each was translated from. */
const overlaySchema = z.strictObject({
  title: text.optional(),
  summary: text.optional(),
  steps: z.record(z.string(), step).optional(),
  claims: z.array(z.strictObject({ text, evidence: text })).optional(),
  of: z.record(z.string(), z.string()).optional(),
});

export type Overlay = z.infer<typeof overlaySchema>;
export type OverlayStep = NonNullable<Overlay['steps']>[string];

export type OverlayResult = {
  readonly overlay?: Overlay;
  readonly source?: Source;
  readonly diagnostics: readonly Diagnostic[];
};

/** The text of a lab.ja.yaml, whose every part must have its counterpart in the lab. */
export function parseOverlay(written: string, file: string, lab: Lab): OverlayResult {
  const { source, diagnostics } = readSource(written, file);
  if (!source) return { diagnostics };

  const parsed = overlaySchema.safeParse(source.value);
  if (!parsed.success) {
    return { diagnostics: [...diagnostics, ...diagnoseIssues(parsed.error.issues, { source, schema: overlaySchema })] };
  }

  const found = [...diagnostics, ...strangers(parsed.data, lab, source)];
  return found.length > 0 ? { diagnostics: found } : { overlay: parsed.data, source, diagnostics: [] };
}

/** What a translation says of parts that the lab has not. */
function strangers(overlay: Overlay, lab: Lab, source: Source): readonly Diagnostic[] {
  const steps = Object.entries(overlay.steps ?? {}).flatMap(([id, translated]): readonly Diagnostic[] => {
    const original = lab.steps.find((each) => each.id === id);
    if (original) return strangersOfStep(translated, original, ['steps', id], source);
    const ids = lab.steps.map((each) => each.id);
    return [
      unknown('unknown-step', ['steps', id], message('lab.unknown-step', { step: id }), nearest(id, ids), source),
    ];
  });

  const [expected, actual] = [lab.claims.length, overlay.claims?.length ?? lab.claims.length];
  const claims =
    actual === expected
      ? []
      : [
          source.diagnose('claims-differ', ['claims'], message('lab.claims-differ', { expected, actual }), {
            part: 'key',
          }),
        ];
  return [...steps, ...claims];
}

const unknown = (code: string, path: Path, words: Message, suggestion: string | undefined, source: Source) =>
  source.diagnose(code, path, words, { part: 'key', suggestion });

function strangersOfStep(translated: OverlayStep, original: Step, path: Path, source: Source): readonly Diagnostic[] {
  const [expected, actual] = [original.hints.length, translated.hints?.length ?? original.hints.length];
  const words = message('lab.hints-differ', { step: original.id, expected, actual });
  const hints =
    actual === expected ? [] : [source.diagnose('hints-differ', [...path, 'hints'], words, { part: 'key' })];

  const [first] = original.questions;
  const own = first ? strangeParts(translated, first, path, source) : [];
  const questions = Object.entries(translated.questions ?? {}).flatMap(([id, each]): readonly Diagnostic[] => {
    const here = [...path, 'questions', id];
    const asked = original.questions.find((question) => question.id === id);
    if (asked) return strangeParts(each, asked, here, source);
    const ids = original.questions.map((question) => question.id);
    const unknownQuestion = message('lab.unknown-question', { question: id, step: original.id });
    return [unknown('unknown-question', here, unknownQuestion, nearest(id, ids), source)];
  });
  return [
    ...hints,
    ...own,
    ...questions,
    ...strangeAsides(translated, original, path, source),
    ...strangeSays(translated, original, path, source),
  ];
}

/** What is said of a check, or in place of a message of its, that the lab says nothing of. */
const strangeSays = (translated: OverlayStep, original: Step, path: Path, source: Source): readonly Diagnostic[] =>
  Object.entries(translated.say ?? {}).flatMap(([number, say]) => {
    const use = original.checks[Number(number) - 1];
    const known = Object.keys((use?.kind === 'check' && use.say) || {});
    return Object.keys(sayTexts(say))
      .filter((id) => !known.includes(id))
      .map((id) => {
        const key = id === whatever ? number : `${number}.${id}`;
        const here = [...path, 'say', number, ...(id === whatever ? [] : [id])];
        const words = message('lab.unknown-say', { step: original.id, key });
        return unknown('unknown-say', here, words, nearest(id, known), source);
      });
  });

function strangeParts(
  translated: Pick<OverlayStep, 'near' | 'choices'>,
  asked: Question,
  path: Path,
  source: Source,
): readonly Diagnostic[] {
  const [expected, actual] = [asked.choices?.length ?? 0, translated.choices?.length ?? asked.choices?.length ?? 0];
  const differ =
    actual === expected
      ? []
      : [
          source.diagnose('choices-differ', [...path, 'choices'], message('lab.choices-differ', { expected, actual }), {
            part: 'key',
          }),
        ];
  return [...differ, ...strangeNear(translated.near, asked, path, source)];
}

const strangeNear = (
  translated: Readonly<Record<string, string>> | undefined,
  { near: original }: Question,
  path: Path,
  source: Source,
): readonly Diagnostic[] => {
  const values = original.map((each) => each.value);
  return Object.keys(translated ?? {})
    .filter((value) => !values.includes(value))
    .map((value) =>
      unknown(
        'unknown-near',
        [...path, 'near', value],
        message('lab.unknown-near', { value }),
        nearest(value, values),
        source,
      ),
    );
};
