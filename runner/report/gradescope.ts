import type { Proof, ProofEvent, ProofId } from '../prove/event.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { MakeReporter } from './reporter.ts';
import { details, titleOf } from './tell.ts';

/** Gradescope's results.json (gradescope-autograders.readthedocs.io/en/latest/specs): one point for each thing proven. */
export const gradescope: MakeReporter = ({ language, write, cwd }) => {
  const proofs: Proof[] = [];
  const untried: ProofId[] = [];
  const kept: string[] = [];
  return (event: ProofEvent) => {
    if (event.type === 'phase.ended') proofs.push(event.proof);
    if (event.type === 'lab.untried') untried.push(...event.proofs);
    if (event.type === 'machine.kept') kept.push(say(language, message('report.kept', { machine: event.machine })));
    if (event.type !== 'run.ended') return;
    const tests = proofs.map((proof) => {
      const ok = proof.result.outcome === 'ok';
      const output = details(proof, language, cwd).join('\n');
      const name = `${proof.lab} › ${titleOf(proof)}`;
      return { name, status: ok ? 'passed' : 'failed', score: ok ? 1 : 0, max_score: 1, output };
    });
    // Without them an early failure would leave more points of fewer.
    const left = untried.map((each) => ({
      name: `${each.lab} › ${titleOf(each)}`,
      status: 'failed',
      score: 0,
      max_score: 1,
      output: say(language, message('report.untried')),
    }));
    const document = {
      execution_time: event.seconds,
      output: kept.join('\n'),
      output_format: 'text',
      test_output_format: 'text',
      visibility: 'visible',
      tests: [...tests, ...left],
    };
    write(`${JSON.stringify(document, null, 2)}\n`);
  };
};
