import type { BareId } from '../words/message.ts';
import type { ExtensionKey } from './extension.ts';
import { hasPredicted, mayPredict } from './panel/predict.ts';
import { hasOpenQuestion, openStepOf, type View } from './panel/view.ts';

export type Action =
  | 'hint'
  | 'solution'
  | 'skip'
  | 'answer'
  | 'predict'
  | 'recheck'
  | 'free'
  | 'language'
  | 'help'
  | 'leave'
  | 'summary'
  | 'toShell'
  | 'zoom'
  | 'splitLess'
  | 'splitMore'
  | 'close'
  | 'keep'
  | 'askRemove'
  | 'remove'
  | 'stay'
  | 'reopen'
  | 'confirm'
  | 'confirmSolution'
  | 'type'
  /** A key of the extension, which has been asked already. */
  | 'extend';

export type Binding = {
  /** As it is shown. */
  readonly key: string;
  /** What the keyboard sends: characters, or names of keys. */
  readonly presses: readonly string[];
  readonly action: Action;
  readonly label: BareId;
  /** It does something, but is no use now: the footer has no room for it. */
  readonly idle?: true;
};

const open = (view: View) => !view.session.finished && openStepOf(view) !== undefined;

const bind = (key: string, presses: readonly string[], action: Action, label: BareId): Binding => ({
  key,
  presses,
  action,
  label,
});

const help = bind('?', ['?'], 'help', 'screen.key.help');
const language = bind('L', ['L'], 'language', 'screen.key.language');
const leave = bind('q', ['q'], 'leave', 'screen.key.leave');
const summary = bind('v', ['v'], 'summary', 'screen.key.summary');
const hint = bind('h', ['h'], 'hint', 'screen.key.hint');
const solution = bind('s', ['s'], 'solution', 'screen.key.solution');
const solve = bind('s', ['s'], 'solution', 'screen.key.solve');
const answer = bind('a', ['a', 'enter'], 'answer', 'screen.key.answer');
const predict = bind('p', ['p'], 'predict', 'screen.key.predict');
const skip = bind('k', ['k'], 'skip', 'screen.key.skip');
const recheck = bind('r', ['r'], 'recheck', 'screen.key.recheck');
const free = bind('f', ['f'], 'free', 'screen.key.free');
const toShell = bind('Ctrl-]', ['escape'], 'toShell', 'screen.key.toShell');
const zoom = bind('z', ['z'], 'zoom', 'screen.key.zoom');
const zoomShell = bind('z', ['z'], 'zoom', 'screen.key.zoomShell');
const unzoom = bind('z', ['z'], 'zoom', 'screen.key.unzoom');
const splits: readonly Binding[] = [
  { ...bind('<', ['<'], 'splitLess', 'screen.key.splitLess'), idle: true },
  { ...bind('>', ['>'], 'splitMore', 'screen.key.splitMore'), idle: true },
];
const close = bind('Esc', ['escape', 'q', '?', 'v'], 'close', 'screen.key.close');
const keep = bind('k', ['k'], 'keep', 'screen.key.keep');
const askRemove = bind('r', ['r'], 'askRemove', 'screen.key.remove');
const stay = bind('Esc', ['escape', 'n'], 'stay', 'screen.key.stay');

/** What the keys of the panel do right now, the most wanted first: the footer shows what it has room for, the help all. */
export function bindings(view: View): readonly Binding[] {
  switch (view.mode) {
    case 'answering':
    case 'predicting':
      return [];
    case 'confirmSkip':
      return [bind('y', ['y', 'k'], 'confirm', 'screen.key.yesSkip'), stay];
    case 'confirmSolution':
      return [bind('y', ['y', 's'], 'confirmSolution', 'screen.key.yesSolution'), stay];
    case 'offering':
      return [bind('Enter', ['enter'], 'type', 'screen.key.type'), { ...stay, presses: ['escape'] }];
    case 'leaving':
      return leavingBindings(view);
    case 'confirmRemove':
      return [
        bind('Enter', ['enter'], 'remove', 'screen.key.yesRemove'),
        bind('Esc', ['escape', 'n'], 'leave', 'screen.key.back'),
      ];
    case 'help':
      return [close, language];
    case 'summary':
      return [
        bind('q', ['q'], 'leave', 'screen.key.leave'),
        bind('Esc', ['escape', 'v'], 'close', 'screen.key.goOn'),
        language,
      ];
    case 'page':
      return view.extension?.page?.keys.map(extended) ?? [];
    case 'reading':
      return readingBindings(view);
  }
}

const extended = (key: ExtensionKey): Binding => ({ ...key, action: 'extend' });

function readingBindings(view: View): readonly Binding[] {
  // Those of the extension come first: whoever has one is not here to learn the lab.
  if (view.extension) return [...view.extension.keys.map(extended), help, leave, ...ownBindings(view)];
  return ownBindings(view);
}

function ownBindings(view: View): readonly Binding[] {
  const [first, last]: readonly [readonly Binding[], readonly Binding[]] =
    view.shell.status === 'held' ? [[free], []] : [[], [{ ...free, idle: true }]];
  return [...first, ...usualBindings(view), ...last, ...(view.zoomed ? [] : splits)];
}

function usualBindings(view: View): readonly Binding[] {
  if (!open(view)) return [summary, help, leave, language, toShell, zoomOf(view)];
  const shown = openStepOf(view)?.solution !== undefined;
  return [
    ...(mayPredict(view) ? [predict] : []),
    hint,
    ...(hasOpenQuestion(view) ? [answer] : []),
    shown ? solve : solution,
    skip,
    help,
    leave,
    toShell,
    zoomOf(view),
    recheck,
    language,
    // Whoever has predicted may still think otherwise.
    ...(hasPredicted(view) ? [{ ...predict, idle: true } as const] : []),
  ];
}

const zoomOf = (view: View): Binding => (view.zoomed ? unzoom : view.switched ? zoomShell : zoom);

function leavingBindings(view: View): readonly Binding[] {
  const reopen = bind('Enter', ['enter', 'n'], 'reopen', 'screen.key.reopen');
  const gone = view.shell.status === 'ended' || view.shell.status === 'lost';
  // An author's machine is nothing to be kept, so it is not asked about either.
  if (view.extension) {
    const remove = bind('q', ['q', 'r'], 'remove', 'screen.key.leave');
    const again = { ...reopen, presses: ['enter'] };
    return gone
      ? [again, extended(view.extension.rescue), remove]
      : [{ ...remove, key: 'Enter', presses: ['enter', 'q'] }, stay];
  }
  if (gone) return [reopen, keep, askRemove];
  return [{ ...keep, key: 'Enter', presses: ['enter', 'k'] }, askRemove, stay];
}

/** Every key of the panel, for the help. */
export const panelKeys: readonly Binding[] = [
  hint,
  answer,
  predict,
  solution,
  skip,
  recheck,
  free,
  zoom,
  ...splits,
  language,
  summary,
  leave,
];

/** What can be typed in the shell instead, for the help and the plain form. */
export const typedWords: readonly { readonly word: string; readonly label: BareId }[] = [
  { word: 'hint', label: 'screen.typed.hint' },
  { word: 'answer …', label: 'screen.typed.answer' },
  { word: 'predict …', label: 'screen.typed.predict' },
  { word: 'solution', label: 'screen.typed.solution' },
  { word: 'solve', label: 'screen.typed.solve' },
  { word: 'skip', label: 'screen.typed.skip' },
  { word: 'check', label: 'screen.typed.check' },
  { word: 'steps', label: 'screen.typed.steps' },
  { word: 'leave', label: 'screen.typed.leave' },
];
