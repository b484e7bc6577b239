import { z } from 'zod';
import { notBlank } from './forms.ts';
import { scalar } from './scalar.ts';
import { words } from './stepTexts.ts';

/** As it is written in a step. */
export const predictForm = z
  .strictObject({
    ask: words('What the learner is asked, in Markdown.'),
    choices: z
      .array(scalar)
      .min(2)
      .describe('What is to be chosen from; without it, a learner predicts in words of their own.')
      .optional(),
    means: z
      .array(words('What it would mean.'))
      .describe('What each choice would mean, as many as there are: shown beside what happened.')
      .optional(),
  })
  .describe(
    'A question asked before the learner acts: never required, never graded. When the step has passed, what they predicted stands beside what it has proven.',
  );

export type Predict = {
  readonly ask: string;
  readonly choices?: readonly string[];
  /** What each choice would mean. */
  readonly means?: readonly string[];
};

type Written = {
  readonly ask?: string | undefined;
  readonly choices?: readonly (string | number | boolean)[] | undefined;
  readonly means?: readonly string[] | undefined;
};

/** As a step has it, in the language that it is written in. */
export const predictIn = ({ ask, choices, means }: z.infer<typeof predictForm>): Predict => ({
  ask: ask.trimEnd(),
  ...(choices && { choices: choices.map(String) }),
  ...(means && { means: means.map((each) => each.trimEnd()) }),
});

const text = z.string().regex(notBlank);

/** As a translation says it: what it leaves out stays as it is. */
export const predictOverlay = z.strictObject({
  ask: text.optional(),
  choices: z.array(text).optional(),
  means: z.array(text).optional(),
});

export const translatedPredict = (predict: Predict, { ask, choices, means }: Written): Predict => ({
  ...predict,
  ask: ask?.trimEnd() ?? predict.ask,
  ...(choices && { choices: choices.map(String) }),
  ...(means && { means: means.map((each) => each.trimEnd()) }),
});

/** Each of its texts by where it stands: `choices.1`. */
export const predictEntries = ({ ask, choices = [], means = [] }: Written): readonly (readonly [string, string])[] => [
  ...(ask === undefined ? [] : [['ask', ask] as const]),
  ...choices.map((each, index) => [`choices.${index + 1}`, String(each)] as const),
  ...means.map((each, index) => [`means.${index + 1}`, each] as const),
];
