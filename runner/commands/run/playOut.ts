import { checks } from '../../../checks/index.ts';
import type { LabIn } from '../../lab/lab.ts';
import { Interrupted } from '../../prove/interrupted.ts';
import { play } from '../../prove/play.ts';
import { proverTools } from '../../prove/tools.ts';
import { say } from '../../words/say.ts';
import type { ClusterAsked } from '../clusterAsked.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../context.ts';
import { onInterrupt } from '../interrupt.ts';
import { codeOf } from '../test/codeOf.ts';
import { workplace } from '../workplace.ts';

export type PlayRequest = ClusterAsked & { readonly labs: LabIn };

/** Plays a lab by its own solutions, for whoever has no terminal to work in. */
export async function playOut(context: CommandContext, { labs, existing }: PlayRequest): Promise<ExitCode> {
  const { language, stdout, stderr } = context;
  const place = await workplace(context, [labs.en], existing);
  const { controller, release } = onInterrupt();
  const tools = proverTools({
    ...place,
    checks,
    signal: controller.signal,
    tell: (told) => stderr.write(`${say(language, told)}\n`),
  });
  const write = (line: string) => stdout.write(`${line}\n`);
  try {
    return codeOf(await play({ labs, language, write }, tools));
  } catch (error) {
    if (error instanceof Interrupted) return exitCodes.interrupted;
    throw error;
  } finally {
    release();
  }
}
