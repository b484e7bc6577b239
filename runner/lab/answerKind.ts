import { referencesIn } from './template.ts';

/** What a question asks for: how its answers are read. */
export const answerKinds = ['pid', 'number', 'address', 'program', 'path', 'name', 'yes-no', 'choice', 'text'] as const;

export type AnswerKind = (typeof answerKinds)[number];

/** What each part of a fact is, whatever the fact. Where one word means two things, what stands before it tells. */
const kindOfPart: Readonly<Record<string, AnswerKind>> = {
  pid: 'pid',
  insidePid: 'pid',
  computerPid: 'pid',
  process: 'pid',
  main: 'pid',
  child: 'pid',
  parent: 'pid',
  id: 'name',
  uid: 'name',
  ip: 'address',
  program: 'program',
  image: 'name',
  node: 'name',
  namespace: 'name',
  name: 'name',
};

const processes: ReadonlySet<string> = new Set(['process', 'main', 'child', 'parent']);

/** By the last part of `${first.process.parent.name}`; undefined where that does not tell. */
function kindOfPath(path: readonly string[]): AnswerKind | undefined {
  const [before, last] = [path.at(-2) ?? '', path.at(-1) ?? ''];
  // `process.1` is the process whose PID that is.
  const isOfProcess = processes.has(before) || processes.has(path.at(-3) ?? '');
  if (/^\d+$/.test(last)) return before === 'process' ? 'pid' : undefined;
  if (last === 'name' && isOfProcess && path.at(-3) !== 'container') return 'program';
  return kindOfPart[last];
}

type Keeps = ReadonlyMap<string, string>;

function kindOfAnswer(answer: string, keeps: Keeps): AnswerKind | undefined {
  const [reference, ...others] = referencesIn(answer).references;
  if (!reference || others.length > 0 || reference.text !== answer.trim()) return undefined;
  const kept = keeps.get(reference.root);
  // What is kept is what it was kept from; `${a}` that is kept from `${a}` itself is a mistake of another kind.
  if (reference.path.length === 0 && kept !== undefined) return kindOfAnswer(kept, new Map());
  return kindOfPath(reference.path);
}

const yesOrNo = /^(?:yes|no|はい|いいえ)$/i;

/** A text that can be nothing else, whatever is asked. */
function kindOfText(answer: string): AnswerKind | undefined {
  if (yesOrNo.test(answer)) return 'yes-no';
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(answer)) return 'address';
  return /^\/(?:[\w.-]+\/)*[\w.-]+$/.test(answer) ? 'path' : undefined;
}

/**
The kind of a question that does not say it, where that is sure: all its facts are of one kind, or its only texts can be of no other.
`keeps`: what earlier steps keep, by name.
*/
export function inferKind(answers: readonly string[], keeps: Keeps = new Map()): AnswerKind | undefined {
  const templates = answers.filter((each) => each.includes('${'));
  const kinds = templates.length > 0 ? templates.map((each) => kindOfAnswer(each, keeps)) : answers.map(kindOfText);
  const sure = kinds.filter((each) => each !== undefined);
  // `yes` beside `y` is still a yes.
  if (templates.length === 0 && sure.includes('yes-no')) return 'yes-no';
  return sure.length === kinds.length && new Set(sure).size === 1 ? sure[0] : undefined;
}
