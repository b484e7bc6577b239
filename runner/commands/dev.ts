import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checks } from '../../checks/index.ts';
import { freeShell } from '../infra/machine/freeShell.ts';
import { imageNames } from '../lab/catalog.ts';
import { Interrupted } from '../prove/interrupted.ts';
import { proverTools } from '../prove/tools.ts';
import { plainWanted } from '../ui/plainWanted.ts';
import { type Clock, systemClock } from '../verdict/clock.ts';
import { type Message, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { type Command, type CommandContext, type ExitCode, exitCodes } from './context.ts';
import { AuthorSession } from './dev/authorSession.ts';
import { type AuthorsTools, authorsTools } from './dev/authorsTools.ts';
import { bad } from './dev/state.ts';
import { watchLab } from './dev/watchFiles.ts';
import { UsageError } from './fail.ts';
import { onInterrupt } from './interrupt.ts';
import { inspectLab, openLab } from './labs.ts';
import type { DevOptions } from './options.ts';
import { trusted } from './trust.ts';
import { workplace } from './workplace.ts';

/** The same time, in parts of a millisecond: how long a look took is shown. */
const fineClock: Clock = { ...systemClock, now: () => performance.timeOrigin + performance.now() };

/** The author's loop: the lab is open beside its shell, and read again whenever it is saved. Its machine is always removed. */
export const dev: Command<DevOptions> = async (context, { lab, trust }) => {
  if (!context.stdin.isTTY || !context.stdout.isTTY || plainWanted(context.env)) {
    throw new UsageError(message('dev.no-terminal'), message('dev.instead', { lab }));
  }
  const labs = openLab(lab, context);
  if (!(await trusted(context, [labs.en], { trust: trust ?? false }))) return exitCodes.notFinished;
  // All that labs may use: which ones this lab wants may change while it is open. The node is a cluster's own.
  const images = imageNames(join(context.root, 'images')).filter((name) => name !== 'node');
  const place = await workplace(context, [{ ...labs.en, images }]);
  const { controller, release } = onInterrupt();
  const { signal } = controller;
  const fault = Promise.withResolvers<never>();
  fault.promise.catch(() => undefined);
  let tools: AuthorsTools | undefined;
  const tell = (told: Message) => {
    if (tools) author.doing(told);
    else context.stderr.write(`${say(context.language, told)}\n`);
  };
  const author = new AuthorSession({
    ...{ labs, language: context.language, read: () => inspectLab(labs.en.file, context) },
    tools: { ...proverTools({ ...place, checks, signal, tell }), clock: fineClock },
    onChange: () => tools?.refresh(),
    onFault: fault.reject,
  });
  context.stderr.write(`${say(context.language, message('dev.starting'))}\r`);
  try {
    await author.openMachine();
    tools = authorsTools(author);
    return await onScreen(context, author, tools, fault.promise);
  } catch (error) {
    if (error instanceof Interrupted) return exitCodes.interrupted;
    throw error;
  } finally {
    controller.abort(new Interrupted());
    await author.end();
    release();
  }
};

async function onScreen(
  context: CommandContext,
  author: AuthorSession,
  extension: AuthorsTools,
  fault: Promise<never>,
): Promise<ExitCode> {
  const mount = await import('../ui/mount.ts');
  const stopWatching = watchLab(
    author.labs.en.file,
    () => author.changed(),
    (error) => author.say(bad(message('dev.unwatched', { text: error.message }))),
  );
  try {
    const left = mount.openLab({
      ...context,
      labs: author.labs,
      session: author.session,
      terminal: author.terminal,
      now: () => Date.now(),
      freeShell: () => void freeShell(author.harness.machine.world).catch(() => undefined),
      onQuiet: () => author.harness.machine.wake('terminal.quiet'),
      onSaid: author.onSaid,
      onLanguage: (language) => author.setLanguage(language),
      extension,
    });
    await Promise.race([left, fault]);
  } finally {
    stopWatching();
  }
  context.stderr.write(`${say(context.language, message('dev.left'))}\n`);
  return exitCodes.done;
}
