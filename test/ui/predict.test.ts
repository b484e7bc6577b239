import { expect, test } from 'vitest';
import { initialState, type StepState } from '../../runner/session/state.ts';
import { bindings } from '../../runner/ui/keys.ts';
import { layoutPanel } from '../../runner/ui/panel/layout.ts';
import { press } from '../../runner/ui/panel/press.ts';
import { summaryLines } from '../../runner/ui/panel/summary.ts';
import { afterEvent, firstView, type View } from '../../runner/ui/panel/view.ts';
import { tell, welcome } from '../../runner/ui/plain/plainWords.ts';
import type { Line } from '../../runner/ui/text/line.ts';
import { labs } from '../fixtures/screen/lab.ts';

const predicts = {
  en: { ask: 'How many will you see?', choices: ['one', 'all of them'], means: ['It is alone.', 'It shares.'] },
  ja: { ask: 'いくつ見えますか？', choices: ['1個', 'すべて'], means: ['隔離されています。', '共有しています。'] },
};

function viewOf(first: Partial<StepState>, choices = true): View {
  const asking = (language: 'en' | 'ja') => {
    const { ask, ...more } = predicts[language];
    const predict = choices ? { ask, ...more } : { ask };
    const [step, ...others] = labs[language].steps;
    if (!step) throw new Error('The fixture has no steps.');
    return { ...labs[language], steps: [{ ...step, predict, learned: 'A process is isolated.' }, ...others] };
  };
  const state = initialState(
    'fixture',
    'small',
    labs.en.steps.map((each) => each.id),
  );
  const steps = state.steps.map((each, index) => (index === 0 ? { ...each, status: 'open' as const, ...first } : each));
  return { ...firstView({ en: asking('en'), ja: asking('ja') }, 'en', { ...state, steps }), focus: 'panel' };
}

const ended = (view: View): View => ({ ...view, session: { ...view.session, current: 1 } });

const textOf = (lines: readonly Line[]): string =>
  lines
    .map((line) => line.map((each) => each.text).join(''))
    .join(' ')
    .replaceAll(/\s+/g, ' ');

const panel = (view: View, rows = 34): string => {
  const { head, body, pinned, foot } = layoutPanel(view, { columns: 70, rows, kind: 'wide' });
  return textOf([...head, ...body, ...pinned, ...foot]);
};

test('what will happen is asked before the learner acts, with its key, and goes to the session', () => {
  const view = viewOf({});
  expect(panel(view)).toMatch(/◇ How many will you see\? .*1\. one 2\. all of them .*press p .*not graded/);
  const asked = press(view, { text: 'p' }, 0).view;
  expect(asked.mode).toBe('predicting');
  const chosen = press(asked, { text: '2' }, 0).view;
  expect(panel(chosen)).toContain('Prediction ▸ 2. all of them');
  expect(panel(chosen, 14)).toContain('▸ 2. all of them');
  expect(press(chosen, { name: 'enter', text: '' }, 0).effect).toEqual({
    type: 'send',
    intent: { type: 'predict', text: 'all of them' },
  });
  const event = { at: 0, type: 'step.predicted', step: 'first', given: 'all of them', choice: 1 } as const;
  expect(afterEvent(chosen, event, chosen.session)).toMatchObject({ mode: 'reading', focus: 'shell' });
});

test('without choices it is said in words of one’s own', () => {
  const asked = press(viewOf({}, false), { text: 'p' }, 0).view;
  const typed = press(asked, { text: 'x' }, 0).view;
  expect(press(typed, { name: 'enter', text: '' }, 0).effect).toMatchObject({ intent: { type: 'predict', text: 'x' } });
});

test('what was predicted stands beside what has been proven, in either language and in the summary', () => {
  const predicted = { given: 'all of them', choice: 1 };
  expect(panel(viewOf({ predicted }))).toContain('You predicted: all of them');
  const view = ended(viewOf({ predicted, status: 'solved' }));
  expect(panel(view)).toMatch(/You predicted: all of them It shares\. A process is isolated\./);
  expect(panel({ ...view, language: 'ja' })).toMatch(/予想: すべて 共有しています。/);
  expect(textOf(summaryLines(view, 70))).toContain('You predicted: all of them');
  const event = { at: 0, type: 'step.ended', step: 'first', ending: 'solved' } as const;
  expect(textOf(tell({ ...event, step: view.session.steps[0]?.id ?? '' }, view, 70))).toContain('It shares.');
  const none = ended(viewOf({ status: 'solved' }));
  expect(panel(none)).not.toContain('You predicted');
});

test('line by line it is asked and said as well', () => {
  expect(textOf(welcome(viewOf({}), 70))).toMatch(/How many will you see\? .*type predict …/);
  const view = viewOf({ predicted: { given: 'one', choice: 0 } });
  const event = { at: 0, type: 'step.predicted', step: 'first', given: 'one', choice: 0 } as const;
  expect(textOf(tell(event, view, 70))).toBe('◇ You predicted: one');
});

test('the key is there where something is to be predicted, and there alone', () => {
  const keysOf = (view: View) => bindings(view).filter(({ action }) => action === 'predict');
  expect(keysOf(viewOf({}))).toHaveLength(1);
  expect(keysOf(viewOf({ predicted: { given: 'one', choice: 0 } }))).toMatchObject([{ idle: true }]);
  expect(keysOf(firstView(labs, 'en', viewOf({}).session))).toEqual([]);
});
