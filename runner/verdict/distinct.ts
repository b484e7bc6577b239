import { message } from '../words/message.ts';
import { type Alive, type Found, type Passed, passed, pending, type Verdict } from './verdict.ts';

/** An object that another fact has, and from which step. */
export type Taken = { readonly found: Found; readonly name: string; readonly step: string };

/** What other facts have, where this check's own must be another: `shared`, each of them has others as well and can do without. */
export type Others = { readonly taken: readonly Taken[]; readonly shared: readonly Found[] };

/** Whether two facts are one object. A text is none. */
export function isSame(one: Found, other: Found): boolean {
  if (one.kind === 'container') return other.kind === 'container' && one.id === other.id;
  if (one.kind === 'object') return other.kind === 'object' && one.of === other.of && one.id === other.id;
  if (one.kind === 'pod') return other.kind === 'pod' && one.uid === other.uid;
  return false;
}

const isIn = (found: Found, all: readonly Found[]): boolean => all.some((each) => isSame(each, found));

/** A verdict whose object no other fact has. Passed by nothing else, it passes no more. */
export function distinct(verdict: Passed, { taken, shared }: Others): Verdict {
  const { because, found, alternatives = [], alive = [], at } = verdict;
  if (!found) return verdict;
  const all = [found, ...alternatives];
  const free = all.filter((each) => !taken.some((other) => isSame(other.found, each)));
  if (free.length === 0) return whose(found, taken);
  const own = free.filter((each) => !isIn(each, shared));
  const [first, ...others] = own.length > 0 ? own : free.slice(0, 1);
  if (!first) return verdict;
  const lives = alive.filter((each) => isOf(each, first));
  return passed(because, { found: first, alternatives: others, alive: lives, ...(at !== undefined && { at }) });
}

function whose(found: Found, taken: readonly Taken[]): Verdict {
  const { name = '', step = '' } = taken.find((each) => isSame(each.found, found)) ?? {};
  if (found.kind === 'object')
    return pending(message('fact.object-taken', { noun: found.of, name, step }), { attempt: true, excused: true });
  const id = found.kind === 'pod' ? 'fact.pod-taken' : 'fact.taken';
  return pending(message(id, { name, step }), { attempt: true, excused: true });
}

/** A process that is in the object that was found, or in none. */
function isOf(process: Alive, found: Found): boolean {
  if (process.in === 'container' && found.kind === 'container') return process.container === found.id;
  if (process.in === 'pod' && found.kind === 'pod') return process.pod === found.uid;
  return true;
}
