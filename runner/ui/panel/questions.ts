import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { blankLine, type Line } from '../text/line.ts';
import { hang, markdown } from '../text/markdown.ts';
import { askOf } from './asked.ts';
import { choiceLines, choosingOf } from './pick.ts';
import { marked, verdictLines } from './verdictLines.ts';
import { labOf, openStepOf, type View } from './view.ts';

type HowToAnswer = 'screen.howToAnswer' | 'screen.plain.howToAnswer';

/** The lines from the first open question on: what has to be in view while it is answered. */
export function openQuestionLines(view: View, columns: number): readonly Line[] {
  const questions = labOf(view).steps[view.session.current]?.questions ?? [];
  const answers = openStepOf(view)?.answers ?? {};
  const first = questions.findIndex((each) => answers[each.id]?.status !== 'passed');
  return first < 0 ? [] : linesFrom(first, view, columns, 'screen.howToAnswer');
}

/** The open step's questions, each with its state; the first open one says how to answer. */
export function questionLines(
  view: View,
  columns: number,
  howToAnswer: HowToAnswer = 'screen.howToAnswer',
): readonly Line[] {
  return linesFrom(0, view, columns, howToAnswer);
}

function linesFrom(first: number, view: View, columns: number, howToAnswer: HowToAnswer): readonly Line[] {
  const questions = labOf(view).steps[view.session.current]?.questions ?? [];
  const answers = openStepOf(view)?.answers ?? {};
  const next = questions.find((each) => answers[each.id]?.status !== 'passed');
  return questions.slice(first).flatMap((question, index) => {
    const verdict = answers[question.id];
    const passed = verdict?.status === 'passed';
    const mark = passed ? '✔ ' : '? ';
    const tone = passed ? 'good' : question === next ? 'accent' : 'muted';
    const choosing = question === next ? choosingOf(view) : undefined;
    const asked = choosing
      ? [
          ...markdown(askOf({ ...question, choices: undefined }, view.language), columns - 2),
          blankLine,
          ...choiceLines(view, choosing, columns - 2),
        ]
      : markdown(askOf(question, view.language), columns - 2);
    const ask = hang(asked, mark, '  ', tone);
    const said = verdict ? hang(verdictLines(verdict, view.language, columns - 2), '  ', '  ') : [];
    // What is typed goes to the command that holds the shell, which knows no `answer`.
    const held = howToAnswer === 'screen.howToAnswer' && view.shell.status === 'held';
    const way = message(held ? 'screen.howToAnswerHeld' : howToAnswer);
    const how =
      question === next && view.mode !== 'answering'
        ? marked(' ', 'muted', say(view.language, way), columns, 'muted')
        : [];
    return [...(index > 0 ? [blankLine] : []), ...ask, ...said, ...how];
  });
}
