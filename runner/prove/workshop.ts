import type { Lab, LabIn, Position, Step } from '../lab/lab.ts';
import type { SessionEvent } from '../session/event.ts';
import { type Bench, openBench, type Tools } from '../typist/bench.ts';
import type { Language } from '../words/message.ts';
import { comesTo, type Phase, type Proof, type RunOutcome } from './event.ts';
import type { Recorder, Tried } from './record.ts';
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
export type Workshop = {
  readonly lab: Lab;
  /** Resolves with whether it is as declared. A machine on which something is not may be kept. */
  prove(bench: Bench | undefined, what: What, run: () => Promise<Tried>): Promise<boolean>;
  /** Works on a fresh machine, once there is a place for it, and removes it afterwards. */
  onBench(work: (bench: Bench) => Promise<void>): Promise<void>;
  /** Whether this machine stays, for whoever wants to look at what failed on it. */
  keeps(bench: Bench): boolean;
  outcomes(): readonly RunOutcome[];
  proofs(): readonly Proof[];
  /** What the sessions on all machines have seen. */
  history(): readonly SessionEvent[];
};

export function openWorkshop({ labs, language, slots, record, keep }: LabTask, tools: Tools): Workshop {
  const lab = labs[language];
  const proofs: Proof[] = [];
  const past: SessionEvent[] = [];
  const failing = new Set<Bench>();
  const start: Position = { file: lab.file, line: 1, column: 1 };

  const prove: Workshop['prove'] = async (bench, { phase, step, name = '', position }, run) => {
    const place = position ?? step?.position ?? start;
    const id = { lab: lab.id, ...(step && { step: step.id }), phase, name, position: place };
    const proof = await record.prove(id, run);
    proofs.push(proof);
    const ok = proof.result.outcome === 'ok';
    if (bench && !ok) failing.add(bench);
    return ok;
  };

  const keeps = (bench: Bench): boolean => keep && failing.has(bench);

  const finish = async (bench: Bench): Promise<void> => {
    past.push(...bench.history());
    if (!keeps(bench)) return bench.remove();
    await bench.leave();
    record.emit({ type: 'machine.kept', lab: lab.id, machine: bench.machine.name });
  };

  /** What keeps a machine from being put away is one thing that could not be told: the others go on. */
  const putAway = async (bench: Bench): Promise<void> => {
    await finish(bench).catch((error) => prove(undefined, { phase: 'clean' }, () => Promise.reject(error)));
  };

  return {
    lab,
    prove,
    keeps,
    onBench: (work) =>
      slots.run(async () => {
        let bench: Bench | undefined;
        try {
          bench = await openBench(labs, language, tools);
          await work(bench);
        } catch (error) {
          await prove(bench, { phase: 'started' }, () => Promise.reject(error));
        } finally {
          if (bench) await putAway(bench);
        }
      }),
    proofs: () => proofs,
    outcomes: () => proofs.map(({ result }) => comesTo(result)),
    history: () => past,
  };
}
