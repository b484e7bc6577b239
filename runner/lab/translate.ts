import type { Language } from '../words/message.ts';
import { sayTexts } from './checkKeys.ts';
import type { CheckUse, Lab, Question, Step } from './lab.ts';
import type { Overlay, OverlayStep } from './overlay.ts';
import { translatedPredict } from './predict.ts';
import { translatedTextsIn } from './stepTexts.ts';

type TranslatedQuestion = {
  ask?: string | undefined;
  near?: OverlayStep['near'];
  choices?: OverlayStep['choices'];
};

function translateQuestion(question: Question, translated: TranslatedQuestion): Question {
  const near = question.near.map(({ value, say }) => ({ value, say: translated.near?.[value]?.trimEnd() ?? say }));
  // Whoever reads the choices in one language may still answer in the other.
  const inBoth = (value: string): readonly string[] => {
    const other = translated.choices?.[question.choices?.indexOf(value) ?? -1];
    return other === undefined ? [value] : [value, other];
  };
  return {
    ...question,
    ask: translated.ask?.trimEnd() ?? question.ask,
    near: near.flatMap(({ value, say }) => inBoth(value).map((each) => ({ value: each, say }))),
    answer: question.answer.flatMap(inBoth),
    ...(translated.choices && { choices: translated.choices }),
  };
}

/** What is said in place of a check's words is kept in both languages: a verdict is read in either. */
function translateCheck(use: CheckUse, other: NonNullable<OverlayStep['say']>[string] | undefined): CheckUse {
  if (use.kind !== 'check' || !use.say || other === undefined) return use;
  const ja = sayTexts(other);
  const say = Object.entries(use.say).map(([id, texts]) => [id, { ...texts, ja: ja[id]?.trimEnd() ?? texts.ja }]);
  return { ...use, say: Object.fromEntries(say) };
}

const translateStep = (step: Step, translated: OverlayStep = {}): Step => ({
  ...step,
  ...translatedTextsIn(step, translated),
  ...(step.predict && { predict: translatedPredict(step.predict, translated.predict ?? {}) }),
  ...(step.waits && { waits: { ...step.waits, for: translated.waits?.trimEnd() ?? step.waits.for } }),
  checks: step.checks.map((use, index) => translateCheck(use, translated.say?.[index + 1])),
  questions: step.questions.map((question, index) =>
    translateQuestion(question, translated.questions?.[question.id] ?? (index === 0 ? translated : {})),
  ),
});

/** The same lab with its texts in another language; what is not translated stays as it is. */
export const translate = (lab: Lab, overlay: Overlay, language: Language): Lab => ({
  ...lab,
  language,
  title: overlay.title ?? lab.title,
  summary: overlay.summary ?? lab.summary,
  steps: lab.steps.map((step) => translateStep(step, overlay.steps?.[step.id])),
  claims: lab.claims.map((claim, index) => overlay.claims?.[index] ?? claim),
});
