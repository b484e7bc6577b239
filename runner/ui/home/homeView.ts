import type { Language } from '../../words/message.ts';
import type { HomeChoice, HomeEntry } from '../contract.ts';
import type { Press } from '../panel/press.ts';

export type HomeView = {
  readonly entries: Readonly<Record<Language, readonly HomeEntry[]>>;
  readonly notices: readonly string[];
  readonly language: Language;
  readonly selected: number;
};

export type HomePressed = { readonly view: HomeView; readonly choice?: HomeChoice };

/** What a key does on the home screen. */
export function pressHome(view: HomeView, key: Press): HomePressed {
  const entry = view.entries[view.language][view.selected];
  switch (key.name ?? key.text) {
    case 'enter':
      return entry ? { view, choice: { type: 'open', lab: entry.id, language: view.language } } : { view };
    case 'j':
      return { view: moveHome(view, 1) };
    case 'k':
      return { view: moveHome(view, -1) };
    case 'l':
    case 'L':
      return { view: { ...view, language: view.language === 'en' ? 'ja' : 'en' } };
    case 'q':
    case 'escape':
      return { view, choice: { type: 'quit' } };
    default:
      return { view };
  }
}

/** The selection so many rows further, kept within the list. */
export const moveHome = (view: HomeView, rows: number): HomeView => ({
  ...view,
  selected: Math.max(0, Math.min(view.entries[view.language].length - 1, view.selected + rows)),
});
