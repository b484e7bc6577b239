import { expect, test } from 'vitest';
import type { Question } from '../../runner/lab/lab.ts';
import { initialState } from '../../runner/session/state.ts';
import { layoutPanel } from '../../runner/ui/panel/layout.ts';
import { type Press, type Pressed, press } from '../../runner/ui/panel/press.ts';
import { firstView, type View } from '../../runner/ui/panel/view.ts';
import { labs } from '../fixtures/screen/lab.ts';

const few = ['the engine', 'the shim', 'the shell'];

/** The panel while the first step's question is answered. */
function answering(question: Partial<Question>): View {
  const asking = (lab: typeof labs.en) => {
    const [own] = lab.steps[1]?.questions ?? [];
    if (!own) throw new Error('The fixture has no question.');
    const questions = [{ ...own, kind: 'choice' as const, ...question }];
    return { ...lab, steps: lab.steps.map((each) => ({ ...each, checks: [], questions })) };
  };
  const state = initialState(
    'fixture',
    'small',
    labs.en.steps.map((each) => each.id),
  );
  const steps = state.steps.map((each, index) => (index === 0 ? { ...each, status: 'open' as const } : each));
  const view = firstView({ en: asking(labs.en), ja: asking(labs.ja) }, 'en', { ...state, steps });
  return { ...view, focus: 'panel', mode: 'answering', scroll: 'question' };
}

const keyed = (key: string): Press => (key.length > 1 ? { name: key, text: '' } : { text: key });

const after = (view: View, ...keys: readonly string[]): Pressed =>
  keys.reduce<Pressed>((so, key) => press(so.view, keyed(key), 0), { view });

const sent = (view: View, ...keys: readonly string[]): string | undefined => {
  const { effect } = after(view, ...keys, 'enter');
  return effect?.type === 'send' && effect.intent.type === 'answer' ? effect.intent.text : undefined;
};

const textOf = (view: View): string => {
  const { head, body, pinned, foot } = layoutPanel(view, { columns: 60, rows: 30, kind: 'wide' });
  return [...head, ...body, ...pinned, ...foot].map((line) => line.map((each) => each.text).join('')).join('\n');
};

test('one of a few is chosen by its digit or by arrows, and sent with Enter; letters do nothing', () => {
  const view = answering({ choices: few });
  expect(sent(view, '2')).toBe('the shim');
  expect(sent(view, '３')).toBe('the shell');
  expect(sent(view, 'down', 'down')).toBe('the shim');
  expect(sent(view, 'up')).toBe('the shell');
  expect(sent(view, '2', 'up', 'up', 'up')).toBe('the engine');
  expect(sent(view, '1', '3', 'b', 'x')).toBe('the shell');
  for (const none of [[], ['b'], ['9'], ['0'], [' '], ['2', 'backspace']]) expect(sent(view, ...none)).toBeUndefined();
  expect(after(view, '2', 'escape').view.mode).toBe('reading');
});

test('what is chosen is shown, where it stands and in the answer field', () => {
  const shown = textOf(after(answering({ choices: few }), '2').view);
  expect(shown).toContain('▸ 2. the shim');
  expect(shown).toContain('Answer ▸ 2. the shim');
  expect(shown).toContain('digit or ↑ ↓ chooses');
});

test('where all right ones are asked for, digits and the space bar mark', () => {
  const view = answering({ choices: few, all: true });
  expect(textOf(view).replaceAll(/\s+/g, ' ')).toContain('(Choose all that are right.)');
  expect(sent(view, '3', '1')).toBe('the engine, the shell');
  expect(sent(view, 'down', ' ', 'down', 'down', ' ')).toBe('the engine, the shell');
  expect(sent(view, '1', '2', '1')).toBe('the shim');
  expect(sent(view, 'down')).toBeUndefined();
  const shown = textOf(after(view, '1', '3').view);
  expect(shown).toContain('[x] 1. the engine');
  expect(shown).toContain('[ ] 2. the shim');
  expect(shown).toContain('Answer ▸ 1. the engine · 3. the shell');
});

test('the tenth and later ones have two digits', () => {
  const many = Array.from({ length: 12 }, (_, index) => `choice ${index + 1}`);
  expect(sent(answering({ choices: many }), '1', '2')).toBe('choice 12');
  expect(sent(answering({ choices: many }), '1', 'down', '2')).toBe('choice 2');
  expect(sent(answering({ choices: many, all: true }), '4', '1', '1')).toBe('choice 4, choice 11');
});

test('a question without choices takes letters as ever', () => {
  expect(sent(answering({ kind: 'text' }), 'i', 'n', 'i', 't')).toBe('init');
});
