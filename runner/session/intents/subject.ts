import type { Question } from '../../lab/lab.ts';
import { isSame } from '../../verdict/distinct.ts';
import type { Found } from '../../verdict/verdict.ts';
import { isFiller } from '../answers/filler.ts';
import type { Subject } from '../answers/owners.ts';
import type { Core } from '../core.ts';
import { everyValueOf, type Facts } from '../facts.ts';
import { type Reference, referencesIn } from '../template.ts';

/** Whose value a question asks for, as its facts tell: what is another's is no answer, even where it is the same number. */
export async function subjectOf(core: Core, question: Question, facts: Facts): Promise<Subject> {
  const [reference] = question.answer.flatMap(referencesIn);
  const process = reference ? processIn(reference) : undefined;
  const partsOf = (parts: readonly string[]) =>
    process === undefined ? [] : parts.map((part) => `\${${process}.${part}}`);
  const own = reference ? [reference.name, ...(await read(core, facts, [`\${${reference.name}.name}`]))] : [];
  const [others, programs, pids] = await Promise.all([
    othersThan(core, question, facts),
    read(core, facts, partsOf(['name', 'program'])),
    // A PID that the question does not name says nothing of what is asked.
    read(core, facts, process !== undefined && isByPid(process) ? partsOf(pidParts) : []),
  ]);
  const place = placeOf(reference);
  return {
    ...(own.length > 0 && { own }),
    // Who is called like what is asked for, or like any word, cannot be told by that.
    others: others.filter((each) => ![...own, ...programs].includes(each)),
    ...(programs.length > 0 && { programs }),
    ...(pids.length > 0 && { pids }),
    ...(place && { place }),
  };
}

const pidParts = ['pid', 'insidePid', 'computerPid'];
const processes = /^(?:process|main|child|parent)$/;
const isByPid = (path: string): boolean => /\.process\.\d+$/.test(path);

/** The process that a fact is of, as a path: `first.process.pid` → `first.process`. */
function processIn({ name, path }: Reference): string | undefined {
  const all = [name, ...path];
  const last = all.at(-1) ?? '';
  const own = [...pidParts, 'name', 'program'].includes(last) ? all.slice(0, -1) : all;
  const [before, end] = [own.at(-2) ?? '', own.at(-1) ?? ''];
  // `container.process` may be a container that is called so.
  const isProcess = (processes.test(end) && before !== 'container') || (/^\d+$/.test(end) && before === 'process');
  return isProcess ? own.join('.') : undefined;
}

function placeOf(reference: Reference | undefined): Subject['place'] {
  const part = reference?.path.at(-1);
  if (part === 'insidePid') return 'inside';
  if (part === 'computerPid') return 'computer';
  return reference?.name !== 'host' && part === 'pid' ? 'outside' : undefined;
}

async function read({ world }: Core, facts: Facts, texts: readonly string[]): Promise<readonly string[]> {
  const values = await everyValueOf(texts.flatMap(referencesIn), facts, world);
  return [...new Set([...values.values()].flat())];
}

/** What the learner may have mixed up with it: the objects of other facts, and the commands that the step's other questions speak of. */
async function othersThan(core: Core, question: Question, facts: Facts): Promise<readonly string[]> {
  const roots = new Set(question.answer.flatMap(referencesIn).map(({ name }) => name));
  const own = [...roots].flatMap((root) => facts[root] ?? []);
  const others = Object.entries(facts).filter(([, found]) => own.some((each) => isAnotherLike(each, found)));
  const names = await read(
    core,
    facts,
    others.map(([name]) => `\${${name}.name}`),
  );
  const asked = core.lab().steps.find(({ questions }) => questions.includes(question))?.questions ?? [];
  const commands = own.length > 0 ? asked.flatMap(({ ask }) => codeIn(ask)).filter((code) => code.includes(' ')) : [];
  const known = names.filter((each) => /[a-z]/i.test(each) && !isFiller(each));
  const all = [...others.flatMap(([name, found]) => [name, ...idOf(found)]), ...known, ...commands];
  const spoken = codeIn(question.ask);
  return [...new Set(all)].filter((each) => !spoken.includes(each) && !roots.has(each));
}

const isAnotherLike = (own: Found, found: Found): boolean =>
  own.kind !== 'text' && own.kind === found.kind && !isSame(own, found);

/** As the engine's lists show it. */
const idOf = (found: Found): readonly string[] =>
  found.kind === 'container' ? [found.id.slice(0, 12)] : found.kind === 'pod' ? [found.uid] : [];

/** What stands as code in a question. */
export const codeIn = (ask: string): readonly string[] => [...ask.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
