import { expect, test } from 'vitest';
import { initialState, type SessionState } from '../../runner/session/state.ts';
import { bindings } from '../../runner/ui/keys.ts';
import { type Press, press, switchFocus } from '../../runner/ui/panel/press.ts';
import { firstView, isOverlay, type Mode, type ShellState, type View } from '../../runner/ui/panel/view.ts';
import { labs } from '../fixtures/screen/lab.ts';

const begun = initialState(
  'fixture',
  'small',
  labs.en.steps.map((each) => each.id),
);
const open: SessionState = {
  ...begun,
  steps: begun.steps.map((each, at) => (at === 0 ? { ...each, status: 'open' } : each)),
};
const finished: SessionState = { ...begun, current: begun.steps.length, finished: true };

const modes: readonly Mode[] = [
  ...(['reading', 'answering', 'predicting', 'confirmSkip', 'confirmSolution', 'offering'] as const),
  ...(['leaving', 'confirmRemove', 'help', 'summary'] as const),
];
const shells: readonly ShellState[] = [
  ...(['opening', 'open', 'held', 'ended'] as const).map((status) => ({ status })),
  { status: 'lost', reason: 'The machine is gone.' },
];
const views: readonly View[] = [open, finished].flatMap((session) =>
  modes.flatMap((mode) =>
    shells.flatMap((shell) =>
      [true, false].map(
        (zoomed) => ({ ...firstView(labs, 'en', session), focus: 'panel', mode, shell, zoomed }) as const,
      ),
    ),
  ),
);

const letters: readonly Press[] = [...'abcdefghijklmnopqrstuvwxyzABCLZ0123456789?<>/ $']
  .map((text) => ({ text }))
  .concat([{ text: '日' }, { text: 'docker ps\n' }]);
const named: readonly Press[] = [
  'enter',
  'escape',
  'backspace',
  'delete',
  'left',
  'right',
  'home',
  'end',
  'tab',
  'other',
].map((name) => ({ name, text: '' }));
const keys = [...letters, ...named];

/** Pressed one after the other, so many ms apart. */
const pressed = (view: View, all: readonly Press[], apart = 50) =>
  all.reduce<{ view: View; effects: readonly unknown[] }>(
    (so, key, index) => {
      // What is pressed in the shell is the shell's.
      if (so.view.focus === 'shell') return so;
      const { view: next, effect } = press(so.view, key, index * apart);
      return { view: next, effects: effect ? [...so.effects, effect] : so.effects };
    },
    { view, effects: [] },
  );
const typed = (text: string): readonly Press[] =>
  [...text].map((each) => (each === '\n' ? { name: 'enter', text: '' } : { text: each }));

test('no key has two meanings at a time', () => {
  for (const view of views) {
    const all = bindings(view).flatMap((each) => each.presses);
    expect(all.toSorted()).toEqual([...new Set(all)].toSorted());
  }
});

test('what is on top has the keys, whatever is pressed', () => {
  expect(firstView(labs, 'en', finished)).toMatchObject({ mode: 'summary', focus: 'panel' });
  for (const view of views) {
    for (const first of keys) {
      for (const second of [undefined, ...named, { text: 'y' }, { text: 'v' }, { text: 'z' }]) {
        const after = pressed(view, second ? [first, second] : [first], 2000).view;
        for (const each of [after, switchFocus(after)]) {
          if (isOverlay(each.mode)) expect(each.focus).toBe('panel');
          if (each.focus === 'shell') expect(each.mode).toBe('reading');
        }
      }
    }
  }
});

test('a key without a meaning changes nothing', () => {
  const view = { ...firstView(labs, 'en', open), focus: 'panel' } as const;
  for (const text of ['l', 'x', 'd', '0', '日']) {
    const { view: after, effects } = pressed(view, [{ text }]);
    expect(effects).toEqual([]);
    expect({ ...after, letters: undefined }).toEqual({ ...view, letters: undefined });
  }
});

test.each([
  ['docker ps\n', 'docker ps'],
  ['ls -la\n', 'ls -la'],
  ['cat /etc/hosts\n', 'cat /etc/hosts'],
])('a command that is typed in the panel by mistake is offered to the shell: %j', (text, command) => {
  const view = { ...firstView(labs, 'en', open), focus: 'panel' } as const;
  const offered = pressed(view, typed(text));
  expect(offered.effects).toEqual([]);
  expect(offered.view).toMatchObject({ mode: 'offering', language: 'en', offered: { text: command, run: true } });
  const taken = press(offered.view, { name: 'enter', text: '' }, 9000);
  expect(taken).toMatchObject({ effect: { type: 'type', text: command, run: true }, view: { focus: 'shell' } });
  expect(press(offered.view, { name: 'escape', text: '' }, 9000)).toMatchObject({
    view: { mode: 'reading', focus: 'panel' },
  });
});

test('a paste is offered, and runs only where its last line is whole', () => {
  const view = { ...firstView(labs, 'en', open), focus: 'panel' } as const;
  expect(press(view, { text: 'docker ps' }, 0).view.offered).toEqual({ text: 'docker ps', run: false });
  expect(press(view, { text: 'docker ps\n' }, 0).view.offered).toEqual({ text: 'docker ps', run: true });
});

test('a slip of the finger takes no key away: after a pause each has its meaning', () => {
  const view = { ...firstView(labs, 'en', open), focus: 'panel' } as const;
  expect(pressed(view, typed('xh'), 2000).effects).toEqual([{ type: 'send', intent: { type: 'hint' } }]);
  expect(pressed(view, typed('x\n'), 2000).view.mode).not.toBe('offering');
});

test('the solution is asked for twice, as skipping is', () => {
  const view = { ...firstView(labs, 'en', open), focus: 'panel' } as const;
  expect(pressed(view, typed('s'))).toMatchObject({ effects: [], view: { mode: 'confirmSolution' } });
  expect(pressed(view, typed('ss')).effects).toEqual([{ type: 'send', intent: { type: 'solution' } }]);
});

test('right behind the switch key z is for the shell, later for the panel', () => {
  const shell = firstView(labs, 'en', open);
  const once = press(switchFocus(shell), { text: 'z' }, 0).view;
  expect(once).toMatchObject({ zoomed: true, focus: 'shell' });
  expect(press(switchFocus(once), { text: 'z' }, 0).view).toMatchObject({ zoomed: false, focus: 'shell' });
  const reading = press(switchFocus(shell), { text: '<' }, 0).view;
  expect(press(reading, { text: 'z' }, 5000).view).toMatchObject({ zoomed: true, focus: 'panel' });
});
