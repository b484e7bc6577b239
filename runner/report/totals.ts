import type { ProofEvent } from '../prove/event.ts';

export type Totals = {
  readonly proven: number;
  readonly failed: number;
  readonly errored: number;
  readonly untried: number;
  /** How many of all of these were typed, or answered, by an adversary. */
  readonly attacks: number;
};

/** Counts what has been proven so far. */
export function totals(): { add(event: ProofEvent): void; now(): Totals } {
  const count = { proven: 0, failed: 0, errored: 0, untried: 0, attacks: 0 };
  return {
    add(event) {
      if (event.type === 'lab.untried') count.untried += event.proofs.length;
      if (event.type !== 'phase.ended') return;
      const { outcome } = event.proof.result;
      if (event.proof.phase === 'attack') count.attacks += 1;
      count[outcome === 'ok' ? 'proven' : outcome] += 1;
    },
    now: () => ({ ...count }),
  };
}
