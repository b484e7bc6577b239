import type { Step } from '../../lab/lab.ts';
import { checkName } from '../../lab/names.ts';
import type { Look } from '../../session/core.ts';
import { clean } from '../../ui/text/clean.ts';
import { blankLine, type Line, span, type Tone } from '../../ui/text/line.ts';
import { hang } from '../../ui/text/markdown.ts';
import { wrap } from '../../ui/text/wrap.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { cut, timeOf } from './lines.ts';
import { answerTo, type Looks, looksOf } from './looks.ts';

const tones: Readonly<Record<Verdict['status'], Tone>> = { passed: 'good', pending: 'muted', errored: 'warn' };
const marks: Readonly<Record<Verdict['status'], string>> = { passed: '✔', pending: '○', errored: '!' };

const wokeBy = ({ topic, wokenAt, took }: Look, language: Language): string =>
  say(language, message('dev.look', { topic, at: timeOf(wokenAt), took: took.toFixed(1) }));

/** What woke each check of a step last, a line or two each. */
export function wakeLines(step: Step, looks: Looks, language: Language, columns: number): readonly Line[] {
  return step.checks.flatMap((use, index) => {
    const seen = looksOf(looks, step.id, index);
    const [last] = seen?.last ?? [];
    if (!seen || !last) return [];
    const words = `${index + 1} ${checkName(use)} · ${wokeBy(last, language)} · ${seen.count}×`;
    return hang(wrap([span(words, 'muted')], columns - 2), '~ ', '  ');
  });
}

/** Everything raw: of each check its looks, and of the last one parameters, evidence and verdict as JSON; of each question the last answer. */
export function evidenceLines(
  step: Step,
  looks: Looks,
  unfolded: ReadonlySet<number>,
  language: Language,
  columns: number,
): readonly Line[] {
  const checks = step.checks.map((use, index): readonly Line[] => {
    const seen = looksOf(looks, step.id, index);
    const [last] = seen?.last ?? [];
    const open = unfolded.has(index);
    if (!seen || !last) return heading(index, open, checkName(use), undefined, say(language, message('dev.unseen')));
    const { params, evidence, verdict } = last;
    const earlier = seen.last.map((each) => [
      span('    '),
      span(`${marks[each.verdict.status]} `, tones[each.verdict.status]),
      span(cut(wokeBy(each, language), columns - 6), 'muted'),
    ]);
    return [
      ...heading(
        index,
        open,
        checkName(use),
        verdict.status,
        say(language, message('dev.looks', { count: seen.count })),
      ),
      ...earlier,
      ...jsonLines({ params, evidence, verdict }, open, columns),
    ];
  });
  const questions = step.questions.map(({ id }, offset): readonly Line[] => {
    const index = step.checks.length + offset;
    const open = unfolded.has(index);
    const answered = answerTo(looks, step.id, id);
    if (!answered) return heading(index, open, `question ${id}`, undefined, say(language, message('dev.unanswered')));
    const { evidence, verdict } = answered;
    const time = timeOf(answered.at);
    return [
      ...heading(index, open, `question ${id}`, verdict.status, time),
      ...jsonLines({ evidence, verdict }, open, columns),
    ];
  });
  return [...checks, ...questions].flatMap((lines, index) => (index > 0 ? [blankLine, ...lines] : lines));
}

const heading = (
  index: number,
  open: boolean,
  name: string,
  status: Verdict['status'] | undefined,
  words: string,
): readonly Line[] => [
  [
    span(`${index + 1} ${open ? '▾' : '▸'} `, 'key'),
    span(name, 'heading'),
    ...(status ? [span(`  ${marks[status]} ${status}`, tones[status])] : []),
    span(`  ${words}`, 'muted'),
  ],
];

/** Each value behind its name: on one line where it is folded, else as many as it takes. */
function jsonLines(values: Readonly<Record<string, unknown>>, open: boolean, columns: number): readonly Line[] {
  return Object.entries(values).flatMap(([name, value]): readonly Line[] => {
    if (!open) {
      const label = `    ${name} `;
      return [[span(label, 'accent'), span(cut(JSON.stringify(value), columns - label.length), 'code')]];
    }
    const rows = JSON.stringify(value, undefined, 2).split('\n');
    return [[span(`    ${name}`, 'accent')], ...rows.flatMap((row) => rowLines(row, columns))];
  });
}

function rowLines(row: string, columns: number): readonly Line[] {
  const indent = `      ${row.match(/^ */)?.[0] ?? ''}`;
  return hang(wrap([span(clean(row.trimStart()), 'code')], columns - indent.length - 2), indent, `${indent}  `);
}
