import type { Extension, ExtensionView } from '../../ui/extension.ts';
import type { Press } from '../../ui/panel/press.ts';
import { Store } from '../../ui/store.ts';
import { message } from '../../words/message.ts';
import type { AuthorSession } from './authorSession.ts';
import { authorKeys, authorView } from './authorView.ts';
import { waysOf } from './declaredWays.ts';
import { goTo, openAgain, startOver, tryWay } from './moves.ts';
import { note, type Page } from './state.ts';

export type AuthorsTools = Extension & {
  /** There is something else to be shown. */
  refresh(): void;
};

/** The author's keys and pages, as the lab's screen takes them. */
export function authorsTools(author: AuthorSession): AuthorsTools {
  const show = (): ExtensionView =>
    authorView({ state: author.state, session: author.session.state(), labs: author.labs, looks: author.looks });
  const view = new Store(show());
  const open = (page: Page) => author.set({ page });
  const heldSays = () => author.set({ said: [note(message('dev.held'))] });

  const pressOutside = (wanted: string, held: boolean): boolean => {
    if (!authorKeys.some(({ presses }) => presses.some((each) => each === wanted))) return false;
    const { current, steps } = author.session.state();
    if (wanted === 'e') open({ type: 'evidence', step: Math.min(current, steps.length - 1), unfolded: new Set() });
    // One thing at a time: what it is stands in the panel.
    else if (author.busy) return true;
    else if (wanted === 'g') open({ type: 'goTo', cursor: Math.min(current, steps.length - 1) });
    else if (wanted === 'n') author.do(() => startOver(author));
    else if (!author.openStep()) author.set({ said: [note(message('dev.over'))] });
    else if (wanted === 'o') author.do(() => openAgain(author));
    else if (held) heldSays();
    else open({ type: 'try', cursor: 0 });
    return true;
  };

  const choose = (page: Exclude<Page, { type: 'evidence' }>, held: boolean) => {
    author.closePage();
    const { current } = author.session.state();
    const step = author.openStep();
    const way = step && waysOf(step)[page.cursor];
    if (held && (page.type === 'try' || page.cursor > current)) heldSays();
    else if (page.type === 'goTo') author.do(() => goTo(author, page.cursor));
    else if (step && way) author.do(() => tryWay(author, step, way));
  };

  const pressInPage = (page: Page, wanted: string, held: boolean): void => {
    if (wanted === 'escape' || wanted === 'q') author.closePage();
    else if (page.type === 'evidence') pressInEvidence(page, wanted);
    else if (wanted === 'enter') choose(page, held);
  };

  const pressInEvidence = (page: Page & { type: 'evidence' }, wanted: string): void => {
    const by = wanted === 'left' ? -1 : wanted === 'right' ? 1 : 0;
    const step = Math.max(0, Math.min(author.labs.en.steps.length - 1, page.step + by));
    if (by !== 0) open({ type: 'evidence', step, unfolded: new Set() });
    else open({ ...page, unfolded: folded(page, wanted) });
  };

  const folded = (page: Page & { type: 'evidence' }, wanted: string): ReadonlySet<number> => {
    const step = author.labs.en.steps[page.step];
    const parts = (step?.checks.length ?? 0) + (step?.questions.length ?? 0);
    if (wanted === 'a') return new Set(page.unfolded.size === parts ? [] : Array(parts).keys());
    if (!/^[1-9]$/.test(wanted)) return page.unfolded;
    const index = Number(wanted) - 1;
    const others = [...page.unfolded].filter((each) => each !== index);
    return new Set(page.unfolded.has(index) ? others : [...others, index]);
  };

  return {
    view,
    refresh: () => view.set(show()),
    press(key: Press, held) {
      const wanted = key.name ?? key.text;
      const { page } = author.state;
      if (!page) return pressOutside(wanted, held);
      pressInPage(page, wanted, held);
      return true;
    },
    move(rows) {
      const { page } = author.state;
      if (!page || page.type === 'evidence') return false;
      const step = author.openStep();
      const count = page.type === 'goTo' ? author.labs.en.steps.length : step ? waysOf(step).length : 0;
      open({ ...page, cursor: Math.max(0, Math.min(count - 1, page.cursor + rows)) });
      return true;
    },
    close: () => author.closePage(),
    onLabs: author.onLabs,
    onMachine: author.onMachine,
  };
}
