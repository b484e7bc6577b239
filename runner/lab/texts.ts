import type { Lab } from './lab.ts';
import type { Overlay, OverlayStep } from './overlay.ts';

/** A lab's texts by a key of their own: `steps.first.text`, `steps.first.hints.0`. */
export type Texts = ReadonlyMap<string, string>;

/** Every text that a learner reads. */
export const textsOf = (lab: Lab): Texts =>
  filled([
    ['title', lab.title],
    ['summary', lab.summary],
    ...lab.steps.flatMap((step): Entry[] => [
      [`steps.${step.id}.title`, step.title],
      [`steps.${step.id}.text`, step.text],
      ...step.hints.map((hint, index): Entry => [`steps.${step.id}.hints.${index + 1}`, hint]),
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

const filled = (entries: readonly Entry[]): Texts =>
  new Map(entries.flatMap(([key, text]) => (text ? [[key, text.trimEnd()] as const] : [])));

/** The same keys for what a translation says. */
export const translatedTexts = (overlay: Overlay, lab: Lab): Texts =>
  filled([
    ['title', overlay.title],
    ['summary', overlay.summary],
    ...lab.steps.flatMap(({ id, questions }): Entry[] => {
      const step: OverlayStep = overlay.steps?.[id] ?? {};
      return [
        [`steps.${id}.title`, step.title],
        [`steps.${id}.text`, step.text],
        ...(step.hints ?? []).map((hint, index): Entry => [`steps.${id}.hints.${index + 1}`, hint]),
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
