import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Path, Source } from '../source.ts';
import { valueAt } from '../value.ts';
import type { Rule } from './rule.ts';

/** A number as it is written, where YAML reads another text from it: `1.10`, `010`, `1e3`. */
function reread(value: string, source: Source, path: Path): readonly Diagnostic[] {
  const { line, column } = source.position(path);
  const rest = source.text.split(/\r?\n/)[line - 1]?.slice(column - 1) ?? '';
  const [written = ''] = /^[\w.+-]+/.exec(rest) ?? [];
  if (written === value || !/^[+-]?\.?\d/.test(written) || Number.isNaN(Number(value))) return [];
  const words = message('lint.reread-answer', { written, value });
  return [source.diagnose('reread-answer', path, words, { words: written, replacement: `"${written}"` })];
}

const each = (values: readonly string[], path: Path, value: unknown) =>
  values.map((text, index) => ({ text, path: Array.isArray(value) ? [...path, index] : path }));

/** An answer that is a number to YAML, and comes out in another form than it was written in. */
export const rereadAnswer: Rule = {
  id: 'reread-answer',
  about: message('lint.reread-answer.about'),
  look: ({ source, loose }) => {
    const answers = loose.steps.flatMap((step, index) => {
      const here: Path = ['steps', index, 'answer'];
      return [
        ...each(step.answer, here, valueAt(source.value, here)),
        ...step.questions.flatMap(({ answer }, question) => {
          const path: Path = ['steps', index, 'questions', question, 'answer'];
          return each(answer, path, valueAt(source.value, path));
        }),
        ...step.mistakes.flatMap(({ answer }, mistake) =>
          answer === undefined ? [] : [{ text: answer, path: ['steps', index, 'mistakes', mistake, 'answer'] }],
        ),
      ];
    });
    return answers.flatMap(({ text, path }) => reread(text, source, path));
  },
};
