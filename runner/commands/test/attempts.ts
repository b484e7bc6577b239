import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Attempt, parseAttempts, questionAt } from '../../lab/attempts.ts';
import type { Diagnostic } from '../../lab/diagnostic.ts';
import { labFile } from '../../lab/files.ts';
import type { Lab } from '../../lab/lab.ts';
import { nearest } from '../../lab/nearest.ts';
import type { Source } from '../../lab/source.ts';
import { proveAttempts } from '../../prove/attempts/proveAttempts.ts';
import { message } from '../../words/message.ts';
import type { CommandContext } from '../context.ts';
import { LabError, UsageError } from '../fail.ts';
import { fromHere, openLab } from '../labs.ts';
import type { Proving } from '../test.ts';

/** The attempts of a file, to be proven. Throws where there is no such file, or something is wrong with it. */
export function attemptsIn(context: CommandContext, given: string): Proving {
  const file = resolve(context.cwd, given);
  const { found, source, diagnostics } = parseAttempts(read(file, given), file);
  if (!found || !source) throw new LabError(fromHere(diagnostics, context.cwd));
  const lab = openLab(found.lab, { ...context, ...besideOf(file, found.lab, context) });
  const lost = found.attempts.flatMap((each, index) => lostIn(each, index, lab.en, source));
  if (lost.length > 0) throw new LabError(fromHere(lost, context.cwd));
  const { language } = context;
  return {
    labs: [lab],
    language,
    proveOne: (task, tools) => proveAttempts(task, found.attempts, language, tools),
  };
}

/** The step that an attempt names, and its question, where the lab has none such. */
function lostIn({ at, question }: Attempt, index: number, { steps }: Lab, source: Source): readonly Diagnostic[] {
  const here = ['attempts', index] as const;
  const step = steps.find(({ id }) => id === at);
  if (!step) {
    const suggestion = nearest(
      at,
      steps.map(({ id }) => id),
    );
    return [
      source.diagnose('unknown-step', [...here, 'at'], message('lab.unknown-step', { step: at }), { suggestion }),
    ];
  }
  if (question === undefined || questionAt(step, question) >= 0) return [];
  const ids = step.questions.map(({ id }) => id);
  const why = message('lab.unknown-question', { question, step: at });
  return [source.diagnose('unknown-question', [...here, 'question'], why, { suggestion: nearest(question, ids) })];
}

/** A path in the file is one from the file, wherever the command was typed; where nothing lies there, from there. */
function besideOf(file: string, lab: string, { cwd }: CommandContext): { readonly cwd: string } {
  const folder = dirname(file);
  return { cwd: existsSync(resolve(folder, labFile(lab))) ? folder : cwd };
}

function read(file: string, given: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(message('prove.no-file', { path: given }));
  }
}
