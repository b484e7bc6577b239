import { availableParallelism, freemem } from 'node:os';
import { checks } from '../../checks/index.ts';
import type { Lab } from '../lab/lab.ts';
import type { ProofEvent, RunOutcome } from '../prove/event.ts';
import { proveLab, type Wanted } from '../prove/proveLab.ts';
import { type ProofRun, runProofs } from '../prove/runProofs.ts';
import { proverTools } from '../prove/tools.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { clusterAsked } from './clusterAsked.ts';
import { type Command, type CommandContext, exitCodes } from './context.ts';
import { UsageError } from './fail.ts';
import { findLabs } from './findLab.ts';
import { onInterrupt } from './interrupt.ts';
import { openLab } from './labs.ts';
import type { TestOptions } from './options.ts';
import { codeOf } from './test/codeOf.ts';
import type { Due } from './test/due.ts';
import { askedReporters } from './test/sinks.ts';
import { unknownStep } from './test/unknownStep.ts';
import { trusted } from './trust.ts';
import { provingPlace } from './workplace.ts';

/** Proves labs: untouched they fail, solved they pass, and each mistake earns the message that is meant for it. */
export const test: Command<TestOptions> = async (context, options) => {
  const proving =
    options.attempts === undefined
      ? wholeLabs(context, options)
      : (await import('./test/attempts.ts')).attemptsIn(context, options.attempts);
  const own = proving.labs.map(({ en }) => en);
  if (!(await trusted(context, own, { trust: options.trust ?? false }))) return exitCodes.notFinished;
  const where = await clusterAsked(context, options, own);
  if (!where) return exitCodes.notFinished;
  const timeout = numberOf(options.timeout, '--timeout');
  const jobs = numberOf(options.jobs, '--jobs') ?? defaultJobs();
  const repeat = numberOf(options.repeat, '--repeat') ?? 1;
  const asked = [...(options.report ?? []), ...(options.json ? ['json'] : [])];

  const proveThese = async (
    what: Proving,
    signal: AbortSignal,
    told = (event: ProofEvent): ProofEvent => event,
  ): Promise<RunOutcome> => {
    const listeners = askedReporters(context, asked);
    const place = await provingPlace(
      context,
      what.labs.map(({ en }) => en),
      where.existing,
    );
    const tools = proverTools({
      ...place,
      checks,
      signal,
      tell: (told) => context.stderr.write(`${say(context.language, told)}\n`),
      ...(timeout !== undefined && { timeout: timeout * 1000 }),
    });
    const onEvent = (event: ProofEvent) => {
      for (const listener of listeners) listener(told(event));
    };
    const { keep = false, bail = false } = options;
    return runProofs({ ...what, jobs, repeat, keep, bail, onEvent }, tools);
  };

  if (options.watch) {
    const { watchLabs } = await import('./test/watch.ts');
    return watchLabs({
      context,
      labs: proving.labs,
      prove: ({ due, signal }, superseded) => {
        const step = (lab: Lab): Due | undefined => [...due].find(([{ en }]) => en.file === lab.file)?.[1];
        const proveOne: Proving['proveOne'] = (task, tools) => {
          const what = step(task.labs.en);
          return proveLab(task, wanted(options, what === 'whole' ? undefined : what), tools);
        };
        const what = options.attempts === undefined ? { ...proving, proveOne } : proving;
        const told = (event: ProofEvent): ProofEvent =>
          event.type === 'run.ended' && superseded() ? { type: 'run.superseded', at: event.at } : event;
        return proveThese({ ...what, labs: [...due.keys()] }, signal, told);
      },
    });
  }
  const { controller, release } = onInterrupt();
  return proveThese(proving, controller.signal).then(codeOf).finally(release);
};

/** Of what `--step` allows, these steps; all of them where none are named. */
const wanted = ({ step, mutate = false, attack = false }: TestOptions, steps?: readonly string[]): Wanted => {
  const these = step === undefined ? steps : [step];
  return { ...(these && { steps: these }), mutate, attack };
};

/** What is proven, and how. */
export type Proving = Pick<ProofRun, 'labs' | 'proveOne' | 'language'>;

function wholeLabs(context: CommandContext, options: TestOptions): Proving {
  const { step } = options;
  const all = findLabs(options.labs, context).map((file) => openLab(file, context));
  const labs = step === undefined ? all : all.filter(({ en }) => en.steps.some(({ id }) => id === step));
  if (step !== undefined && labs.length === 0) throw unknownStep(step, all);
  // What a mistake must earn is declared in English.
  return {
    labs,
    language: 'en',
    proveOne: (task, tools) => proveLab(task, wanted(options), tools),
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
