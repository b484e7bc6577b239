import type { Lab, LabIn } from '../lab/lab.ts';
import type { Tools } from '../typist/harness.ts';
import { type Language, message } from '../words/message.ts';
import { comesTo, type NewProofEvent, type Proof, type ProofEvent, type RunOutcome, worst } from './event.ts';
import { Interrupted } from './interrupted.ts';
import type { LabTask } from './proofRunner.ts';
import { nothing, type Recorder, recordTo } from './record.ts';
import { slots } from './slots.ts';

export type ProofRun = {
  readonly labs: readonly LabIn[];
  /** How many machines may run at the same time. */
  readonly jobs: number;
  /** How often everything is proven; any difference between two times is a failure. */
  readonly repeat: number;
  /** Proves one lab; rejects only where it is called off. */
  readonly proveOne: (task: LabTask, tools: Tools) => Promise<RunOutcome>;
  /** Of the lab's texts. */
  readonly language: Language;
  readonly keep: boolean;
  /** End with the first proof that is not as declared. */
  readonly bail: boolean;
  readonly onEvent: (event: ProofEvent) => void;
};

/** Proves labs. Interrupted, it removes its machines, tells so as its outcome, and does not reject. */
export async function runProofs(run: ProofRun, tools: Tools): Promise<RunOutcome> {
  const { labs, jobs, repeat, proveOne, language, keep, bail, onEvent } = run;
  const { clock } = tools;
  const bailed = new AbortController();
  const signal = AbortSignal.any([tools.signal, bailed.signal]);
  const places = slots(jobs);
  const began = clock.now();
  const seen: Proof[] = [];
  const emit = (event: NewProofEvent) => {
    onEvent({ at: clock.now(), ...event });
    if (event.type !== 'phase.ended') return;
    seen.push(event.proof);
    if (bail && event.proof.result.outcome !== 'ok') bailed.abort(new Interrupted());
  };
  const record = recordTo(emit, clock, signal);
  emit({ type: 'run.started', labs: labs.map(({ en }) => entryOf(en)) });

  const once = async (each: LabIn): Promise<RunOutcome> => {
    const task = { labs: each, language, slots: places, record, keep };
    const outcomes: RunOutcome[] = [];
    let first: readonly Proof[] | undefined;
    for (let time = 0; time < repeat; time += 1) {
      const from = seen.length;
      outcomes.push(await proveOne(task, { ...tools, signal }));
      const now = seen.slice(from).filter(({ lab }) => lab === each.en.id);
      if (first) outcomes.push(await compare(first, now, each.en, record));
      first ??= now;
    }
    return worst(outcomes);
  };

  const outcomes = await Promise.all(
    labs.map((each) =>
      once(each).catch((error: unknown): RunOutcome => {
        if (error instanceof Interrupted) return 'interrupted';
        throw error;
      }),
    ),
  );
  // One that was called off lets the others go on putting their machines away.
  await places.idle();
  const wrong = worst(seen.map(({ result }) => comesTo(result)));
  const outcome = bailed.signal.aborted && !tools.signal.aborted ? wrong : worst(outcomes);
  emit({ type: 'run.ended', outcome, seconds: (clock.now() - began) / 1000 });
  return outcome;
}

/** Whether each thing came out the same both times. */
async function compare(
  first: readonly Proof[],
  now: readonly Proof[],
  lab: Lab,
  record: Recorder,
): Promise<RunOutcome> {
  const [before, after] = [outcomesOf(first), outcomesOf(now)];
  const differing = [...after, ...before].find(([key]) => before.get(key)?.outcome !== after.get(key)?.outcome);
  if (!differing) return 'ok';
  const [key, { proof }] = differing;
  const id = { lab: lab.id, ...(proof.step && { step: proof.step }), phase: 'steady' } as const;
  const because = message('prove.flaky', { phase: proof.phase });
  const mismatch = { expected: before.get(key)?.outcome ?? '–', actual: after.get(key)?.outcome ?? '–' };
  const result = { outcome: 'failed', because, mismatch } as const;
  const { name, position } = proof;
  await record.prove({ ...id, name, position }, async () => ({ ...nothing, result }));
  return 'failed';
}

/**
What came out of each thing, by what it is whenever it is proven: a wrong answer is another one on each machine. Whether it came out as
declared counts, and if not why; what its checks have said on the way depends on when they looked.
*/
function outcomesOf(proofs: readonly Proof[]) {
  const answers = new Map<string, number>();
  return new Map(
    proofs.map((proof) => {
      const { step, phase, name, position, result } = proof;
      const place = JSON.stringify([step, phase, position]);
      const count = (answers.get(place) ?? 0) + 1;
      const isAnswer = phase === 'mutant' && name.startsWith('answer ');
      if (isAnswer) answers.set(place, count);
      const outcome = result.outcome === 'ok' ? 'ok' : `${result.outcome}: ${result.because.id}`;
      return [`${place} ${isAnswer ? count : name}`, { proof, outcome }] as const;
    }),
  );
}

const entryOf = ({ id, title, file, steps }: Lab) => ({
  id,
  title,
  file,
  steps: steps.map((step) => ({ id: step.id, title: step.title })),
});
