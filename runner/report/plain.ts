import type { ProofEvent } from '../prove/event.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { MakeReporter } from './reporter.ts';
import { details, titleOf } from './tell.ts';
import { totals } from './totals.ts';

const marks = { ok: '✔', failed: '✘', errored: '!' } as const;

/** One line for each thing that is proven, as it is; what is not as declared with all that was seen. */
export const plain: MakeReporter = ({ language, write, cwd }) => {
  const counted = totals();
  const line = (text: string) => write(`${text}\n`);
  return (event: ProofEvent) => {
    counted.add(event);
    switch (event.type) {
      case 'phase.ended': {
        const { proof } = event;
        line(`${marks[proof.result.outcome]} ${proof.lab} › ${titleOf(proof)} (${proof.seconds.toFixed(2)} s)`);
        for (const each of details(proof, language, cwd)) line(`    ${each}`);
        return;
      }
      case 'lab.untried':
        for (const each of event.proofs)
          line(`– ${each.lab} › ${titleOf(each)} (${say(language, message('report.untried'))})`);
        return;
      case 'machine.kept':
        line(say(language, message('report.kept', { machine: event.machine })));
        return;
      case 'run.ended':
        line(say(language, message('report.total', { ...counted.now(), seconds: event.seconds.toFixed(1) })));
        if (event.outcome === 'interrupted') line(say(language, message('report.interrupted')));
    }
  };
};
