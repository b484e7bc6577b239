import { relative } from 'node:path';
import type { Proof, ProofEvent } from '../prove/event.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { MakeReporter } from './reporter.ts';
import { details, titleOf } from './tell.ts';
import { totals } from './totals.ts';
import { workflowCommand } from './workflowCommand.ts';
import { escapeXml } from './xml.ts';

const marks = { ok: '✅', failed: '❌', errored: '⚠️', interrupted: '⚠️' } as const;

/** GitHub's workflow commands: an annotation on the lab file's line for what is not as declared, and a summary of the job. */
export const github: MakeReporter = ({ language, write, cwd, summary }) => {
  const counted = totals();
  const wrong: Proof[] = [];
  const labs: string[] = [];
  const kept: string[] = [];
  const proofs = new Map<string, number>();
  const tell = (id: 'report.lab' | 'report.proofs' | 'report.time') => say(language, message(id));

  const page = (seconds: number, isInterrupted: boolean): string => {
    const total = say(language, message('report.total', { ...counted.now(), seconds: seconds.toFixed(1) }));
    const table = `| | ${tell('report.lab')} | ${tell('report.proofs')} | ${tell('report.time')} |\n|---|---|---|---|\n${labs.join('')}`;
    const why = wrong.map(
      (proof) =>
        `<details open><summary>${marks[proof.result.outcome]} ${escapeXml(`${proof.lab} › ${titleOf(proof)}`)}</summary>\n\n<pre>\n${escapeXml(details(proof, language, cwd).join('\n'))}\n</pre>\n\n</details>`,
    );
    const notes = [...kept, ...(isInterrupted ? [say(language, message('report.interrupted'))] : [])];
    return `${['### Seatrial', total, ...(labs.length > 0 ? [table] : []), ...why, ...notes].join('\n\n')}\n`;
  };

  return (event: ProofEvent) => {
    counted.add(event);
    if (event.type === 'phase.ended') {
      const { proof } = event;
      proofs.set(proof.lab, (proofs.get(proof.lab) ?? 0) + 1);
      if (proof.result.outcome === 'ok') return;
      wrong.push(proof);
      const { file, line, column } = proof.position;
      const place = { file: relative(cwd, file), line, col: column, title: `${proof.lab} › ${titleOf(proof)}` };
      write(workflowCommand('error', place, details(proof, language, cwd).join('\n')));
    }
    if (event.type === 'machine.kept') {
      const text = say(language, message('report.kept', { machine: event.machine }));
      kept.push(text);
      write(workflowCommand('notice', { title: event.lab }, text));
    }
    if (event.type === 'lab.ended') {
      const { lab, outcome, seconds } = event;
      labs.push(`| ${marks[outcome]} | ${cell(lab)} | ${proofs.get(lab) ?? 0} | ${seconds.toFixed(1)} s |\n`);
    }
    if (event.type === 'run.ended') summary?.(page(event.seconds, event.outcome === 'interrupted'));
  };
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
