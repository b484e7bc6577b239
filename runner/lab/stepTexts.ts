import { z } from 'zod';
import { notBlank } from './forms.ts';

/** Something for people to read. */
export const words = (about: string) => z.string().regex(notBlank).describe(about);

/**
The texts of a step that stand by themselves, as they are written. A new one is a line here, one in `mapTexts`, and one in `moments` where
facts may stand in it: what is translated, marked, missed and validated follows.
*/
export const textForms = {
  title: words('One short line.'),
  text: words('What to do and why, in Markdown: paragraphs, bold, code, lists.').optional(),
  hints: z.array(words('One hint, in Markdown.')).describe('From a nudge to nearly the command.').optional(),
  learned: words(
    'What the step has just proven, and why it is so: one or two sentences in Markdown, shown when it passes and at the end. `${facts}` are filled in as it passes.',
  ).optional(),
};

type One = 'title' | 'text' | 'learned';
type List = 'hints';

type PerText<A, B> = { readonly [key in One]: A } & { readonly [key in List]: B };

export type StepTexts = PerText<string, readonly string[]>;

type WrittenTexts = Partial<PerText<string | undefined, readonly string[] | undefined>>;

/** The same for each text, and for each list of them. */
export const mapTexts = <A, B>(one: (key: One) => A, list: (key: List) => B): PerText<A, B> => ({
  title: one('title'),
  text: one('text'),
  hints: list('hints'),
  learned: one('learned'),
});

const inWords = (text: string | undefined): string => (text ?? '').trimEnd();

/** As a step has them: a text that is not there is empty. */
export const textsIn = (written: WrittenTexts): StepTexts =>
  mapTexts(
    (key) => inWords(written[key]),
    (key) => (written[key] ?? []).map(inWords),
  );

/** In another language; what is not translated stays as it is. */
export const translatedTextsIn = (texts: StepTexts, other: WrittenTexts): StepTexts =>
  mapTexts(
    (key) => other[key]?.trimEnd() ?? texts[key],
    (key) => texts[key].map((text, index) => other[key]?.[index]?.trimEnd() ?? text),
  );

/** Each by where it stands: `text`, `hints` and 0. */
export const textEntries = (
  texts: WrittenTexts,
): readonly { readonly path: readonly [One] | readonly [List, number]; readonly text: string }[] =>
  Object.values(
    mapTexts(
      (key) => {
        const text = texts[key];
        return text === undefined ? [] : [{ path: [key] as const, text }];
      },
      (key) => (texts[key] ?? []).map((text, index) => ({ path: [key, index] as const, text })),
    ),
  ).flat();

/** From when on the facts that stand in a text are known; in the others none may stand. */
export const moments: Readonly<Partial<Record<One | List, 'opened' | 'answered'>>> = {
  text: 'opened',
  hints: 'answered',
  learned: 'answered',
};
