import type { Language } from '../words/message.ts';
import { sayTexts } from './checkKeys.ts';
import type { CheckUse, Lab } from './lab.ts';
import type { Overlay, OverlayStep } from './overlay.ts';
import { predictEntries } from './predict.ts';
import { textEntries } from './stepTexts.ts';

/** A lab's texts by a key of their own: `steps.first.text`, `steps.first.hints.0`. */
export type Texts = ReadonlyMap<string, string>;

/** Every text that a learner reads. */
export const textsOf = (lab: Lab): Texts =>
  filled([
    ['title', lab.title],
    ['summary', lab.summary],
    ...lab.steps.flatMap((step): Entry[] => [
      ...ownTexts(step.id, step),
      ...asideTexts(step.id, step.predict, step.waits?.for),
      ...step.checks.flatMap((use, index) => saidTexts(step.id, index, use, lab.language)),
      ...step.questions.flatMap((question): Entry[] => [
        [`steps.${step.id}.questions.${question.id}.ask`, question.ask],
        ...(question.choices ?? []).map(
          (choice, index): Entry => [`steps.${step.id}.questions.${question.id}.choices.${index + 1}`, choice],
        ),
        ...question.near.map(
          ({ value, say }): Entry => [`steps.${step.id}.questions.${question.id}.near.${value}`, say],
        ),
      ]),
    ]),
    ...lab.claims.flatMap((claim, index): Entry[] => [
      [`claims.${index + 1}.text`, claim.text],
      [`claims.${index + 1}.evidence`, claim.evidence],
    ]),
  ]);

type Entry = readonly [key: string, text: string | undefined];

const sayKey = (step: string, number: number | string, message: string): string =>
  `steps.${step}.say.${number}.${message}`;

const saidTexts = (step: string, index: number, use: CheckUse, language: Language): readonly Entry[] =>
  Object.entries((use.kind === 'check' && use.say) || {}).map(([message, texts]) => [
    sayKey(step, index + 1, message),
    texts[language],
  ]);

const ownTexts = (id: string, texts: Parameters<typeof textEntries>[0]): readonly Entry[] =>
  textEntries(texts).map(({ path: [key, index], text }) => [
    `steps.${id}.${key}${index === undefined ? '' : `.${index + 1}`}`,
    text,
  ]);

const asideTexts = (
  id: string,
  predict: Parameters<typeof predictEntries>[0] | undefined,
  waits: string | undefined,
): readonly Entry[] => [
  ...predictEntries(predict ?? {}).map(([key, text]): Entry => [`steps.${id}.predict.${key}`, text]),
  [`steps.${id}.waits`, waits],
];

const filled = (entries: readonly Entry[]): Texts =>
  new Map(entries.flatMap(([key, text]) => (text ? [[key, text.trimEnd()] as const] : [])));

/** What the other language does not say, or says in the same words though they are words. */
export const untranslatedIn = (originals: Texts, others: Texts): readonly string[] =>
  [...originals].flatMap(([key, text]) => {
    const other = others.get(key);
    return other === undefined || (other === text && hasProse(text)) ? [key] : [];
  });

/** Whether there are words to translate beside code and facts. */
const hasProse = (text: string): boolean =>
  /\p{Letter}{2,}/u.test(text.replace(/```[\s\S]*?```|`[^`]*`|\$\{[^}]*\}/g, ''));

/** The same keys for what a translation says. */
export const translatedTexts = (overlay: Overlay, lab: Lab): Texts =>
  filled([
    ['title', overlay.title],
    ['summary', overlay.summary],
    ...lab.steps.flatMap(({ id, questions }): Entry[] => {
      const step: OverlayStep = overlay.steps?.[id] ?? {};
      return [
        ...ownTexts(id, step),
        ...asideTexts(id, step.predict, step.waits),
        ...Object.entries(step.say ?? {}).flatMap(([number, say]) =>
          Object.entries(sayTexts(say)).map(([message, text]): Entry => [sayKey(id, number, message), text]),
        ),
        ...questions.flatMap((question, index): Entry[] => {
          const translated = step.questions?.[question.id] ?? (index === 0 ? step : {});
          return [
            [`steps.${id}.questions.${question.id}.ask`, translated.ask],
            ...(translated.choices ?? []).map(
              (choice, at): Entry => [`steps.${id}.questions.${question.id}.choices.${at + 1}`, choice],
            ),
            ...Object.entries(translated.near ?? {}).map(
              ([value, say]): Entry => [`steps.${id}.questions.${question.id}.near.${value}`, say],
            ),
          ];
        }),
      ];
    }),
    ...(overlay.claims ?? []).flatMap((claim, index): Entry[] => [
      [`claims.${index + 1}.text`, claim.text],
      [`claims.${index + 1}.evidence`, claim.evidence],
    ]),
  ]);
