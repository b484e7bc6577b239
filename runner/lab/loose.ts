import { z } from 'zod';
import { scalar } from './scalar.ts';
import { mapTexts } from './stepTexts.ts';

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string().catch('')).catch([]);
const map = z.record(z.string(), z.unknown());
const textMap = z.record(z.string(), z.coerce.string().catch('')).catch({});
const one = scalar.transform(String).optional().catch(undefined);
const flag = z.boolean().catch(false);
const many = z
  .union([z.array(scalar).transform((all) => all.map(String)), scalar.transform((each) => [String(each)])])
  .catch([]);

/** The same keys beside a step's one question and in a list of several. */
const asked = {
  ask: text,
  answer: many,
  near: textMap,
  kind: text,
  column: text,
  choices: many,
  all: flag,
  tolerance: one,
};

const question = z.object({ id: text, ...asked }).catch({
  ...{ id: undefined, ask: undefined, answer: [], near: {} },
  ...{ kind: undefined, column: undefined, choices: [], all: false, tolerance: undefined },
});

const mistake = z
  .object({ run: text, answer: one, question: text, expect: text, undo: text })
  .catch({ run: undefined, answer: undefined, question: undefined, expect: undefined, undo: undefined });

const variant = z.union([z.string(), z.object({ run: z.string() }).transform(({ run }) => run)]).catch('');

const setup = z.object({ run: text }).optional().catch(undefined);

const stepFields = z.object({
  id: text,
  setup,
  ...mapTexts(
    () => text,
    () => texts,
  ),
  predict: z.object({ choices: many, means: texts }).catch({ choices: [], means: [] }),
  checks: z.array(map.catch({})).catch([]),
  ...asked,
  questions: z.array(question).catch([]),
  look: text,
  solution: text,
  variants: z.array(variant).catch([]),
  mistakes: z.array(mistake).catch([]),
  keep: textMap,
  teaches: texts,
});

const step = stepFields.catch(stepFields.parse({}));

const labFields = z.object({
  id: text,
  needs: map.optional().catch(undefined),
  images: texts,
  setup,
  steps: z.array(step).catch([]),
  claims: z.array(z.object({ text, evidence: text }).catch({ text: undefined, evidence: undefined })).catch([]),
});

/**
What can be understood of a lab whatever else is wrong with it, each part at its own place: so that one mistake does
not hide the others.
*/
export const looseLab = labFields.catch(labFields.parse({}));

export type LooseLab = z.infer<typeof looseLab>;
export type LooseStep = LooseLab['steps'][number];
