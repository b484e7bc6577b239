import type { Lab } from '../../lab/lab.ts';
import type { ProvenClaim } from '../../session/event.ts';
import type { StepState } from '../../session/state.ts';
import { type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { blankLine, type Line, type Span, span } from '../text/line.ts';
import { hang, inline } from '../text/markdown.ts';
import { padEnd, widthOf, widthOfLine } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { stepMarks } from '../theme.ts';
import { duration } from './duration.ts';
import { filled, outcomeLines } from './learned.ts';
import { labOf, type View } from './view.ts';

/** The end of a lab: how each step went, honestly, what the run has proved, and what now. */
export function summaryLines(view: View, columns: number): readonly Line[] {
  const { language, session } = view;
  const claims = session.claims ?? [];
  return [
    ...wrap(inline(scoreOf(view), 'strong'), columns),
    blankLine,
    ...session.steps.flatMap((step, index) => stepLines(view, step, index, columns)),
    blankLine,
    ...(claims.length > 0 ? [[span(say(language, message('screen.summary.learned')), 'heading')], blankLine] : []),
    ...claims.flatMap((claim, index) => {
      const { text, evidence } = inLanguage(claim, labOf(view).claims[index]);
      return claimLines(text, evidence, columns);
    }),
    ...(claims.length > 0 ? [blankLine] : []),
    ...wrap(inline(say(language, message(view.extension ? 'dev.summary' : 'screen.summary.next'))), columns),
  ];
}

/** A claim as the lab has it in the language that is read now. */
function inLanguage(claim: ProvenClaim, read: Lab['claims'][number] | undefined): ProvenClaim {
  if (!read) return claim;
  const evidence = claim.filled ? filled(read.evidence, claim.filled) : claim.evidence;
  return { text: read.text, ...(evidence !== undefined && { evidence }) };
}

/** A claim that this run did not prove (its step was skipped) carries no tick. */
const claimLines = (text: string, evidence: string | undefined, columns: number): readonly Line[] => [
  ...hang(wrap(inline(text), columns - 2), evidence ? '✔ ' : '↷ ', '  ', evidence ? 'good' : 'muted'),
  ...(evidence ? hang(wrap(inline(evidence, 'muted'), columns - 4), '    ', '    ') : []),
];

function scoreOf({ language, session: { steps } }: View): string {
  const count = (status: StepState['status']) => steps.filter((each) => each.status === status).length;
  const values = { solved: count('solved'), of: steps.length, shown: count('shown'), skipped: count('skipped') };
  const time = duration(steps.reduce((sum, each) => sum + timeOf(each), 0));
  return `${say(language, message('screen.summary.score', values))} · ${say(language, message('screen.summary.time', { time }))}`;
}

const timeOf = (step: StepState): number =>
  step.openedAt !== undefined && step.endedAt !== undefined ? step.endedAt - step.openedAt : 0;

function stepLines(view: View, step: StepState, index: number, columns: number): readonly Line[] {
  const { mark, tone } = stepMarks[step.status];
  const title = wrap(inline(labOf(view).steps[index]?.title ?? step.id), columns - 2);
  const lines = hang(title, `${mark} `, '  ', tone);
  const details = detailsOf(step, view.language);
  const last = lines.at(-1) ?? [];
  const gap = columns - widthOfLine(last) - widthOf(details.text);
  const learned = hang(outcomeLines(view, index, columns - 2, 'muted'), '  ', '  ');
  if (gap >= 2) return [...lines.slice(0, -1), [...last, span(' '.repeat(gap)), details], ...learned];
  return [...lines, [span(padEnd('', Math.max(2, columns - widthOf(details.text)))), details], ...learned];
}

function detailsOf(step: StepState, language: Language): Span {
  const parts = [
    ...(step.status === 'shown' ? [say(language, message('screen.summary.shown'))] : []),
    ...(step.status === 'skipped' ? [say(language, message('screen.summary.skipped'))] : []),
    ...(step.attempts > 0 ? [say(language, message('screen.summary.attempts', { count: step.attempts }))] : []),
    ...(step.hints > 0 ? [say(language, message('screen.summary.hints', { count: step.hints }))] : []),
    duration(timeOf(step)).padStart(5),
  ];
  return span(parts.join(' · '), 'muted');
}
