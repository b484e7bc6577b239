import type { ProofEvent } from '../prove/event.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { MakeReporter } from './reporter.ts';
import { details, titleOf } from './tell.ts';
import { totals } from './totals.ts';
import { growingTree } from './treeState.ts';

/** A tree for a terminal: a line for each lab, the running ones drawn again in place; a failure in full, where it stays. */
export const tree: MakeReporter = ({ language, write, cwd, screen }) => {
  const counted = totals();
  const state = growingTree();
  const columns = screen?.columns ?? 80;
  const paint = (code: number, text: string) => (screen?.colours ? `\x1b[${code}m${text}\x1b[0m` : text);
  const colours = { ok: 32, failed: 31, errored: 33, interrupted: 33 } as const;
  const marks = { ok: '✔', failed: '✘', errored: '!', interrupted: '!' } as const;
  let drawn = 0;

  const clear = () => (drawn > 0 ? `\x1b[${drawn}A\x1b[J` : '');
  const live = (): readonly string[] =>
    state.running().map(({ lab, now, done }) => fit(`○ ${lab}  ${done}  ${now}`, columns - 1));
  /** Writes what stays, above what is drawn again. */
  const show = (...lasting: readonly string[]) => {
    const rows = live();
    write(clear() + [...lasting, ...rows].map((row) => `${row}\n`).join(''));
    drawn = rows.length;
  };

  return (event: ProofEvent) => {
    counted.add(event);
    state.add(event);
    switch (event.type) {
      case 'phase.started':
        show();
        return;
      case 'phase.ended': {
        const { proof } = event;
        const { outcome } = proof.result;
        if (outcome === 'ok') return show();
        const head = paint(colours[outcome], `${marks[outcome]} ${proof.lab} › ${titleOf(proof)}`);
        return show(head, ...details(proof, language, cwd).map((each) => `    ${each}`));
      }
      case 'machine.kept':
        return show(say(language, message('report.kept', { machine: event.machine })));
      case 'lab.ended': {
        const { outcome, seconds } = event;
        const steps = state
          .steps(event.lab)
          .map((each) => `${paint(colours[each.outcome], marks[each.outcome])} ${each.step}`);
        const head = `${paint(colours[outcome], marks[outcome])} ${event.lab}  ${state.count(event.lab)}  ${seconds.toFixed(1)} s`;
        return show(head, ...(steps.length > 0 ? [`    ${steps.join('  ')}`] : []));
      }
      case 'run.ended':
        show(say(language, message('report.total', { ...counted.now(), seconds: event.seconds.toFixed(1) })));
        if (event.outcome === 'interrupted') show(say(language, message('report.interrupted')));
    }
  };
};

const fit = (text: string, columns: number): string =>
  text.length > columns ? `${text.slice(0, Math.max(0, columns - 1))}…` : text;
