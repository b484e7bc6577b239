import { expect, test } from 'vitest';
import { initialState, type SessionState } from '../../runner/session/state.ts';
import { layoutPanel } from '../../runner/ui/panel/layout.ts';
import { afterEvent, firstView, type View } from '../../runner/ui/panel/view.ts';
import { passed, pending, type Verdict } from '../../runner/verdict/verdict.ts';
import { verbatim } from '../../runner/words/message.ts';
import { labs } from '../fixtures/screen/lab.ts';

const size = { columns: 80, rows: 11, kind: 'narrow' } as const;
const right = (words: string): Verdict => passed(verbatim(words));
const wrong = pending(verbatim('1 is its PID in the container.'), { attempt: true });

/** The small lab's first step: a text longer than the panel, both of its checks passed, two questions. */
function viewOf(answers: Readonly<Record<string, Verdict>>): View {
  const asking = (lab: typeof labs.en) => ({
    ...lab,
    steps: lab.steps.map((each, index) =>
      index > 0
        ? each
        : { ...each, checks: [...each.checks, ...each.checks], questions: lab.steps[1]?.questions ?? [] },
    ),
  });
  const state = initialState(
    'fixture',
    'small',
    labs.en.steps.map((each) => each.id),
  );
  const [first, ...others] = state.steps;
  if (!first) throw new Error('The fixture has no steps.');
  const verdicts = { 0: right('It runs, and was not there before.'), 1: right('It runs in the background.') };
  const session: SessionState = { ...state, steps: [{ ...first, status: 'open', verdicts, answers }, ...others] };
  return firstView({ en: asking(labs.en), ja: asking(labs.ja) }, 'en', session);
}

const textOf = (view: View, rows: number = size.rows): string => {
  const { head, body, pinned, foot } = layoutPanel(view, { ...size, rows });
  return [...head, ...body, ...pinned, ...foot].map((line) => line.map((each) => each.text).join('')).join('\n');
};

test('what is said of an answer typed in the shell is in view, and so is the question', () => {
  const view = viewOf({ '1': right('42 is right.'), '2': wrong });
  const evidence = { given: '1', expected: ['42'], near: [] };
  const answered = afterEvent(
    viewOf({}),
    { at: 0, type: 'question.answered', step: 'first', question: '2', evidence, verdict: wrong },
    view.session,
  );
  expect(textOf(answered)).toContain('? And which PID has its parent?');
  expect(textOf(answered)).toContain('✘ 1 is its PID in the container.');
});

test('what is to be chosen from stands under its question, each with its number', () => {
  const view = viewOf({});
  const choosing = (lab: typeof labs.en) => ({
    ...lab,
    steps: lab.steps.map((each) => ({
      ...each,
      questions: each.questions.map((question) => ({ ...question, choices: ['the engine', 'the shim'] })),
    })),
  });
  const shown = textOf({ ...view, labs: { en: choosing(view.labs.en), ja: choosing(view.labs.ja) } }, 20);
  expect(shown).toMatch(/1\. the engine\s+2\. the shim/);
});

test('after the last answer nothing more is asked, whatever else is still missing', () => {
  const evidence = { given: '41', expected: ['41'], near: [] };
  const answering: View = { ...viewOf({ '1': right('42 is right.') }), mode: 'answering', focus: 'panel' };
  const event = { at: 0, type: 'question.answered', step: 'first', question: '2', evidence } as const;
  const last = right('41 is right.');
  const done = viewOf({ '1': right('42 is right.'), '2': last }).session;
  expect(afterEvent(answering, { ...event, verdict: last }, done)).toMatchObject({ mode: 'reading', focus: 'shell' });
  expect(afterEvent(answering, { ...event, verdict: wrong }, answering.session).mode).toBe('answering');
});

test('who is in a command that holds the shell is told to answer in the panel', () => {
  const view: View = { ...viewOf({}), scroll: 'question' };
  expect(textOf(view)).toContain('or type answer … in the shell.');
  const held = textOf({ ...view, shell: { status: 'held' } });
  expect(held).toContain('Press a in the panel: Ctrl-] leads there.');
  expect(held).not.toContain('type answer');
});
