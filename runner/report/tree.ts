import stringWidth from 'string-width';
import type { ProofEvent } from '../prove/event.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { lasting, liveRows } from './liveRows.ts';
import type { MakeReporter } from './reporter.ts';
import { details, titleOf } from './tell.ts';
import { totals } from './totals.ts';
import { growingTree } from './treeState.ts';

/** How often the times of what is under way are drawn anew, in ms. */
const second = 1000;

const unseen = { size: () => ({ columns: 80, rows: 24 }), colours: false };

/** A tree for a terminal: what has ended, a line for each lab and a failure in full, stays; what is under way is drawn again in place. */
export const tree: MakeReporter = ({ language, write, cwd, clock, screen = unseen }) => {
  const counted = totals();
  const state = growingTree();
  const paint = (code: number, text: string) => (screen.colours ? `\x1b[${code}m${text}\x1b[0m` : text);
  const colours = { ok: 32, failed: 31, errored: 33, interrupted: 33 } as const;
  const marks = { ok: '✔', failed: '✘', errored: '!', interrupted: '!' } as const;
  let drawn = 0;
  let began = 0;
  let cancel = () => {};

  const live = (now: number): readonly string[] => {
    const { columns, rows } = screen.size();
    const { all, ended } = state.labs();
    const more = (labs: number) => `  ${say(language, message('report.more-running', { labs }))}`;
    // The row of the cursor and that of the sum are taken.
    const running = liveRows(state.running(), { rows: rows - 2, now, more });
    const sum = [
      say(language, message('report.labs-running', { done: ended, labs: all })),
      say(language, message('report.so-far', counted.now())),
      lasting(now - began),
    ];
    return [...running, sum.join(' · ')].map((row) => fit(row, columns - 1));
  };
  /** Writes what stays, above what is drawn again, at once: nothing is seen half drawn. */
  const show = (staying: readonly string[], rows: readonly string[]) => {
    const up = drawn > 0 ? `\x1b[${drawn}A` : '';
    const text = [...staying, ...rows].map((row) => `${row}\x1b[K\n`).join('');
    write(`\x1b[?2026h${up}${text}\x1b[J\x1b[?2026l`);
    drawn = rows.length;
  };
  const beat = () => {
    cancel = clock.after(second, () => {
      show([], live(clock.now()));
      beat();
    });
  };

  const lastingRows = (event: ProofEvent): readonly string[] => {
    if (event.type === 'phase.ended' && event.proof.result.outcome !== 'ok') {
      const { proof } = event;
      const { outcome } = proof.result;
      const head = paint(colours[outcome], `${marks[outcome]} ${proof.lab} › ${titleOf(proof)}`);
      return [head, ...details(proof, language, cwd).map((each) => `    ${each}`)];
    }
    if (event.type === 'machine.kept') return [say(language, message('report.kept', { machine: event.machine }))];
    if (event.type === 'lab.untried') {
      const why = say(language, message('report.untried'));
      return event.proofs.map((each) => `– ${each.lab} › ${titleOf(each)} (${why})`);
    }
    if (event.type !== 'lab.ended') return [];
    const { lab, outcome, seconds } = event;
    const steps = state.steps(lab).map((each) => ({ ...each, text: `${marks[each.outcome]} ${each.step}` }));
    const head = `${paint(colours[outcome], marks[outcome])} ${lab}  ${state.count(lab)}  ${seconds.toFixed(1)} s`;
    const rows = inRows(steps, screen.size().columns - 5);
    return [head, ...rows.map((row) => `    ${row.map((each) => paint(colours[each.outcome], each.text)).join('  ')}`)];
  };

  return (event: ProofEvent) => {
    counted.add(event);
    state.add(event);
    if (event.type === 'run.started') {
      began = event.at;
      beat();
    }
    if (event.type === 'run.superseded') {
      cancel();
      return show([], []);
    }
    if (event.type !== 'run.ended') return show(lastingRows(event), live(event.at));
    cancel();
    const total = say(language, message('report.total', { ...counted.now(), seconds: event.seconds.toFixed(1) }));
    const end = event.outcome === 'interrupted' ? [say(language, message('report.interrupted'))] : [];
    show([total, ...end], []);
  };
};

/** Cut to so many columns of the screen, of which a wide character takes two. */
function fit(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let width = 0;
  let cut = '';
  for (const character of text) {
    width += stringWidth(character);
    if (width >= columns) break;
    cut += character;
  }
  return `${cut}…`;
}

/** Texts side by side, two blanks between them, in rows of at most so many columns. */
function inRows<T extends { readonly text: string }>(items: readonly T[], columns: number): readonly (readonly T[])[] {
  const rows: T[][] = [];
  let width = 0;
  for (const item of items) {
    const own = stringWidth(item.text) + 2;
    const row = rows.at(-1);
    if (row && width + own <= columns + 2) row.push(item);
    else rows.push([item]);
    width = row && width + own <= columns + 2 ? width + own : own;
  }
  return rows;
}
