import type { Lab, LabIn, Question } from '../../lab/lab.ts';
import type { SessionEvent } from '../../session/event.ts';
import type { SessionState } from '../../session/state.ts';
import type { Language } from '../../words/message.ts';
import type { ExtensionView } from '../extension.ts';
import { emptyField, type Field } from './field.ts';
import type { Letters, Offered } from './letters.ts';
import type { Pick } from './pick.ts';

export type Mode =
  | 'reading'
  | 'answering'
  /** What the learner thinks that will happen is being chosen or typed. */
  | 'predicting'
  | 'confirmSkip'
  | 'confirmSolution'
  /** Whether what was typed here is to be typed into the shell. */
  | 'offering'
  | 'leaving'
  | 'confirmRemove'
  | 'help'
  | 'summary'
  | 'page';

export type ShellState =
  /** `held`: a command has had it for a while. */
  { readonly status: 'opening' | 'open' | 'held' | 'ended' } | { readonly status: 'lost'; readonly reason: string };

/** Everything that the lab's screen shows but the shell's cells. */
export type View = {
  readonly labs: LabIn;
  readonly session: SessionState;
  readonly language: Language;
  readonly focus: 'shell' | 'panel';
  readonly mode: Mode;
  /** First row shown of what does not fit; `end`: the newest stays in view; `question`: the one that is being answered does. */
  readonly scroll: number | 'end' | 'question';
  readonly field: Field;
  /** What is being chosen, where there is something to choose from. */
  readonly pick?: Pick;
  readonly shell: ShellState;
  /** In ms since 1970, as of the last change that depends on it. */
  readonly now: number;
  /** The half that has the keys has the whole window. */
  readonly zoomed: boolean;
  /** Letters pressed in the panel one right after the other. */
  readonly letters?: Letters;
  readonly offered?: Offered;
  /** The last key was the one that goes from the shell to the panel: what follows it may be meant for the shell. */
  readonly switched: boolean;
  /** The step that ended a moment ago: its line is still lit. */
  readonly fresh?: string;
  /** A hint was asked for and there was none left. */
  readonly outOfHints: boolean;
  readonly extension?: ExtensionView;
};

export const firstView = (
  labs: View['labs'],
  language: Language,
  session: SessionState,
  extension?: ExtensionView,
): View => ({
  labs,
  session,
  language,
  // What is on top has the keys.
  focus: session.finished ? 'panel' : 'shell',
  mode: session.finished ? 'summary' : 'reading',
  scroll: 0,
  field: emptyField,
  shell: { status: 'opening' },
  now: 0,
  zoomed: false,
  switched: false,
  outOfHints: false,
  ...(extension && { extension }),
});

export const labOf = (view: View): Lab => view.labs[view.language];

export const openStepOf = (view: View) => view.session.steps[view.session.current];

/** Whether the step cannot be begun yet: what must be so before is not. */
export function isUnprepared(view: View): boolean {
  const lab = labOf(view);
  const needs = lab.setup ?? lab.steps[view.session.current]?.setup;
  return needs !== undefined && openStepOf(view)?.status === 'ahead';
}

/** Whether the whole window is the panel's for now. */
export const isOverlay = (mode: Mode): boolean => mode === 'help' || mode === 'summary' || mode === 'page';

/** Whether nothing of the shell is in view. */
export const coversShell = ({ mode, zoomed, focus }: View): boolean => isOverlay(mode) || (zoomed && focus === 'panel');

/** The open step's first question that is not yet answered rightly. */
export function openQuestionOf(view: View): Question | undefined {
  const step = openStepOf(view);
  const questions = labOf(view).steps[view.session.current]?.questions ?? [];
  return questions.find((each) => step?.answers[each.id]?.status !== 'passed');
}

export const hasOpenQuestion = (view: View): boolean => openQuestionOf(view) !== undefined;

/** Whether it is about the step that is open. */
const ofStep: readonly Mode[] = ['answering', 'predicting', 'confirmSkip', 'confirmSolution'];
const isOfStep = (mode: Mode): boolean => ofStep.includes(mode);

/** Whether the answer field is open. */
export const hasField = (mode: Mode): boolean => mode === 'answering' || mode === 'predicting';

/** The view after the extension shows something else: its page takes the whole window, and gives it back to the shell. */
export function withExtension(view: View, extension: ExtensionView): View {
  const next = { ...view, extension };
  if (extension.page) return { ...next, mode: 'page', focus: 'panel', ...(view.mode !== 'page' && { scroll: 0 }) };
  return view.mode === 'page' ? { ...next, mode: 'reading', focus: 'shell', scroll: 0 } : next;
}

/** The view after something happened in the session. */
export function afterEvent(view: View, event: SessionEvent, session: SessionState): View {
  const next = { ...view, session };
  switch (event.type) {
    case 'step.opened':
      return { ...next, scroll: 0, outOfHints: false };
    case 'step.reopened': {
      const back = isOfStep(view.mode);
      return { ...next, scroll: 0, outOfHints: false, field: emptyField, ...(back && { mode: 'reading' }) };
    }
    case 'step.ended': {
      // Whoever answered or skipped in the panel goes on in the shell; whoever is reading there stays.
      const back = isOfStep(view.mode);
      return {
        ...next,
        scroll: 0,
        outOfHints: false,
        fresh: event.step,
        field: emptyField,
        ...(back && { mode: 'reading', focus: 'shell' }),
      };
    }
    case 'question.answered':
      // Answered in the shell or in the panel: what is said of it stands with its question. After the last one nothing is asked.
      if (view.mode === 'answering' && !hasOpenQuestion(next))
        return { ...next, scroll: 'question', field: emptyField, mode: 'reading', focus: 'shell' };
      return { ...next, scroll: 'question' };
    case 'step.predicted':
      // Now it is tried.
      return view.mode === 'predicting'
        ? { ...next, scroll: 0, field: emptyField, mode: 'reading', focus: 'shell' }
        : next;
    case 'hint.shown':
    case 'solution.shown':
      return { ...next, scroll: 'end', outOfHints: false };
    case 'solution.typed':
      return { ...next, mode: 'reading', focus: 'shell' };
    case 'session.resumed':
      return view.mode === 'summary' && !session.finished ? { ...next, mode: 'reading', focus: 'shell' } : next;
    case 'lab.finished':
      return { ...next, mode: 'summary', focus: 'panel', scroll: 0 };
    default:
      return next;
  }
}
