import { checks } from '../../../checks/index.ts';
import type { Lab } from '../../lab/lab.ts';
import { Interrupted } from '../../prove/interrupted.ts';
import { play } from '../../prove/play.ts';
import { proverTools } from '../../prove/tools.ts';
import { prepare } from '../../setup/prepare.ts';
import type { Language } from '../../words/message.ts';
import { machinesOn } from '../../world/machine/machinesOn.ts';
import { tracesOn } from '../../world/machine/traces.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../context.ts';
import { onInterrupt } from '../interrupt.ts';
import { codeOf } from '../test/codeOf.ts';

export type PlayRequest = { readonly labs: Readonly<Record<Language, Lab>> };

/** Plays a lab by its own solutions, for whoever has no terminal to work in. */
export async function playOut(context: CommandContext, { labs }: PlayRequest): Promise<ExitCode> {
  const { language, stdout } = context;
  const prepared = await prepare({ ...context, images: ['machine', ...labs.en.images] });
  const { controller, release } = onInterrupt();
  const tools = proverTools({
    machines: machinesOn(prepared),
    traces: tracesOn(prepared.engine.docker),
    checks,
    signal: controller.signal,
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
