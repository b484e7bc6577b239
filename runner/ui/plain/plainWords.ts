import type { SessionEvent } from '../../session/event.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { typedWords } from '../keys.ts';
import { askOf } from '../panel/asked.ts';
import { stepHeading } from '../panel/headLines.ts';
import { helpfulLines } from '../panel/helpful.ts';
import { outcomeLines } from '../panel/learned.ts';
import { predictLines } from '../panel/predict.ts';
import { questionLines } from '../panel/questions.ts';
import { summaryLines } from '../panel/summary.ts';
import { marked, verdictLines } from '../panel/verdictLines.ts';
import { labOf, openStepOf, type View } from '../panel/view.ts';
import { waitLines } from '../panel/waiting.ts';
import { blankLine, type Line, span } from '../text/line.ts';
import { hang, inline, markdown } from '../text/markdown.ts';
import { padEnd } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { stepMarks } from '../theme.ts';

/** What is told of an event, as lines; none where it is nothing to tell. The view is the one after the event. */
export function tell(event: SessionEvent, view: View, columns: number): readonly Line[] {
  const { language, session } = view;
  switch (event.type) {
    case 'step.opened':
      return [blankLine, ...stepLines(view, columns)];
    case 'step.reopened':
      return [...marked('!', 'warn', say(language, event.because), columns), blankLine, ...stepLines(view, columns)];
    case 'check.judged':
      return [...verdictLines(event.verdict, language, columns), ...waitBegun(event, view, columns)];
    case 'question.answered':
      return [...verdictLines(event.verdict, language, columns), ...nextQuestion(view, columns)];
    case 'step.predicted':
      return predictLines(view, columns);
    case 'hint.shown':
    case 'solution.shown':
      return newest(helpfulLines(view, columns));
    case 'step.ended': {
      const index = session.steps.findIndex((each) => each.id === event.step);
      const { mark, tone } = stepMarks[event.ending];
      const progress = `${session.current}/${session.steps.length}`;
      return [
        ...marked(mark, tone, `${labOf(view).steps[index]?.title ?? event.step} (${progress})`, columns),
        ...hang(outcomeLines(view, index, columns - 2), '  ', '  '),
      ];
    }
    case 'images.loading':
      return event.images.flatMap((image) =>
        marked('◌', 'muted', say(language, message('screen.loading', { image })), columns),
      );
    case 'setup.began':
      return marked('◌', 'muted', say(language, message('screen.preparing')), columns);
    case 'trouble.began':
      return marked('!', 'warn', say(language, event.trouble), columns);
    case 'lab.finished':
      return [blankLine, ...summaryLines(view, columns)];
    default:
      return [];
  }
}

/** What is waited for, once: from the learner's act on. */
const waitBegun = ({ at }: SessionEvent, view: View, columns: number): readonly Line[] =>
  openStepOf(view)?.actedAt === at ? waitLines({ ...view, now: at }, columns) : [];

/** The lab's title, the open step, and how to go on. */
export function welcome(view: View, columns: number): readonly Line[] {
  return [
    ...wrap([span(labOf(view).title, 'heading')], columns),
    ...wrap(inline(say(view.language, message('screen.plain.welcome'))), columns),
    blankLine,
    ...(view.session.finished ? summaryLines(view, columns) : []),
    // A step that is yet to be opened is told when it is.
    ...(openStepOf(view)?.status === 'open' ? stepLines(view, columns) : []),
  ];
}

export const stepLines = (view: View, columns: number): readonly Line[] => {
  const step = labOf(view).steps[view.session.current];
  if (!step) return [];
  const predicts = predictLines(view, columns, 'screen.plain.howToPredict');
  const questions = questionLines(view, columns, 'screen.plain.howToAnswer');
  return [
    ...stepHeading(view, columns),
    ...markdown(step.text, columns),
    ...(predicts.length > 0 ? [blankLine, ...predicts] : []),
    ...(questions.length > 0 ? [blankLine, ...questions] : []),
  ];
};

/** `hint`, when there is none left. */
export function noHintLeft(view: View, columns: number): readonly Line[] {
  const some = (labOf(view).steps[view.session.current]?.hints.length ?? 0) > 0;
  return wrap(inline(say(view.language, message(some ? 'screen.plain.noMoreHints' : 'screen.plain.noHints'))), columns);
}

/** `steps`: each with its mark and what that means. */
export function stepsSoFar(view: View, columns: number): readonly Line[] {
  const names = {
    solved: 'screen.mark.solved',
    shown: 'screen.mark.shown',
    skipped: 'screen.mark.skipped',
    open: 'screen.mark.now',
    ahead: 'screen.mark.ahead',
  } as const;
  return view.session.steps.flatMap((step, index) => {
    const { mark, tone } = stepMarks[step.status];
    const title = labOf(view).steps[index]?.title ?? step.id;
    return marked(mark, tone, `${title} (${say(view.language, message(names[step.status]))})`, columns);
  });
}

/** `help`: what can be typed. */
export const typedHelp = (view: View, columns: number): readonly Line[] =>
  [...typedWords, { word: 'Ctrl-]', label: 'screen.typed.free' as const }].flatMap(({ word, label }) =>
    hang(wrap([span(say(view.language, message(label)))], columns - 14), `  ${padEnd(word, 12)}`, ' '.repeat(14)),
  );

/** The last part of what helps: the parts before it were told when they came. */
function newest(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex((line) => line.length === 0);
  return lines.slice(last + 1);
}

/** The question that is open now, once another has been answered. */
function nextQuestion(view: View, columns: number): readonly Line[] {
  const step = labOf(view).steps[view.session.current];
  const answers = view.session.steps[view.session.current]?.answers ?? {};
  const [next] = step?.questions.filter((each) => answers[each.id]?.status !== 'passed') ?? [];
  if (!next || answers[next.id]) return [];
  return hang(markdown(askOf(next, view.language), columns - 2), '? ', '  ', 'accent');
}
