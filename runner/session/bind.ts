import type { CheckUse } from '../lab/lab.ts';
import type { Passed } from '../verdict/verdict.ts';
import type { Core } from './core.ts';

/** What a check finds now is what later ones speak of: the learner may have replaced what it found before. */
export function bind(core: Core, use: CheckUse, { found }: Passed): void {
  if (use.kind !== 'check' || !use.as || !found) return;
  if (JSON.stringify(core.state().facts[use.as]) === JSON.stringify(found)) return;
  core.emit({ type: 'fact.bound', name: use.as, value: found });
}
