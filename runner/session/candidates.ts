import type { CheckUse, Lab } from '../lab/lab.ts';
import type { Others, Taken } from '../verdict/distinct.ts';
import type { Found } from '../verdict/verdict.ts';
import type { Core } from './core.ts';
import type { Facts } from './facts.ts';
import { binderOf } from './presence.ts';
import type { SessionState } from './state.ts';

/** How many combinations of what facts may mean are looked at. */
const most = 32;

/** All that a fact may mean, newest first. */
export const candidatesOf = ({ facts, alternatives }: SessionState, name: string): readonly Found[] => {
  const value = facts[name];
  return value ? [value, ...(alternatives[name] ?? [])] : [];
};

/** Those of these facts that may mean several objects. */
export const ambiguous = (state: SessionState, names: Iterable<string>): readonly string[] =>
  [...new Set(names)].filter(
    (name) => (state.alternatives[name]?.length ?? 0) > 0 && state.facts[name]?.kind !== 'text',
  );

/** The facts by each way to understand these, newest first. */
export function readings(state: SessionState, names: readonly string[]): readonly Facts[] {
  const start: readonly Facts[] = [state.facts];
  const all = names.reduce(
    (before, name) =>
      before.flatMap((facts) => candidatesOf(state, name).map((found): Facts => ({ ...facts, [name]: found }))),
    start,
  );
  return all.slice(0, most);
}

/** What the learner has done fits these readings alone: what facts may mean from now on. */
export function settle(core: Core, names: readonly string[], fitting: readonly Facts[]): void {
  for (const name of names) {
    const before = candidatesOf(core.state(), name);
    const [value, ...alternatives] = before.filter((found) => fitting.some((facts) => facts[name] === found));
    if (!value || alternatives.length + 1 === before.length) continue;
    const isSettled = alternatives.length === 0;
    core.emit({ type: 'fact.bound', name, value, ...(isSettled ? { settled: true } : { alternatives }) });
  }
}

/** The objects that a check must leave to other facts: all but those that its lab says may be the same. */
export function othersFor(core: Core, use: CheckUse): Others {
  if (use.kind === 'script' || !use.as) return { taken: [], shared: [] };
  const names = asNames(core.lab()).filter((name) => name !== use.as && name !== use.same);
  const state = core.state();
  const taken = names.flatMap((name) => {
    const all = candidatesOf(state, name);
    return all.length === 1 ? all.map((found) => takenBy(core, name, found)) : [];
  });
  return { taken, shared: ambiguous(state, names).flatMap((name) => candidatesOf(state, name)) };
}

export const asNames = (lab: Lab): readonly string[] =>
  lab.steps.flatMap(({ checks }) => checks).flatMap((each) => (each.kind === 'check' && each.as ? [each.as] : []));

function takenBy(core: Core, fact: string, found: Found): Taken {
  const step = binderOf(core.lab(), fact)?.step.title ?? '';
  const name = found.kind === 'container' ? nameOf(core, found.id) : found.kind === 'text' ? '' : found.name;
  return { found, name, step };
}

const nameOf = ({ world }: Core, id: string): string => world.docker.remembered(id)?.name ?? id.slice(0, 12);
