import type { Lab, LabIn, Position, Step } from '../lab/lab.ts';
import type { SessionEvent } from '../session/event.ts';
import { type Harness, openHarness, type Tools } from '../typist/harness.ts';
import type { Language } from '../words/message.ts';
import { comesTo, type Phase, type Proof, type RunOutcome } from './event.ts';
import type { Recorder, TrialResult } from './record.ts';
import type { Slots } from './slots.ts';

export type LabTask = {
  readonly labs: LabIn;
  readonly language: Language;
  readonly slots: Slots;
  readonly record: Recorder;
  /** Leave the machine of a failure. */
  readonly keep: boolean;
};

type What = {
  readonly phase: Phase;
  readonly step?: Step;
  /** Tells it from others of the same step and phase. */
  readonly name?: string;
  readonly position?: Position;
};

/** Where one lab is proven: its machines, each with a place of its own, and what was found. */
export type ProofRunner = {
  readonly lab: Lab;
  /** Resolves with whether it is as declared. A machine on which something is not may be kept. */
  prove(harness: Harness | undefined, what: What, run: () => Promise<TrialResult>): Promise<boolean>;
  /** Works on a fresh machine, once there is a place for it, and removes it afterwards. */
  onHarness(work: (harness: Harness) => Promise<void>): Promise<void>;
  /** Whether this machine stays, for whoever wants to look at what failed on it. */
  keeps(harness: Harness): boolean;
  outcomes(): readonly RunOutcome[];
  proofs(): readonly Proof[];
  /** What the sessions on all machines have seen. */
  history(): readonly SessionEvent[];
};

export function openProofRunner({ labs, language, slots, record, keep }: LabTask, tools: Tools): ProofRunner {
  const lab = labs[language];
  const proofs: Proof[] = [];
  const past: SessionEvent[] = [];
  const failing = new Set<Harness>();
  const start: Position = { file: lab.file, line: 1, column: 1 };

  const prove: ProofRunner['prove'] = async (harness, { phase, step, name = '', position }, run) => {
    const place = position ?? step?.position ?? start;
    const id = { lab: lab.id, ...(step && { step: step.id }), phase, name, position: place };
    const proof = await record.prove(id, run);
    proofs.push(proof);
    const ok = proof.result.outcome === 'ok';
    if (harness && !ok) failing.add(harness);
    return ok;
  };

  const keeps = (harness: Harness): boolean => keep && failing.has(harness);

  const finish = async (harness: Harness): Promise<void> => {
    past.push(...harness.history());
    if (!keeps(harness)) return harness.remove();
    await harness.leave();
    record.emit({ type: 'machine.kept', lab: lab.id, machine: harness.machine.name });
  };

  /** What keeps a machine from being put away is one thing that could not be told: the others go on. */
  const putAway = async (harness: Harness): Promise<void> => {
    await finish(harness).catch((error) => prove(undefined, { phase: 'clean' }, () => Promise.reject(error)));
  };

  return {
    lab,
    prove,
    keeps,
    onHarness: (work) =>
      slots.run(async () => {
        let harness: Harness | undefined;
        try {
          harness = await openHarness(labs, language, tools);
          await work(harness);
        } catch (error) {
          await prove(harness, { phase: 'started' }, () => Promise.reject(error));
        } finally {
          if (harness) await putAway(harness);
        }
      }),
    proofs: () => proofs,
    outcomes: () => proofs.map(({ result }) => comesTo(result)),
    history: () => past,
  };
}
