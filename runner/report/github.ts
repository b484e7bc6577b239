import { relative } from 'node:path';
import type { Proof, ProofEvent } from '../prove/event.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { MakeReporter } from './reporter.ts';
import { because, details, titleOf } from './tell.ts';
import { totals } from './totals.ts';

/** GitHub's workflow commands: an annotation on the lab file's line for what is not as declared, and a summary of the job. */
export const github: MakeReporter = ({ language, write, cwd, summary }) => {
  const counted = totals();
  const wrong: Proof[] = [];
  return (event: ProofEvent) => {
    counted.add(event);
    if (event.type === 'phase.ended' && event.proof.result.outcome !== 'ok') {
      const { proof } = event;
      const { file, line, column } = proof.position;
      wrong.push(proof);
      const place = { file: relative(cwd, file), line, col: column, title: `${proof.lab} › ${titleOf(proof)}` };
      const properties = Object.entries(place).map(([key, value]) => `${key}=${property(String(value))}`);
      write(`::error ${properties.join(',')}::${data(details(proof, language, cwd).join('\n'))}\n`);
    }
    if (event.type !== 'run.ended' || !summary) return;
    const rows = wrong.map(
      (proof) => `| ${cell(`${proof.lab} › ${titleOf(proof)}`)} | ${cell(because(proof, language))} |`,
    );
    const total = say(language, message('report.total', { ...counted.now(), seconds: event.seconds.toFixed(1) }));
    summary(`### Seatrial\n\n${total}\n\n${rows.length > 0 ? `| | |\n|---|---|\n${rows.join('\n')}\n` : ''}`);
  };
};

// As @actions/core escapes them.
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
