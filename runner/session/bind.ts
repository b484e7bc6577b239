import type { CheckUse } from '../lab/lab.ts';
import { isSame } from '../verdict/distinct.ts';
import type { Found, Passed } from '../verdict/verdict.ts';
import { asNames, candidatesOf } from './candidates.ts';
import type { Core } from './core.ts';

/**
What a check finds now is what later ones speak of: the learner may have replaced what it found before. Which of several is meant
once their own acts have told, it stays as long as it fits.
*/
export function bind(core: Core, use: CheckUse, { found, alternatives = [], gives = {} }: Passed): void {
  for (const [name, text] of Object.entries(gives)) give(core, name, text);
  if (use.kind !== 'check' || !use.as || !found) return;
  const name = use.as;
  const state = core.state();
  const before = candidatesOf(state, name);
  const now = [found, ...alternatives];
  const [value] = before;
  if (state.settled.includes(name) && value && now.some((each) => isSame(each, value))) return;
  if (JSON.stringify(before) === JSON.stringify(now)) return;
  core.emit({ type: 'fact.bound', name, value: found, ...(alternatives.length > 0 && { alternatives }) });
  for (const other of asNames(core.lab())) if (other !== name && other !== use.same) release(core, other, found);
}

function give(core: Core, name: string, text: string): void {
  const before = core.state().facts[name];
  if (before?.kind === 'text' && before.text === text) return;
  core.emit({ type: 'fact.bound', name, value: { kind: 'text', text } });
}

/** Another fact that might have meant this object, among others, means one of those. */
function release(core: Core, name: string, found: Found): void {
  const before = candidatesOf(core.state(), name);
  const [value, ...alternatives] = before.filter((each) => !isSame(each, found));
  if (!value || alternatives.length + 1 === before.length) return;
  core.emit({ type: 'fact.bound', name, value, ...(alternatives.length > 0 && { alternatives }) });
}
