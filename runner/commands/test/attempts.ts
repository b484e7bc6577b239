import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAttempts } from '../../lab/attempts.ts';
import { proveAttempts } from '../../prove/attempts/proveAttempts.ts';
import { message } from '../../words/message.ts';
import type { CommandContext } from '../context.ts';
import { LabError, UsageError } from '../fail.ts';
import { openLab } from '../labs.ts';
import type { Proving } from '../test.ts';
import { unknownStep } from './unknownStep.ts';

/** The attempts of a file, to be proven. Throws where there is no such file, or something is wrong with it. */
export function attemptsIn(context: CommandContext, given: string): Proving {
  const file = resolve(context.cwd, given);
  const { found, diagnostics } = parseAttempts(read(file, given), file);
  if (!found) throw new LabError(diagnostics);
  const lab = openLab(found.lab, context);
  const lost = found.attempts.find(({ at }) => !lab.en.steps.some(({ id }) => id === at));
  if (lost) throw unknownStep(lost.at, [lab]);
  const { language } = context;
  return {
    labs: [lab],
    language,
    proveOne: (task, tools) => proveAttempts(task, found.attempts, language, tools),
  };
}

function read(file: string, given: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(message('prove.no-file', { path: given }));
  }
}
