import type { Language } from '../words/message.ts';
import type { Lab, Question, Step } from './lab.ts';
import type { Overlay, OverlayStep } from './overlay.ts';

const translateQuestion = (
  question: Question,
  translated: { ask?: string | undefined; near?: OverlayStep['near'] },
): Question => ({
  ...question,
  ask: translated.ask?.trimEnd() ?? question.ask,
  near: question.near.map(({ value, say }) => ({ value, say: translated.near?.[value]?.trimEnd() ?? say })),
});

const translateStep = (step: Step, translated: OverlayStep = {}): Step => ({
  ...step,
  title: translated.title ?? step.title,
  text: translated.text?.trimEnd() ?? step.text,
  hints: step.hints.map((hint, index) => translated.hints?.[index]?.trimEnd() ?? hint),
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
