import { stringify } from 'yaml';
import type { Proof, ProofEvent } from '../prove/event.ts';
import type { MakeReporter } from './reporter.ts';
import { because, details, titleOf } from './tell.ts';

/** TAP 14 (testanything.org), each lab a subtest of its own; a YAML block tells why something is not ok. */
export const tap: MakeReporter = ({ language, write, cwd }) => {
  const proofs = new Map<string, Proof[]>();
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

  return (event: ProofEvent) => {
    switch (event.type) {
      case 'run.started':
        write(`TAP version 14\n1..${event.labs.length}\n`);
        return;
      case 'phase.ended':
        proofs.set(event.proof.lab, [...(proofs.get(event.proof.lab) ?? []), event.proof]);
        return;
      case 'lab.ended': {
        const of = proofs.get(event.lab) ?? [];
        count += 1;
        write(`# Subtest: ${event.lab}\n${indent(`1..${of.length}\n${of.map(point).join('')}`, 4)}`);
        write(
          `${event.outcome === 'ok' ? 'ok' : 'not ok'} ${count} - ${event.lab} # time=${event.seconds.toFixed(3)}s\n`,
        );
        return;
      }
      case 'run.ended':
        if (event.outcome === 'interrupted') write('Bail out! interrupted\n');
    }
  };
};

const escaped = (text: string): string => text.replace(/[\\#]/g, '\\$&');

const indent = (text: string, columns: number): string => text.replace(/^(?=.)/gm, ' '.repeat(columns));
