import { expect, test } from 'vitest';
import { initialState } from '../../runner/session/state.ts';
import { layoutOverlay, layoutPanel, type PanelLayout } from '../../runner/ui/panel/layout.ts';
import { summaryLines } from '../../runner/ui/panel/summary.ts';
import { firstView, type View } from '../../runner/ui/panel/view.ts';
import type { Line } from '../../runner/ui/text/line.ts';
import { widthOf } from '../../runner/ui/text/width.ts';
import { passed, pending, type Verdict } from '../../runner/verdict/verdict.ts';
import { verbatim } from '../../runner/words/message.ts';
import { labs } from '../fixtures/screen/lab.ts';

const size = { columns: 80, rows: 11, kind: 'narrow' } as const;

/** The small lab's first step with these verdicts, one for each of its checks. */
function viewOf(verdicts: readonly Verdict[]): View {
  const withChecks = (lab: typeof labs.en) => ({
    ...lab,
    steps: lab.steps.map((each) => ({ ...each, checks: verdicts.flatMap(() => each.checks) })),
  });
  const state = initialState(
    'fixture',
    'small',
    labs.en.steps.map((each) => each.id),
  );
  const [first, ...others] = state.steps;
  if (!first) throw new Error('The fixture has no steps.');
  const open = { ...first, status: 'open' as const, verdicts: { ...verdicts } };
  return firstView({ en: withChecks(labs.en), ja: withChecks(labs.ja) }, 'en', { ...state, steps: [open, ...others] });
}

const textOf = (lines: readonly Line[]) => lines.map((line) => line.map((each) => each.text).join(''));
const all = ({ head, body, pinned, foot }: PanelLayout) => textOf([...head, ...body, ...pinned, ...foot]);

const six = [
  ...['a', 'b', 'c', 'd'].map((each) => passed(verbatim(`Directory ${each} is there.`))),
  ...['e', 'f'].map((each) => pending(verbatim(`Directory ${each} is not there yet.`))),
];

test('what is missing stays in view, and what has passed is one line where there is no room', () => {
  const shown = layoutPanel(viewOf(six), size);
  expect(textOf(shown.pinned)).toEqual([
    '○ Directory e is not there yet.',
    '○ Directory f is not there yet.',
    '✔ 4 of 6 done',
  ]);
  expect(all(shown)).toHaveLength(size.rows);
});

test('verdicts that are cut carry the arrow, and all of them can be scrolled to', () => {
  const missed = six.map((_, each) => pending(verbatim(`Directory ${each} is a file.`), { attempt: true }));
  const view = viewOf(missed);
  const shown = layoutPanel(view, size);
  expect(textOf(shown.pinned).at(-1)).toMatch(/^✘ Directory \d is a file\. +↓ 2 more$/);
  const seen = Array.from({ length: shown.scroll.last + 1 }, (_, scroll) =>
    all(layoutPanel({ ...view, scroll }, size)),
  );
  for (const each of [0, 1, 2, 3, 4, 5]) expect(seen.flat().join('\n')).toContain(`✘ Directory ${each} is a file.`);
});

test('nothing is drawn twice, whatever has just been asked for or answered', () => {
  for (const scroll of ['question', 'end'] as const) {
    const lines = all(layoutPanel({ ...viewOf(six), scroll }, size)).filter((line) => line.includes('not there yet'));
    expect(lines).toHaveLength(2);
  }
});

test('no more empty lines are left out than there is need of, those above first', () => {
  const view = viewOf([pending(verbatim('Not there yet.'), { attempt: true })]);
  const blanks = (rows: number) =>
    textOf(layoutPanel(view, { ...size, rows }).body).flatMap((line, row) => (line.trim() ? [] : [row]));
  const whole = Array.from({ length: 20 }, (_, rows) => rows + 6).filter((rows) => {
    const { scroll, pinned } = layoutPanel(view, { ...size, rows });
    return scroll.last === 0 && pinned.length === 0;
  });
  const [least = 0, next = 0] = whole;
  expect(blanks(least)).toHaveLength(0);
  expect(blanks(next)).toHaveLength(1);
  expect(blanks(next + 1).at(-1)).toBe((blanks(next)[0] ?? 0) + 1);
});

test('whoever changes the language reads what the run has proved in that one', () => {
  const view = viewOf(six);
  const claim = (text: string, evidence: string) => ({ claims: [{ text, evidence }] });
  const shown = layoutOverlay(
    {
      ...view,
      mode: 'summary',
      language: 'ja',
      labs: {
        en: { ...view.labs.en, ...claim('It has a PID.', 'It had ${pid}.') },
        ja: { ...view.labs.ja, ...claim('PIDがあります。', 'PIDは${pid}でした。') },
      },
      session: {
        ...view.session,
        claims: [{ text: 'It has a PID.', evidence: 'It had 42.', filled: { '${pid}': '42' } }],
      },
    },
    { columns: 80, rows: 40 },
  );
  const lines = textOf(shown.body).map((line) => line.trim());
  expect(lines).toContain('✔ PIDがあります。');
  expect(lines).toContain('PIDは42でした。');
});

test('what several checks say in the same words is said once', () => {
  const same = pending(verbatim('The client gave up.'), { attempt: true });
  const shown = all(layoutPanel(viewOf([same, same, pending(verbatim('Not there yet.'))]), size));
  expect(shown.filter((line) => line.includes('The client gave up.'))).toHaveLength(1);
});

test('the arrow never takes the place of a line', () => {
  const long = viewOf([pending(verbatim('x'.repeat(500)), { attempt: true })]);
  const shown = layoutPanel(long, size);
  for (const line of all(shown)) {
    expect(line.trim()).not.toBe('↓');
    expect(widthOf(line)).toBeLessThanOrEqual(size.columns);
  }
});

test('a question that is longer than two lines has the whole panel, and all its answers are shown', () => {
  const reason = 'The engine does not answer any more. '.repeat(8).trim();
  const view: View = { ...viewOf(six), focus: 'panel', mode: 'leaving', shell: { status: 'lost', reason } };
  for (const columns of [60, 80]) {
    const shown = layoutPanel(view, { ...size, columns });
    expect(all(shown).join(' ').replaceAll(/\s+/g, ' ')).toContain(reason);
    expect(textOf(shown.foot).join()).toMatch(/Enter .* k .*r remove the machine/s);
    expect(all(shown)).toHaveLength(size.rows);
  }
});

test('both ends say where text goes on, and the title of the step stays', () => {
  const view: View = { ...viewOf(six), focus: 'panel' };
  const { last } = layoutPanel(view, size).scroll;
  for (let scroll = 0; scroll <= last; scroll += 1) {
    const shown = layoutPanel({ ...view, scroll }, size);
    expect(textOf(shown.head).join()).toContain('1. Leave a process running in a container');
    expect(textOf(shown.body).join().includes('↑')).toBe(scroll > 0);
    expect(
      textOf(shown.body)
        .at(-1)
        ?.match(/↓ (\d+) more$/)?.[1],
    ).toBe(scroll < last ? String(last - scroll) : undefined);
    expect(textOf(shown.foot).join()).toContain('↑ ↓');
    expect(all(shown)).toHaveLength(size.rows);
  }
});

test('what was learned stands above the next step, or behind it where the task needs the room; the summary keeps it', () => {
  const learned = 'A container lives as long as the process `${first.name}` that it was started for.';
  const withLearned = (lab: typeof labs.en) => ({ ...lab, steps: lab.steps.map((each) => ({ ...each, learned })) });
  const view = viewOf(six);
  const [first, second, ...others] = view.session.steps;
  if (!first || !second) throw new Error('The fixture has too few steps.');
  const ended = { ...first, status: 'solved' as const, filled: { '${first.name}': 'one' } };
  const steps = [ended, { ...second, status: 'open' as const }, ...others];
  const next: View = {
    ...view,
    labs: { en: withLearned(labs.en), ja: withLearned(labs.ja) },
    session: { ...view.session, steps, current: 1 },
  };
  const tall = all(layoutPanel(next, { ...size, rows: 40 })).join('\n');
  expect(tall.replaceAll(/\s+/g, ' ')).toMatch(/lives as long as the process one that .*2\. Find it on the host/);
  const small = { ...size, rows: 10 };
  const { scroll, ...shown } = layoutPanel(next, small);
  expect(all({ scroll, ...shown }).join('\n')).toContain('Find it on the host');
  const scrolled = Array.from({ length: scroll.last + 1 }, (_, at) => all(layoutPanel({ ...next, scroll: at }, small)));
  expect(scrolled.flat().join('\n')).toContain('lives as long');
  expect(textOf(summaryLines(next, 60)).filter((line) => line.includes('lives as long'))).toHaveLength(1);
});
