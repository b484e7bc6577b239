import type { LabEntry, Proof, ProofEvent, ProofId, RunOutcome } from '../prove/event.ts';
import type { SessionEntry } from '../prove/learner.ts';
import { say } from '../words/say.ts';
import type { MakeReporter } from './reporter.ts';
import type { Report } from './schema.ts';
import { learnerInWords } from './session.ts';

type LabResult = {
  readonly entry: LabEntry;
  readonly proofs: Proof[];
  readonly untried: ProofId[];
  outcome?: RunOutcome;
  seconds?: number;
};

/** The whole run as one JSON document, at its end; `schema.ts` says what is in it. */
export const json: MakeReporter = ({ language, write }) => {
  const labs = new Map<string, LabResult>();
  const kept: string[] = [];
  let began = 0;
  let session: SessionEntry | undefined;

  const inWords = ({
    result,
    findings,
    position,
    learner,
    ...proof
  }: Proof): Report['labs'][number]['proofs'][number] => ({
    ...proof,
    outcome: result.outcome,
    ...(result.outcome !== 'ok' && { because: say(language, result.because), message: result.because }),
    ...(result.outcome === 'errored' && { blame: result.blame }),
    ...(result.outcome === 'failed' && result.mismatch && { mismatch: result.mismatch }),
    findings: findings.map((each) => ({ ...each, because: say(language, each.because), message: each.because })),
    file: position.file,
    line: position.line,
    column: position.column,
    ...(learner && { learner: learnerInWords(learner, language) }),
  });

  return (event: ProofEvent) => {
    switch (event.type) {
      case 'run.started':
        began = event.at;
        session = event.session;
        for (const entry of event.labs) labs.set(entry.id, { entry, proofs: [], untried: [] });
        return;
      case 'phase.ended':
        labs.get(event.proof.lab)?.proofs.push(event.proof);
        return;
      case 'lab.untried':
        labs.get(event.lab)?.untried.push(...event.proofs);
        return;
      case 'machine.kept':
        kept.push(event.machine);
        return;
      case 'lab.ended': {
        const lab = labs.get(event.lab);
        if (lab) Object.assign(lab, { outcome: event.outcome, seconds: event.seconds });
        return;
      }
      case 'run.ended': {
        const document: Report = {
          format: 1,
          kind: session ? 'session' : 'proof',
          ...(session && { session }),
          outcome: event.outcome,
          startedAt: new Date(began).toISOString(),
          seconds: event.seconds,
          language,
          keptMachines: kept,
          labs: [...labs.values()].map(({ entry, proofs, untried, outcome, seconds }) => ({
            ...entry,
            outcome: outcome ?? 'interrupted',
            seconds: seconds ?? 0,
            proofs: proofs.map(inWords),
            untried: untried.map(({ position, ...id }) => ({ ...id, ...position })),
          })),
        };
        write(`${JSON.stringify(document, null, 2)}\n`);
      }
    }
  };
};
