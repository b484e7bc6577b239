import type { Language } from '../words/message.ts';
import type { Lab, Question, Step } from './lab.ts';
import type { Overlay, OverlayStep } from './overlay.ts';
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

const translateStep = (step: Step, translated: OverlayStep = {}): Step => ({
  ...step,
  ...translatedTextsIn(step, translated),
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
