import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseAttempts } from '../../lab/attempts.ts';
import { labFile } from '../../lab/files.ts';
import { nearest } from '../../lab/nearest.ts';
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
  const ids = lab.en.steps.map(({ id }) => id);
  const lost = found.attempts.flatMap(({ at }, index) =>
    ids.includes(at)
      ? []
      : [
          source.diagnose('unknown-step', ['attempts', index, 'at'], message('lab.unknown-step', { step: at }), {
            suggestion: nearest(at, ids),
          }),
        ],
  );
  if (lost.length > 0) throw new LabError(fromHere(lost, context.cwd));
  const { language } = context;
  return {
    labs: [lab],
    language,
    proveOne: (task, tools) => proveAttempts(task, found.attempts, language, tools),
  };
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
