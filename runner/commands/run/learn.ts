import { forget, newSessionId, stateFolder } from '../../journal/folder.ts';
import { type Lock, lockSession } from '../../journal/lock.ts';
import type { Lab } from '../../lab/lab.ts';
import { type Prepared, prepare } from '../../setup/prepare.ts';
import type { LabScreenRequest } from '../../ui/contract.ts';
import { plainWanted } from '../../ui/plainWanted.ts';
import { type Language, type Message, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { freeShell } from '../../world/machine/freeShell.ts';
import type { Machine, Machines } from '../../world/machine/machine.ts';
import { machinesOn } from '../../world/machine/machinesOn.ts';
import { tracesOn } from '../../world/machine/traces.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../context.ts';
import { UsageError } from '../fail.ts';
import { type Beginning, decideBeginning, type Previous } from './previous.ts';
import { openStage } from './stage.ts';

type Rebuilding = Extract<Beginning, { readonly type: 'rebuild' }>;

export type LearnRequest = {
  readonly labs: Readonly<Record<Language, Lab>>;
  readonly plain: boolean;
  /** Ask before an earlier session is continued. */
  readonly ask: boolean;
};

/** Lets a learner work on a lab in this terminal, until they leave. */
export async function learn(context: CommandContext, { labs, plain, ask }: LearnRequest): Promise<ExitCode> {
  const { env, language, stderr } = context;
  const lab = labs[language];
  const folder = stateFolder(env);
  const asPlain = plainWanted(env, { plain });
  const lock = await lockSession(folder, lab.id);
  if (!lock) throw new UsageError(message('run.held', { lab: lab.id }));
  try {
    const prepared = await prepare({ ...context, images: ['machine', ...lab.images] });
    const machines = machinesOn(prepared);
    const decided = await decideBeginning({ context, lab, folder, machines, ask, plain: asPlain });
    const beginning = decided.type === 'rebuild' ? await begunAgain(context, prepared, labs, decided) : decided;
    if (beginning.type === 'cancel') return exitCodes.notFinished;
    const previous = beginning.type === 'continue' ? beginning.previous : undefined;
    stderr.write(`${say(language, message(previous ? 'run.returning' : 'run.starting'))}\r`);
    const id = previous?.session ?? newSessionId();
    const machine = await enter(machines, lab, id, language, previous);
    const lost = beginning.type === 'anew' ? beginning.lost : undefined;
    return await onStage(context, { labs, folder, id, machine, plain: asPlain, ...(lost && { lost }) });
  } finally {
    release(lock);
  }
}

/** A learner whose machine was removed goes on with a new one, at the same step. */
async function begunAgain(
  context: CommandContext,
  prepared: Prepared,
  labs: Readonly<Record<Language, Lab>>,
  { session, step }: Rebuilding,
): Promise<Exclude<Beginning, Rebuilding>> {
  const lab = labs[context.language];
  const title = lab.steps.find((each) => each.id === step)?.title ?? step;
  context.stderr.write(`${say(context.language, message('run.rebuilding', { lab: lab.title, step: title }))}\n`);
  const { rebuild } = await import('./rebuild.ts');
  const traces = tracesOn(prepared.engine.docker);
  const folder = stateFolder(context.env);
  const machine = await rebuild({ labs, machines: machinesOn(prepared), traces, folder, session, step });
  if (machine) return { type: 'continue', previous: { session, machine } };
  forget(folder, session);
  return { type: 'anew', lost: message('run.machine-lost', { lab: lab.id }) };
}

const release = (lock: Lock): void => lock.release();

const enter = (
  machines: Machines,
  lab: Lab,
  session: string,
  language: Language,
  previous?: Previous,
): Promise<Machine> =>
  previous ? machines.enter(previous.machine) : machines.create({ session, lab: lab.id, language });

type Scene = {
  readonly labs: Readonly<Record<Language, Lab>>;
  readonly folder: string;
  readonly id: string;
  readonly machine: Machine;
  readonly plain: boolean;
  /** Why this is not what was begun before. */
  readonly lost?: Message;
};

async function onStage(context: CommandContext, { labs, folder, id, machine, plain, lost }: Scene): Promise<ExitCode> {
  const fault = Promise.withResolvers<never>();
  fault.promise.catch(() => {});
  const stage = openStage({ id, labs, language: context.language, machine, folder, onFault: fault.reject });
  if (lost) stage.session.report(lost);
  const request: LabScreenRequest = {
    ...context,
    labs,
    session: stage.session,
    terminal: (size) => machine.terminal(size),
    now: () => Date.now(),
    // Where the machine is gone, its end is told already.
    freeShell: () => void freeShell(machine.world).catch(() => undefined),
    onQuiet: () => machine.wake('terminal.quiet'),
    onSaid: (listener) => machine.onSaid(({ words }) => listener(words)),
    onLanguage: stage.setLanguage,
  };
  const { openLab, openPlain } = await import('../../ui/mount.ts');
  const { how } = await Promise.race([plain ? openPlain(request) : openLab(request), fault.promise]);
  const finished = stage.session.state().finished;
  await stage.close(how === 'remove' ? 'remove' : 'keep');
  if (how === 'remove') await machine.remove();
  else await machine.detach();
  const words = how === 'remove' ? message('run.removed') : message('run.kept', { lab: labs.en.id });
  context.stderr.write(`${say(context.language, words)}\n`);
  return finished ? exitCodes.done : exitCodes.notFinished;
}
