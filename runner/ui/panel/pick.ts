import type { Line } from '../text/line.ts';
import { hang, inline } from '../text/markdown.ts';
import { wrap } from '../text/wrap.ts';
import type { Press } from './press.ts';
import { labOf, openQuestionOf, type View } from './view.ts';

/** What is being chosen from in the panel; `of`: what it belongs to. */
export type Choosing = { readonly of: string; readonly choices: readonly string[]; readonly all: boolean };

/** Where the learner is among the choices, from 0, -1 before any; those that are marked where all right ones are asked for. */
export type Pick = {
  readonly of: string;
  readonly at: number;
  readonly marked: readonly number[];
  /** Digits pressed so far of a number: the tenth choice has two. */
  readonly digits: string;
};

/** The choices that the keys are for right now. */
export function choosingOf(view: View): Choosing | undefined {
  if (view.mode === 'predicting') {
    const { choices } = labOf(view).steps[view.session.current]?.predict ?? {};
    return choices && { of: `${view.session.current} predict`, choices, all: false };
  }
  if (view.mode !== 'answering') return undefined;
  const question = openQuestionOf(view);
  const { choices, all = false } = question ?? {};
  return choices && { of: `${view.session.current} ${question?.id}`, choices, all };
}

/** What was picked among these; nothing yet where something else was chosen from before. */
export const pickOf = ({ pick }: View, { of }: Choosing): Pick =>
  pick?.of === of ? pick : { of, at: -1, marked: [], digits: '' };

const chosenOf = ({ at, marked }: Pick, { all }: Choosing): readonly number[] =>
  all ? marked.toSorted((one, other) => one - other) : at < 0 ? [] : [at];

/** What is answered with Enter; undefined while nothing is chosen. */
export function chosenText(view: View, choosing: Choosing): string | undefined {
  const chosen = chosenOf(pickOf(view, choosing), choosing);
  return chosen.length > 0 ? chosen.map((index) => choosing.choices[index]).join(', ') : undefined;
}

/** The same in short, as the answer field shows it. */
export const shownPick = (view: View, choosing: Choosing): string =>
  chosenOf(pickOf(view, choosing), choosing)
    .map((index) => `${index + 1}. ${choosing.choices[index]}`)
    .join(' · ');

/** Digits and arrows choose, the space bar marks; letters do nothing. */
export function picked(view: View, choosing: Choosing, key: Press): Pick {
  const pick = pickOf(view, choosing);
  const last = choosing.choices.length - 1;
  const to = (at: number): Pick => ({ ...pick, at, digits: '' });
  switch (key.name) {
    case 'up':
      return to(pick.at < 0 ? last : Math.max(0, pick.at - 1));
    case 'down':
      return to(Math.min(last, pick.at + 1));
    case 'home':
      return to(0);
    case 'end':
      return to(last);
    case 'clear':
    case 'backspace':
      return { ...pick, at: -1, marked: [], digits: '' };
    case undefined:
      return typedIn(pick, choosing, key.text.normalize('NFKC'));
    default:
      return pick;
  }
}

function typedIn(pick: Pick, { choices, all }: Choosing, text: string): Pick {
  if (text === ' ') return all && pick.at >= 0 ? { ...toggled(pick, pick.at), digits: '' } : pick;
  if (!/^\d$/.test(text)) return pick;
  const isThere = (digits: string) => Number(digits) >= 1 && Number(digits) <= choices.length;
  // `1` and `2` are the twelfth where there is one; what the first digit marked is meant no more.
  const both = pick.digits + text;
  if (pick.digits !== '' && isThere(both)) {
    const before = all ? toggled(pick, Number(pick.digits) - 1) : pick;
    return chosenBy(before, Number(both) - 1, '', all);
  }
  return isThere(text) ? chosenBy(pick, Number(text) - 1, choices.length > 9 ? text : '', all) : pick;
}

const chosenBy = (pick: Pick, at: number, digits: string, all: boolean): Pick => ({
  ...(all ? toggled(pick, at) : pick),
  at,
  digits,
});

const toggled = (pick: Pick, at: number): Pick => ({
  ...pick,
  marked: pick.marked.includes(at) ? pick.marked.filter((each) => each !== at) : [...pick.marked, at],
});

/** The choices while one is picked, each with its number, and where the learner is. */
export function choiceLines(view: View, choosing: Choosing, columns: number): readonly Line[] {
  const pick = pickOf(view, choosing);
  const chosen = chosenOf(pick, choosing);
  return choosing.choices.flatMap((choice, index) => {
    const box = choosing.all ? (chosen.includes(index) ? '[x] ' : '[ ] ') : '';
    const mark = `${index === pick.at ? '▸ ' : '  '}${box}${index + 1}. `;
    const tone = index === pick.at || chosen.includes(index) ? 'accent' : 'plain';
    return hang(
      wrap(inline(choice, tone === 'accent' ? 'strong' : 'plain'), columns - mark.length),
      mark,
      ' '.repeat(mark.length),
      tone,
    );
  });
}
