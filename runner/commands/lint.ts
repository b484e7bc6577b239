import { readFileSync, writeFileSync } from 'node:fs';
import { catalog } from '../lab/catalog.ts';
import type { Diagnostic } from '../lab/diagnostic.ts';
import { draw, drawCount } from '../lab/draw.ts';
import { fixed } from '../lab/lint/fix.ts';
import { lintLab, subjectOf } from '../lab/lint/lintLab.ts';
import type { PanelRoom } from '../lab/lint/rule.ts';
import { freshMarks } from '../lab/lint/staleTranslation.ts';
import { withMarks } from '../lab/marks.ts';
import { parseLab } from '../lab/parse.ts';
import { readLab } from '../lab/read.ts';
import type { Known } from '../lab/validate/validation.ts';
import { type Language, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { type Command, exitCodes } from './context.ts';
import { findLab, fromHere, known, labsFolder } from './labs.ts';
import { narrowRoom } from './lint/room.ts';
import type { LintOptions } from './options.ts';

/** Reports what is wrong with labs, and what could be better; ends with the lab's fault if there is anything. */
export const lint: Command<LintOptions> = async (context, { labs, format = 'plain', fix = false }) => {
  const { cwd, language, stdout } = context;
  const own = known(context);
  const room = narrowRoom();
  const files =
    labs.length > 0 ? labs.map((lab) => findLab(lab, context)) : catalog(labsFolder(context)).map((each) => each.file);

  const found = files.map((file) => {
    if (fix) mend(file, own, room);
    return { file, problems: fromHere(lintLab(readLab(file, own), own, room), cwd) };
  });
  const problems = found.flatMap((each) => each.problems);

  stdout.write(written[format](problems, found.length, language));
  return problems.length > 0 ? exitCodes.lab : exitCodes.done;
};

/** Writes what is safe to write, then marks what is translated with the originals that it was translated from. */
function mend(file: string, own: Known, room: PanelRoom): void {
  const problems = lintLab(readLab(file, own), own, room);
  const text = readFileSync(file, 'utf8');
  const better = fixed(
    text,
    problems.filter((each) => each.file === file),
  );
  if (better !== text && parseLab(better, file, own).lab) writeFileSync(file, better);

  const subject = subjectOf(readLab(file, own), own);
  if (!subject?.translation) return;
  const { source } = subject.translation;
  const marked = withMarks(source.text, freshMarks(subject, subject.translation));
  if (marked !== source.text) writeFileSync(source.file, marked);
}

type Write = (problems: readonly Diagnostic[], labs: number, language: Language) => string;

const plain: Write = (problems, labs, language) =>
  problems.length === 0
    ? `${say(language, message('lint.clean', { labs }))}\n`
    : `${[...problems.map((each) => draw(each, language)), drawCount(problems, language)].join('\n\n')}\n`;

/** Workflow commands: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
const github: Write = (problems, _labs, language) => {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return problems
    .map(({ file, line, column, code, message: words }) => {
      const where = `file=${property(file)},line=${line},col=${column},title=${property(code)}`;
      return `::error ${where}::${data(say(language, words))}\n`;
    })
    .join('');
};

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

const written: Readonly<Record<NonNullable<LintOptions['format']>, Write>> = { plain, github, json };
