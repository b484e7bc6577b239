import { availableParallelism, freemem } from 'node:os';
import { checks } from '../../checks/index.ts';
import { catalog } from '../lab/catalog.ts';
import type { ProofEvent } from '../prove/event.ts';
import { proveLab } from '../prove/proveLab.ts';
import { prove, type Run } from '../prove/run.ts';
import { proverTools } from '../prove/tools.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { clusterAsked } from './clusterAsked.ts';
import { type Command, type CommandContext, exitCodes } from './context.ts';
import { UsageError } from './fail.ts';
import { onInterrupt } from './interrupt.ts';
import { labsFolder, openLab } from './labs.ts';
import type { TestOptions } from './options.ts';
import { codeOf } from './test/codeOf.ts';
import { askedReporters } from './test/sinks.ts';
import { trusted } from './trust.ts';
import { workplace } from './workplace.ts';

/** Proves labs: untouched they fail, solved they pass, and each mistake earns the message that is meant for it. */
export const test: Command<TestOptions> = async (context, options) => {
  const { labs, proveOne, language } =
    options.attempts === undefined
      ? wholeLabs(context, options)
      : (await import('./test/attempts.ts')).attemptsIn(context, options.attempts);
  const own = labs.map(({ en }) => en);
  if (!(await trusted(context, own, { trust: options.trust ?? false }))) return exitCodes.notFinished;
  const where = await clusterAsked(context, options, own);
  if (!where) return exitCodes.notFinished;
  const timeout = numberOf(options.timeout, '--timeout');
  const jobs = numberOf(options.jobs, '--jobs') ?? defaultJobs();
  const repeat = numberOf(options.repeat, '--repeat') ?? 1;
  const listeners = askedReporters(context, [...(options.report ?? []), ...(options.json ? ['json'] : [])]);

  const place = await workplace(context, own, where.existing);
  const { controller, release } = onInterrupt();
  const tools = proverTools({
    ...place,
    checks,
    signal: controller.signal,
    tell: (told) => context.stderr.write(`${say(context.language, told)}\n`),
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
  });
  const run = {
    ...{ labs, proveOne, language, jobs, repeat },
    keep: options.keep ?? false,
    bail: options.bail ?? false,
    onEvent: (event: ProofEvent) => {
      for (const listener of listeners) listener(event);
    },
  };
  return prove(run, tools).then(codeOf).finally(release);
};

/** What is proven, and how. */
export type Proving = Pick<Run, 'labs' | 'proveOne' | 'language'>;

function wholeLabs(context: CommandContext, { labs: given, step, mutate = false }: TestOptions): Proving {
  const names = given.length > 0 ? given : catalog(labsFolder(context)).map(({ file }) => file);
  const all = names.map((name) => openLab(name, context));
  const labs = step === undefined ? all : all.filter(({ en }) => en.steps.some(({ id }) => id === step));
  if (step !== undefined && labs.length === 0) throw new UsageError(message('lab.unknown-step', { step }));
  // What a mistake must earn is declared in English.
  return {
    labs,
    language: 'en',
    proveOne: (task, tools) => proveLab(task, { ...(step !== undefined && { step }), mutate }, tools),
  };
}

/** What a machine with its engine and a few containers takes, in bytes. */
const perMachine = 400 * 1024 ** 2;

const defaultJobs = (): number => Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / perMachine)));

function numberOf(given: string | undefined, option: string): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (!Number.isFinite(value) || value <= 0) throw new UsageError(message('prove.not-a-number', { option, given }));
  return value;
}
