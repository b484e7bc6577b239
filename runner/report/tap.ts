import { stringify } from 'yaml';
import type { Proof, ProofEvent, ProofId } from '../prove/event.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { MakeReporter } from './reporter.ts';
import { because, details, titleOf } from './tell.ts';

/** TAP 14 (testanything.org), each lab a subtest of its own; a YAML block tells why something is not ok. */
export const tap: MakeReporter = ({ language, write, cwd }) => {
  const proofs = new Map<string, Proof[]>();
  const untried: ProofId[] = [];
  let count = 0;

  const point = (proof: Proof, index: number): string => {
    const { result } = proof;
    const line = `${result.outcome === 'ok' ? 'ok' : 'not ok'} ${index + 1} - ${escaped(titleOf(proof))}`;
    if (result.outcome === 'ok') return `${line}\n`;
    const why = {
      message: because(proof, language),
      severity: result.outcome === 'failed' ? 'fail' : 'error',
      details: details(proof, language, cwd).join('\n'),
      at: { file: proof.position.file, line: proof.position.line, column: proof.position.column },
    };
    return `${line}\n${indent(`---\n${stringify(why)}...\n`, 2)}`;
  };

  const skipped = (id: ProofId, index: number): string =>
    `ok ${index + 1} - ${escaped(titleOf(id))} # SKIP ${say(language, message('report.untried'))}\n`;

  const subtest = (lab: string, ok: boolean, directive = ''): void => {
    const of = proofs.get(lab) ?? [];
    const left = untried.filter((each) => each.lab === lab);
    const points = [...of.map(point), ...left.map((each, index) => skipped(each, of.length + index))];
    proofs.delete(lab);
    count += 1;
    write(`# Subtest: ${lab}\n${indent(`1..${points.length}\n${points.join('')}`, 4)}`);
    write(`${ok ? 'ok' : 'not ok'} ${count} - ${lab}${directive}\n`);
  };

  return (event: ProofEvent) => {
    switch (event.type) {
      case 'run.started':
        write(`TAP version 14\n1..${event.labs.length}\n`);
        return;
      case 'phase.ended':
        proofs.set(event.proof.lab, [...(proofs.get(event.proof.lab) ?? []), event.proof]);
        return;
      case 'lab.untried':
        untried.push(...event.proofs);
        return;
      case 'machine.kept':
        write(`# ${say(language, message('report.kept', { machine: event.machine }))}\n`);
        return;
      case 'lab.ended':
        subtest(event.lab, event.outcome === 'ok', ` # time=${event.seconds.toFixed(3)}s`);
        return;
      case 'run.ended':
        // What was proven of a lab that was interrupted is told as well.
        for (const lab of [...proofs.keys()]) subtest(lab, false);
        if (event.outcome === 'interrupted') write('Bail out! interrupted\n');
    }
  };
};

const escaped = (text: string): string => text.replace(/[\\#]/g, '\\$&');

const indent = (text: string, columns: number): string => text.replace(/^(?=.)/gm, ' '.repeat(columns));
