import type { NewProofEvent, ProofEvent } from '../../runner/prove/event.ts';
import { message } from '../../runner/words/message.ts';

const steps = ['host', 'first', 'second', 'list', 'inside', 'files', 'addresses', 'outside', 'parents', 'remove'];

/** A run of so many labs, all at once, in which every tenth lab has a step that is not as declared. */
export function thirtyLabs(count: number): ProofEvent[] {
  const labs = Array.from({ length: count }, (_, index) => `lab-${String(index + 1).padStart(2, '0')}`);
  const position = { file: '/labs/lab.yaml', line: 1, column: 1 };
  const id = (lab: string, step: string) =>
    ({
      lab,
      step,
      phase: 'solved',
      name: `docker run -d linux sleep 11111 # ${'長い名前'.repeat(12)}`,
      position,
    }) as const;
  const ended = (lab: string, step: string, index: number): NewProofEvent => ({
    type: 'phase.ended',
    proof: {
      ...id(lab, step),
      ...{ typed: [], answered: [], findings: [], seconds: 1 },
      result:
        index % 10 === 9 && step === 'files'
          ? { outcome: 'failed', because: message('prove.not-solved', { step, seconds: 15 }) }
          : { outcome: 'ok' },
    },
  });
  const told: readonly NewProofEvent[] = [
    {
      type: 'run.started',
      labs: labs.map((lab) => ({ id: lab, title: lab, file: '/labs/lab.yaml', steps: [] })),
    },
    ...labs.map((lab): NewProofEvent => ({ type: 'lab.started', lab })),
    ...steps.flatMap((step) => [
      ...labs.map((lab): NewProofEvent => ({ type: 'phase.started', id: id(lab, step) })),
      ...labs.map((lab, index) => ended(lab, step, index)),
    ]),
    ...labs.map((lab, index): NewProofEvent => {
      const outcome = index % 10 === 9 ? 'failed' : 'ok';
      return { type: 'lab.ended', lab, outcome, seconds: 12.5 };
    }),
    { type: 'run.ended', outcome: 'failed', seconds: 61 },
  ];
  return told.map((event, index) => ({ at: 1_000 + index * 100, ...event }));
}
