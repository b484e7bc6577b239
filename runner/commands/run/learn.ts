import type { ExistingContext } from '../../infra/cluster/existing/context.ts';
import { freeShell } from '../../infra/machine/freeShell.ts';
import type { MachineRequest, Machines } from '../../infra/machine/model.ts';
import { forget, newSessionId, stateFolder } from '../../journal/folder.ts';
import { lockSession } from '../../journal/lock.ts';
import { attachments } from '../../lab/files.ts';
import type { Lab, LabIn } from '../../lab/lab.ts';
import { Interrupted } from '../../prove/interrupted.ts';
import type { LearnerSession } from '../../report/session.ts';
import type { LabScreenRequest } from '../../ui/contract.ts';
import { plainWanted } from '../../ui/plainWanted.ts';
import { type Message, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { Machine } from '../../world/machine/machine.ts';
import { WorldError } from '../../world/world.ts';
import type { ClusterAsked } from '../clusterAsked.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../context.ts';
import { ledgerOf } from '../existingLedger.ts';
import { UsageError } from '../fail.ts';
import { onInterrupt } from '../interrupt.ts';
import { prefer, preferencesOf } from '../preferences.ts';
import { telling } from '../telling.ts';
import { type Workplace, workplace } from '../workplace.ts';
import { openJournaledSession } from './journaledSession.ts';
import { type Beginning, decideBeginning, type Previous } from './previous.ts';

type Rebuilding = Extract<Beginning, { readonly type: 'rebuild' }>;

export type LearnRequest = ClusterAsked & {
  readonly labs: LabIn;
  readonly plain: boolean;
  /** Ask before an earlier session is continued. */
  readonly ask: boolean;
};

/** How a learner's work on a lab came to its end. `ended`: by a signal or with its terminal, so that nobody is there to be asked. */
export type Learned = {
  readonly code: ExitCode;
  readonly ended: boolean;
  /** What came of it, from its beginning; absent where it came to no session. */
  readonly session?: LearnerSession;
};

/** Lets a learner work on a lab in this terminal, until they leave. */
export async function learn(context: CommandContext, request: LearnRequest): Promise<Learned> {
  const lab = request.labs[context.language];
  const lock = await lockSession(stateFolder(context.env), lab.id);
  if (!lock) throw new UsageError(message('run.held', { lab: lab.id }));
  try {
    return await goOn(context, request, await workplace(context, [lab], request.existing));
  } catch (error) {
    if (error instanceof Interrupted) return { code: exitCodes.interrupted, ended: true };
    throw error;
  } finally {
    lock.release();
  }
}

async function goOn(context: CommandContext, request: LearnRequest, place: Workplace): Promise<Learned> {
  const { labs, ask, existing } = request;
  const { env, language, stderr } = context;
  const lab = labs[language];
  const folder = stateFolder(env);
  const plain = plainWanted(env, { plain: request.plain });
  const { machines } = place;
  const decided = await decideBeginning({ context, lab, folder, machines, ask, plain });
  const beginning = decided.type === 'rebuild' ? await begunAgain(context, place, labs, decided) : decided;
  if (beginning.type === 'cancel') return { code: exitCodes.notFinished, ended: false };
  const previous = beginning.type === 'continue' ? beginning.previous : undefined;
  if (previous && existing) mustBeThere(context, lab.id, previous, existing);
  stderr.write(`${say(language, message(previous ? 'run.returning' : 'run.starting'))}\r`);
  const id = previous?.session ?? newSessionId();
  try {
    const entered = await telling(context, (tell) => enter({ machines, lab, session: id, language, tell }, previous));
    const lost = beginning.type === 'anew' ? beginning.lost : undefined;
    return await onStage(context, { labs, folder, id, ...entered, plain, ...(lost && { lost }) });
  } catch (error) {
    if (!previous || !hasLostCluster(error)) throw error;
    // A machine without the cluster that it was beside is of no use: another is brought to this step.
    await machines.remove(previous.machine);
    return goOn(context, { ...request, ask: false }, place);
  }
}

const hasLostCluster = (error: unknown): boolean => error instanceof WorldError && error.code === 'cluster-gone';

/** A learner whose machine was removed goes on with a new one, at the same step. */
async function begunAgain(
  context: CommandContext,
  place: Workplace,
  labs: LabIn,
  { session, step, was }: Rebuilding,
): Promise<Exclude<Beginning, Rebuilding>> {
  const lab = labs[context.language];
  const title = lab.steps.find((each) => each.id === step)?.title ?? step;
  const why = message(was === 'old' ? 'run.renewing' : 'run.rebuilding', { lab: lab.title, step: title });
  context.stderr.write(`${say(context.language, why)}\n`);
  const { rebuild } = await import('./rebuild.ts');
  const folder = stateFolder(context.env);
  const machine = await telling(context, (tell) => rebuild({ ...place, labs, folder, session, step, tell }));
  if (machine) return { type: 'continue', previous: { session, machine } };
  forget(folder, session);
  return { type: 'anew', lost: message(was === 'old' ? 'run.machine-old' : 'run.machine-lost', { lab: lab.id }) };
}

/** A session goes on in the namespace that it has: nowhere else. Throws `UsageError`. */
function mustBeThere(context: CommandContext, lab: string, { session }: Previous, asked: ExistingContext): void {
  const place = ledgerOf(context).find(session);
  if (place?.identity === asked.identity) return;
  const where = place
    ? message('existing.elsewhere-context', { context: place.context })
    : message('existing.elsewhere-own');
  const told = { lab, where: say(context.language, where), context: asked.name };
  throw new UsageError(message('existing.elsewhere', told), message('existing.elsewhere-next'));
}

type Entering = Pick<MachineRequest, 'session' | 'language' | 'tell'> & {
  readonly machines: Machines;
  readonly lab: Lab;
};

type Entered = { readonly machine: Machine; readonly mount: typeof import('../../ui/mount.ts') };

/** The machine, and what draws the screen, which is loaded meanwhile. Called off by Ctrl-C, it leaves no machine that was not there before. */
async function enter({ machines, lab, ...given }: Entering, previous?: Previous): Promise<Entered> {
  const { controller, release } = onInterrupt();
  const { signal } = controller;
  try {
    const opening = previous
      ? machines.enter(previous.machine, signal)
      : machines.create({ ...given, lab: lab.id, needs: lab.needs, files: attachments(lab), signal });
    const [opened, loaded] = await Promise.allSettled([opening, import('../../ui/mount.ts')]);
    if (opened.status === 'rejected') throw opened.reason;
    const machine = opened.value;
    if (loaded.status === 'fulfilled' && !controller.signal.aborted) return { machine, mount: loaded.value };
    await (previous ? machine.detach() : machine.remove());
    throw loaded.status === 'rejected' ? loaded.reason : controller.signal.reason;
  } finally {
    release();
  }
}

type Scene = Entered & {
  readonly labs: LabIn;
  readonly folder: string;
  readonly id: string;
  readonly plain: boolean;
  /** Why this is not what was begun before. */
  readonly lost?: Message;
};

async function onStage(context: CommandContext, scene: Scene): Promise<Learned> {
  const { labs, folder, id, machine, mount, plain, lost } = scene;
  const { language } = context;
  const fault = Promise.withResolvers<never>();
  fault.promise.catch(() => {});
  let gone: WorldError | undefined;
  void machine.gone.then((why) => {
    gone = why;
  });
  const opened = openJournaledSession({ id, labs, language, machine, folder, onFault: fault.reject });
  if (lost) opened.session.report(lost);
  const request: LabScreenRequest = {
    ...context,
    labs,
    session: opened.session,
    terminal: (size) => machine.terminal(size),
    now: () => Date.now(),
    // Where the machine is gone, its end is told already.
    freeShell: () => void freeShell(machine.world).catch(() => undefined),
    onQuiet: () => machine.wake('terminal.quiet'),
    onSaid: (listener) => machine.onSaid(({ words }) => listener(words)),
    onLanguage: opened.setLanguage,
    ...preferencesOf(context),
    onSplit: (split) => prefer(context, { split }),
  };
  const { how } = await Promise.race([plain ? mount.openPlain(request) : mount.openLab(request), fault.promise]);
  const finished = opened.session.state().finished;
  await opened.close(how === 'remove' ? 'remove' : 'keep');
  if (how === 'remove') await machine.remove();
  else await machine.detach();
  // The screen that told of it is gone, too.
  if (gone && how !== 'remove') context.stderr.write(`${say(language, gone.explanation)}\n`);
  const told = gone?.code === 'machine-gone' ? 'run.kept-progress' : 'run.kept';
  const words = how === 'remove' ? message('run.removed') : message(told, { lab: labs.en.id });
  context.stderr.write(`${say(language, words)}\n`);
  const ended = how === 'ended';
  const kept = how !== 'remove' && !gone;
  const session: LearnerSession = {
    ...{ id, lab: labs[language], events: opened.events(), interrupted: ended },
    ...(kept && { machine: machine.name }),
  };
  return { code: finished ? exitCodes.done : gone ? exitCodes.machine : exitCodes.notFinished, ended, session };
}
