import type { Intent } from '../../session/intent.ts';
import { type Action, bindings } from '../keys.ts';
import { edit, emptyField, type FieldKey, insert, textOf } from './field.ts';
import { offeredBy, stillTyped, withKey } from './letters.ts';
import { type Choosing, choosingOf, chosenText, picked } from './pick.ts';
import { hasField, labOf, type Mode, openStepOf, type View } from './view.ts';

/** One key: a name such as `enter`, or the characters that were typed or pasted. */
export type Press = { readonly name?: string; readonly text: string };

export type Effect =
  | { readonly type: 'send'; readonly intent: Intent }
  | { readonly type: 'leave'; readonly how: 'keep' | 'remove' }
  | { readonly type: 'reopen' }
  | { readonly type: 'free' }
  /** Types into the shell, with Enter behind it or not. */
  | { readonly type: 'type'; readonly text: string; readonly run: boolean }
  /** Moves the split between panel and shell: -1 up or left. */
  | { readonly type: 'split'; readonly by: -1 | 1 };

export type Pressed = { readonly view: View; readonly effect?: Effect };

/** What a key does in the panel. Pure: who owns the session and the screen carries the effect out. */
export function press({ letters: before, ...given }: View, key: Press, at: number): Pressed {
  const view: View = { ...given, switched: false };
  if (hasField(view.mode)) return pressInField(view, key);
  const typed = view.mode === 'page' ? undefined : stillTyped(before, at);
  const offered = view.mode === 'page' ? undefined : offeredBy(key, typed);
  if (offered) return { view: { ...view, mode: 'offering', offered, scroll: 0 } };
  const wanted = key.name ?? key.text;
  const binding = typed?.stray ? undefined : bindings(view).find((each) => each.presses.includes(wanted));
  const letters = withKey(typed, key, at, binding === undefined);
  const pressed: Pressed = binding ? act(given, binding.action) : { view: takenBack(view) };
  return { ...pressed, view: { ...pressed.view, ...(letters && { letters }) } };
}

/** Whoever types a command where a question is asked means neither yes nor no: the first key that is no answer takes it back. */
function takenBack(view: View): View {
  return asks.includes(view.mode) ? { ...view, mode: 'reading' } : view;
}

const asks: readonly Mode[] = ['confirmSkip', 'confirmSolution', 'confirmRemove', 'offering'];

function act(given: View, action: Action): Pressed {
  const view: View = { ...given, switched: false };
  switch (action) {
    case 'hint':
      return isOutOfHints(view)
        ? { view: { ...view, outOfHints: true, scroll: 'end' } }
        : { view, effect: { type: 'send', intent: { type: 'hint' } } };
    case 'solution': {
      const shown = openStepOf(view)?.solution !== undefined;
      return shown
        ? { view, effect: { type: 'send', intent: { type: 'solve' } } }
        : { view: { ...view, mode: 'confirmSolution' } };
    }
    case 'skip':
      return { view: { ...view, mode: 'confirmSkip' } };
    case 'extend':
      return { view };
    case 'zoom':
      return { view: zoom(given) };
    case 'splitLess':
      return { view, effect: { type: 'split', by: -1 } };
    case 'splitMore':
      return { view, effect: { type: 'split', by: 1 } };
    case 'confirm':
      return { view, effect: { type: 'send', intent: { type: 'skip' } } };
    case 'confirmSolution':
      return { view: { ...view, mode: 'reading' }, effect: { type: 'send', intent: { type: 'solution' } } };
    case 'type':
      return { view: toShell(view), ...(view.offered && { effect: { type: 'type', ...view.offered } }) };
    case 'answer':
      return { view: { ...view, mode: 'answering', scroll: 'question' } };
    case 'predict':
      return { view: { ...view, mode: 'predicting', field: emptyField, scroll: 'question' } };
    case 'recheck':
      return { view, effect: { type: 'send', intent: { type: 'recheck' } } };
    case 'free':
      return { view: toShell(view), effect: { type: 'free' } };
    case 'language':
      return { view: { ...view, language: view.language === 'en' ? 'ja' : 'en' } };
    case 'help':
      return { view: { ...view, mode: 'help', scroll: 0 } };
    case 'summary':
      return { view: { ...view, mode: 'summary', scroll: 0 } };
    case 'leave':
      return { view: { ...view, mode: 'leaving', scroll: 0 } };
    case 'toShell':
      return { view: toShell(view) };
    case 'close':
      return { view: view.mode === 'summary' ? toShell(view) : { ...view, mode: 'reading', scroll: 0 } };
    case 'stay':
      return { view: { ...view, mode: 'reading' } };
    case 'keep':
      return { view, effect: { type: 'leave', how: 'keep' } };
    case 'askRemove':
      return { view: { ...view, mode: 'confirmRemove', scroll: 0 } };
    case 'remove':
      return { view, effect: { type: 'leave', how: 'remove' } };
    case 'reopen':
      return { view: toShell(view), effect: { type: 'reopen' } };
  }
}

function pressInField(view: View, key: Press): Pressed {
  const choosing = choosingOf(view);
  if (choosing && key.name !== 'escape') return pressAmong(view, choosing, key);
  switch (key.name) {
    case 'enter': {
      const text = textOf(view.field).trim();
      if (!text) return { view };
      // The field stays open: a wrong answer is corrected at once, and the next question takes the next one.
      return {
        view: { ...view, field: emptyField, scroll: 'question' },
        effect: { type: 'send', intent: { type: saysWhat(view), text } },
      };
    }
    case 'escape':
      return { view: { ...view, mode: 'reading' } };
    case undefined:
      return { view: { ...view, field: insert(view.field, key.text) } };
    default:
      return isFieldKey(key.name) ? { view: { ...view, field: edit(view.field, key.name) } } : { view };
  }
}

/** One of several is chosen, and sent with Enter. */
function pressAmong(view: View, choosing: Choosing, key: Press): Pressed {
  if (key.name !== 'enter') return { view: { ...view, pick: picked(view, choosing, key) } };
  const text = chosenText(view, choosing);
  if (text === undefined) return { view };
  const { pick: _, ...rest } = view;
  return { view: { ...rest, scroll: 'question' }, effect: { type: 'send', intent: { type: saysWhat(view), text } } };
}

const saysWhat = ({ mode }: View): 'answer' | 'predict' => (mode === 'predicting' ? 'predict' : 'answer');

/** Back to the shell, whatever the panel was asking. */
export const toShell = (view: View): View => ({
  ...view,
  focus: 'shell',
  mode: 'reading',
  switched: false,
  ...(view.mode === 'help' || view.mode === 'summary' ? { scroll: 0 } : {}),
});

/** Ctrl-]: to the other half. */
export const switchFocus = (view: View): View =>
  view.focus === 'shell' ? { ...view, focus: 'panel', switched: true } : toShell(view);

/** Right after the switch key it is the shell that is meant, and that keeps the keys. */
const zoom = (view: View): View => ({
  ...(view.switched ? toShell(view) : view),
  switched: false,
  zoomed: !view.zoomed,
});

/** Whether the open step has no hint left to give. */
export function isOutOfHints(view: View): boolean {
  const step = labOf(view).steps[view.session.current];
  return (openStepOf(view)?.hints ?? 0) >= (step?.hints.length ?? 0);
}

const fieldKeys: readonly string[] = ['backspace', 'delete', 'left', 'right', 'home', 'end', 'clear'];
const isFieldKey = (name: string): name is FieldKey => fieldKeys.includes(name);
