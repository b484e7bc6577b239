import type { LooseLab, LooseStep } from './loose.ts';
import type { Path } from './source.ts';
import { moments, textEntries } from './stepTexts.ts';
import { isRecord } from './value.ts';

/** When in a lab something is known or needed; a fact may be used at any later moment than it is bound at. */
type Moment = number;

export type Binding = {
  readonly name: string;
  readonly path: Path;
  readonly at: Moment;
  /** The check that binds it, and what that is given; none where it is a text: kept by a step, or given by a script. */
  readonly by?: { readonly check: string; readonly params: Readonly<Record<string, unknown>> };
};

/** `typed`: a shell may read it, so that `${HOME}` is its own. */
export type Use = { readonly text: string; readonly path: Path; readonly at: Moment; readonly typed: boolean };

const stepLength = 100_000;
const opened = (step: number): Moment => step * stepLength;
const judged = (step: number, check: number): Moment => opened(step) + 2 * check + 2;
const answered = (step: number): Moment => opened(step) + stepLength / 2;
const passed = (step: number): Moment => opened(step) + stepLength - 1;
const finished: Moment = Number.POSITIVE_INFINITY;

/** Facts as the lab's steps bind them: by a check's `as`, or kept when a step passes. */
export const bindings = (lab: LooseLab): readonly Binding[] =>
  lab.steps.flatMap((step, at) => [
    ...step.checks.flatMap((entry, check) =>
      Object.entries(entry).flatMap(([name, params]): readonly Binding[] => {
        if (name === 'gives' && Array.isArray(params))
          return params.flatMap((given: unknown, index): readonly Binding[] =>
            typeof given === 'string'
              ? [{ name: given, path: ['steps', at, 'checks', check, 'gives', index], at: judged(at, check) + 1 }]
              : [],
          );
        const as = isRecord(params) ? params.as : undefined;
        if (typeof as !== 'string') return [];
        const by = { check: name, params: isRecord(params) ? params : {} };
        return [{ name: as, path: ['steps', at, 'checks', check, name, 'as'], at: judged(at, check) + 1, by }];
      }),
    ),
    ...Object.keys(step.keep).map((name) => ({ name, path: ['steps', at, 'keep', name], at: passed(at) })),
  ]);

/** Every text anywhere in a value, with its path. */
function texts(value: unknown, path: Path): readonly { readonly text: string; readonly path: Path }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((each, index) => texts(each, [...path, index]));
  return isRecord(value) ? Object.entries(value).flatMap(([key, each]) => texts(each, [...path, key])) : [];
}

/** Without what the verdict itself fills in. */
const ownWords = (text: string): string => text.replaceAll(/\$\{(?:expected|actual)\}/g, '');

function usesOfStep(step: LooseStep, at: number): readonly Use[] {
  const here = (...path: Path): Path => ['steps', at, ...path];
  const one = (text: string | undefined, path: Path, moment: Moment, typed: boolean): readonly Use[] =>
    text === undefined ? [] : [{ text, path, at: moment, typed }];
  const near = (values: Readonly<Record<string, string>>, path: Path) =>
    Object.entries(values).flatMap(([value, said]) => [
      ...one(value, [...path, value], answered(at), false),
      ...one(said, [...path, value], answered(at), true),
    ]);

  return [
    ...textEntries(step).flatMap(({ path, text }) => {
      const moment = moments[path[0]];
      return moment ? one(text, here(...path), moment === 'opened' ? opened(at) : answered(at), true) : [];
    }),
    ...one(step.ask, here('ask'), opened(at), true),
    ...step.checks.flatMap((entry, check) =>
      Object.entries(entry)
        // A check script sees the facts as its environment's variables.
        .filter(([name]) => name !== 'run' && name !== 'gives')
        .flatMap(([name, params]) => texts(params, here('checks', check, name)))
        .map(({ text, path }) => ({
          text: path[5] === 'say' ? ownWords(text) : text,
          path,
          at: judged(at, check),
          typed: false,
        })),
    ),
    ...step.answer.flatMap((text, i) => one(text, here('answer', i), answered(at), false)),
    ...near(step.near, here('near')),
    ...step.questions.flatMap((question, i) => [
      ...one(question.ask, here('questions', i, 'ask'), opened(at), true),
      ...question.answer.flatMap((text, n) => one(text, here('questions', i, 'answer', n), answered(at), false)),
      ...near(question.near, here('questions', i, 'near')),
    ]),
    ...one(step.look, here('look'), opened(at), true),
    ...one(step.solution, here('solution'), opened(at), true),
    ...step.variants.flatMap((text, i) => one(text, here('variants', i), opened(at), true)),
    ...step.mistakes.flatMap((mistake, i) => [
      ...one(mistake.run, here('mistakes', i, 'run'), opened(at), true),
      ...one(mistake.answer, here('mistakes', i, 'answer'), answered(at), true),
      ...one(mistake.expect, here('mistakes', i, 'expect'), answered(at), false),
      ...one(mistake.undo, here('mistakes', i, 'undo'), answered(at), true),
    ]),
    ...Object.entries(step.keep).flatMap(([name, text]) => one(text, here('keep', name), answered(at), false)),
  ];
}

/** Every text of a lab in which facts may stand. */
export const uses = (lab: LooseLab): readonly Use[] => [
  ...lab.steps.flatMap(usesOfStep),
  ...lab.claims.flatMap(({ text, evidence }, index) => [
    ...(text === undefined ? [] : [{ text, path: ['claims', index, 'text'], at: finished, typed: true }]),
    ...(evidence === undefined
      ? []
      : [{ text: evidence, path: ['claims', index, 'evidence'], at: finished, typed: false }]),
  ]),
];
