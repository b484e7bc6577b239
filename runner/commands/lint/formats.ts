import type { Diagnostic } from '../../lab/diagnostic.ts';
import { draw, drawCount } from '../../lab/draw.ts';
import { workflowCommand } from '../../report/workflowCommand.ts';
import type { Language } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { LintOptions } from '../options.ts';

type Write = (problems: readonly Diagnostic[], labs: number, language: Language) => string;

const plain: Write = (problems, _labs, language) =>
  `${[...problems.map((each) => draw(each, language)), drawCount(problems, language)].join('\n\n')}\n`;

const github: Write = (problems, _labs, language) =>
  problems
    .map(({ level, file, line, column, code, message: words }) =>
      workflowCommand(level ?? 'error', { file, line, col: column, title: code }, say(language, words)),
    )
    .join('');

const json: Write = (problems, labs, language) =>
  `${JSON.stringify(
    {
      version: 1,
      labs,
      problems: problems.map(({ message: words, ...each }) => ({ ...each, message: say(language, words) })),
    },
    null,
    2,
  )}\n`;

/** What was found, for people, for GitHub's annotations, for programs. */
export const formats: Readonly<Record<NonNullable<LintOptions['format']>, Write>> = { plain, github, json };
