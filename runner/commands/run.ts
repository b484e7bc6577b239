import { sessionAsProofs } from '../report/session.ts';
import { clusterAsked } from './clusterAsked.ts';
import { type Command, type CommandContext, exitCodes } from './context.ts';
import { openLab } from './labs.ts';
import type { RunOptions } from './options.ts';
import type { Learned } from './run/learn.ts';
import { trusted } from './trust.ts';

/** Opens a lab for a learner in a terminal. Without one it is played by its own solutions, or where a report is wanted, worked on line by line. */
export const run: Command<RunOptions> = async (
  context,
  { lab, plain = false, json = false, report = [], trust, ...cluster },
) => {
  const labs = openLab(lab, context);
  const asked = [...report, ...(json ? ['json'] : [])];
  const reporters = asked.length > 0 ? (await import('./run/reporters.ts')).sessionReporters(context, asked) : [];
  const inTerminal = Boolean(context.stdin.isTTY && context.stdout.isTTY);
  const drawing = inTerminal ? context : await elsewhere(context, reporters.length > 0);
  if (!(await trusted(drawing ?? context, [labs.en], { trust: trust ?? false }))) return exitCodes.notFinished;
  const where = await clusterAsked(drawing ?? context, cluster, [labs.en]);
  if (!where) return exitCodes.notFinished;
  if (!drawing && reporters.length === 0)
    return (await import('./run/playOut.ts')).playOut(context, { labs, ...where });

  const { code, ended, session }: Learned = drawing
    ? await (await import('./run/learn.ts')).learn(drawing, { labs, plain, ask: true, ...where })
    : await (await import('./run/lineByLine.ts')).lineByLine(context, { labs, ...where });
  // Called off before it came to a session, it is told as well.
  const none = { id: '', lab: labs[context.language], events: [], interrupted: true };
  const told = session ?? (ended ? none : undefined);
  if (told) for (const event of sessionAsProofs(told, Date.now())) for (const each of reporters) each(event);
  return code;
};

/** Where to draw while the output is somebody else's; undefined where there is no terminal. */
async function elsewhere(context: CommandContext, reported: boolean): Promise<CommandContext | undefined> {
  if (!reported || !context.stdin.isTTY) return undefined;
  const stdout = context.stderr.isTTY ? context.stderr : (await import('./run/ttyStream.ts')).ttyStream();
  return stdout && { ...context, stdout };
}
