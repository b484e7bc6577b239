import type { Clock } from '../verdict/clock.ts';
import { message } from '../words/message.ts';
import { WorldError } from '../world/world.ts';
import type { NewProofEvent, Outcome, Proof, ProofId, Trail } from './event.ts';
import { Interrupted } from './interrupted.ts';

export type TrialResult = Trail & { readonly result: Outcome };

/** Where what is proven is told: the one place through which all proofs go. */
export type Recorder = {
  emit(event: NewProofEvent): void;
  /** Tells of a proof's beginning and end. What keeps it from being told is its result; only a call-off rejects. */
  prove(id: ProofId, run: () => Promise<TrialResult>): Promise<Proof>;
};

/** Once the run is called off (`signal`) nothing more is begun, and what was under way proves nothing. */
export function recordTo(emit: (event: NewProofEvent) => void, clock: Clock, signal: AbortSignal): Recorder {
  return {
    emit,
    async prove(id, run) {
      signal.throwIfAborted();
      emit({ type: 'phase.started', id });
      const began = clock.now();
      const tried = await run().catch(whatKept);
      signal.throwIfAborted();
      const proof: Proof = { ...id, ...tried, seconds: (clock.now() - began) / 1000 };
      emit({ type: 'phase.ended', proof });
      return proof;
    },
  };
}

export const nothing: Trail = { typed: [], answered: [], findings: [] };

function whatKept(error: unknown): TrialResult {
  if (error instanceof Interrupted) throw error;
  if (error instanceof WorldError) {
    return { ...nothing, result: { outcome: 'errored', because: error.explanation, blame: error.blame } };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...nothing, result: { outcome: 'errored', because: message('prove.broke', { text }), blame: 'seatrial' } };
}
