import type { Diagnostic } from '../lab/diagnostic.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { type Command, exitCodes } from './context.ts';
import { findLabs } from './findLab.ts';
import { cleanBefore } from './lint/cleanBefore.ts';
import type { LintOptions } from './options.ts';

const none = () => [];

/** Reports what is wrong with labs, and what could be better; ends with the lab's fault if there is more than warnings. */
export const lint: Command<LintOptions> = async (context, { labs, format = 'plain', fix = false }) => {
  const files = findLabs(labs, context);
  const clean = cleanBefore(context);
  const wanted = fix ? files : files.filter((file) => !clean.has(file));
  // Reading labs takes most of the time, and what it needs is loaded only where there is something to read.
  const { look, lookAround } = wanted.length > 0 ? await import('./lint/look.ts') : { look: none, lookAround: none };
  const found = look(wanted, fix, context);
  const around = lookAround(files, context);
  const problems = [...found.flatMap((each) => each.problems), ...around];
  // What labs leave out is asked of all of them again.
  const isFine = (own: readonly Diagnostic[]) => own.length === 0 && around.length === 0;
  const fine = found.filter((each) => isFine(each.problems)).map(({ file }) => file);
  if (fine.length > 0) clean.remember(fine);

  if (problems.length === 0 && format === 'plain') {
    context.stdout.write(`${say(context.language, message('lint.clean', { labs: files.length }))}\n`);
  } else {
    const { formats } = await import('./lint/formats.ts');
    context.stdout.write(formats[format](problems, files.length, context.language));
  }
  return problems.some(({ level }) => level === undefined) ? exitCodes.lab : exitCodes.done;
};
