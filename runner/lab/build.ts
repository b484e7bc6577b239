import { basename, dirname } from 'node:path';
import { inferKind } from './answerKind.ts';
import { checkKeys, partedCheck, saysIn } from './checkKeys.ts';
import type { CheckUse, Lab, Mistake, Question, Step } from './lab.ts';
import { predictIn } from './predict.ts';
import type { LabFile } from './schema.ts';
import { scriptEntry } from './scriptEntry.ts';
import type { Path, Source } from './source.ts';
import { textsIn } from './stepTexts.ts';
import { questionIds } from './validate/questions.ts';
import { isRecord } from './value.ts';

type StepFile = LabFile['steps'][number];

const lines = (text: string | undefined): string => (text ?? '').trimEnd();

function checkUse(entry: Readonly<Record<string, unknown>>, path: Path, source: Source): CheckUse {
  const script = scriptEntry.safeParse(entry).data;
  if (script) return { kind: 'script', ...script, position: source.position([...path, 'run'], 'key') };

  const [name = '', given] = Object.entries(entry)[0] ?? [];
  const position = source.position([...path, name], 'key');

  const { common, params } = partedCheck(isRecord(given) ? given : {});
  const { say, ...keys } = checkKeys.parse(common);
  const says = saysIn(say);
  return { kind: 'check', check: name, params, ...keys, ...(says && { say: says }), position };
}

const near = (values: Readonly<Record<string, string>> = {}): Question['near'] =>
  Object.entries(values).map(([value, say]) => ({ value, say: lines(say) }));

type QuestionFile = Pick<StepFile, 'ask' | 'answer' | 'near' | 'kind' | 'column' | 'choices' | 'all' | 'tolerance'>;

const keepsOf = (file: LabFile): ReadonlyMap<string, string> =>
  new Map(file.steps.flatMap(({ keep = {} }) => Object.entries(keep)));

function questionOf(
  { ask, answer = [], near: values, kind, column, choices, all, tolerance }: QuestionFile,
  keeps: ReadonlyMap<string, string>,
): Omit<Question, 'id' | 'position'> {
  const texts = [answer].flat().map(String);
  return {
    ask: lines(ask),
    answer: texts,
    near: near(values),
    kind: kind ?? (choices ? 'choice' : (inferKind(texts, keeps) ?? (tolerance === undefined ? 'text' : 'number'))),
    ...(column !== undefined && { column }),
    ...(choices && { choices: choices.map(String) }),
    ...(all && { all }),
    ...(tolerance !== undefined && { tolerance: String(tolerance) }),
  };
}

function questions(step: StepFile, path: Path, source: Source, keeps: ReadonlyMap<string, string>) {
  if (step.ask !== undefined) {
    return [
      {
        id: questionIds({ ask: step.ask, questions: [] })[0] ?? '1',
        ...questionOf(step, keeps),
        position: source.position([...path, 'ask']),
      },
    ];
  }
  return (step.questions ?? []).map((question, index) => ({
    id: question.id ?? String(index + 1),
    ...questionOf(question, keeps),
    position: source.position([...path, 'questions', index]),
  }));
}

function mistakeOf(
  { answer, ...mistake }: NonNullable<StepFile['mistakes']>[number],
  path: Path,
  source: Source,
): Mistake {
  return {
    ...mistake,
    ...(mistake.run !== undefined && { run: lines(mistake.run) }),
    ...(answer !== undefined && { answer: String(answer) }),
    position: source.position(path),
  };
}

const setupOf = (setup: LabFile['setup'], path: Path, source: Source) =>
  setup && { setup: { run: lines(setup.run), position: source.position([...path, 'setup', 'run'], 'key') } };

function stepOf(step: StepFile, index: number, source: Source, keeps: ReadonlyMap<string, string>): Step {
  const path: Path = ['steps', index];
  return {
    id: step.id,
    ...textsIn(step),
    ...setupOf(step.setup, path, source),
    passes: step.passes ?? 'once',
    ...(step.timeout !== undefined && { timeout: step.timeout }),
    ...(step.predict && { predict: predictIn(step.predict) }),
    ...(step.waits && { waits: { ...step.waits, for: lines(step.waits.for) } }),
    checks: (step.checks ?? []).map((entry, i) => ({
      ...(step.stays !== undefined && { stays: step.stays }),
      ...checkUse(entry, [...path, 'checks', i], source),
    })),
    questions: questions(step, path, source, keeps),
    look: lines(step.look),
    solution: lines(step.solution),
    variants: (step.variants ?? []).map((variant, i) => ({
      run: lines(typeof variant === 'string' ? variant : variant.run),
      position: source.position([...path, 'variants', i]),
    })),
    mistakes: (step.mistakes ?? []).map((mistake, i) => mistakeOf(mistake, [...path, 'mistakes', i], source)),
    ...(step.harmless && {
      harmless: step.harmless.map(({ run, because }, i) => ({
        ...{ run: lines(run), because },
        position: source.position([...path, 'harmless', i]),
      })),
    }),
    teaches: step.teaches ?? [],
    keep: step.keep ?? {},
    position: source.position(path),
  };
}

/** The lab that a valid file says. Its digest is told by whoever has read all of its files. */
export function buildLab(file: LabFile, source: Source): Omit<Lab, 'digest'> {
  const keeps = keepsOf(file);
  return {
    id: file.id,
    track: basename(dirname(dirname(source.file))),
    title: file.title,
    summary: file.summary ?? '',
    minutes: file.minutes,
    needs: file.needs,
    images: file.images ?? [],
    ...setupOf(file.setup, [], source),
    steps: file.steps.map((step, index) => stepOf(step, index, source, keeps)),
    claims: file.claims ?? [],
    languages: file.languages ?? ['en', 'ja'],
    language: 'en',
    file: source.file,
  };
}
