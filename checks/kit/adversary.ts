import type { Adversary } from '../../runner/api.ts';

type More = Omit<Adversary, 'name' | 'run' | 'outcome'>;

const of =
  (outcome: Adversary['outcome']) =>
  (name: string, run: string, more: More = {}): Adversary => ({ ...{ name, run, outcome }, ...more });

/** A way by which the check passes. */
export const right = of('right');

/** A way by which it stays pending. */
export const wrong = of('wrong');
