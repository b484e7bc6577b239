import type { Setup } from '../lab/lab.ts';
import { answering, told, withFunctions } from '../verdict/script.ts';
import { type Message, message } from '../words/message.ts';
import { ScriptLate, WorldError } from '../world/world.ts';
import { type Core, machineNow } from './core.ts';
import { ensureFacts, readsLife, spokenBy } from './ensureFacts.ts';
import { enginesOf, environment } from './environment.ts';
import type { Images } from './images.ts';
import { beginTrouble, endOwnTrouble, endTrouble } from './trouble.ts';

/** How long preparing may take, in ms. */
const deadline = 120_000;

/** How much of what a script has printed is told, in characters. */
const longestTold = 2_000;

/** What was made so on a machine is written down there: another machine has none of it, whatever the journal says. */
const folder = '/run/seatrial/prepared';

/** Makes so what must be so before a step opens, once a machine. */
export type Preparation = {
  /**
  Resolves with from when on actions count in this step, `since` where nothing had to be made for it; undefined where it cannot open yet.
  Rejects with `WorldError` where the machine cannot be asked.
  */
  of(step: string, since: number): Promise<number | undefined>;
  /** What has failed by the lab's fault is tried once more. */
  again(): void;
  /** Ends what is under way: it is begun anew when the session goes on. */
  close(): void;
};

type Due = { readonly name: string; readonly before?: string; readonly setup: Setup };

export function preparationOf(core: Core, images: Pick<Images, 'arrived'>): Preparation {
  const closed = new AbortController();
  const { signal } = closed;
  const done = new Set<string>();
  const failed = new Set<string>();

  const dueFor = (id: string): readonly Due[] => {
    const lab = core.lab();
    const own = lab.steps.find((each) => each.id === id)?.setup;
    const all: readonly Due[] = [
      ...(lab.setup ? [{ name: 'lab', setup: lab.setup }] : []),
      ...(own ? [{ name: `step.${id}`, before: id, setup: own }] : []),
    ];
    return all.filter(({ name }) => !done.has(name));
  };

  const isMade = async ({ name }: Due): Promise<boolean> => {
    const { exitCode } = await core.world.shell.script(`test -e ${folder}/${name}`, {}, deadline, signal);
    return exitCode === 0;
  };

  const prepare = async ({ name, before, setup }: Due): Promise<boolean> => {
    // What keeps images away is told of already.
    if (!(await images.arrived(signal))) return false;
    const missing = await missingFor(core, setup, signal);
    if (missing) {
      // It is looked for again and again.
      beginTrouble(core, missing, 'facts');
      return false;
    }
    endOwnTrouble(core);
    const what = before === undefined ? {} : { before };
    core.emit({ type: 'setup.began', ...what });
    let ready = false;
    try {
      const because = await make(core, setup, signal);
      if (because) {
        failed.add(name);
        core.emit({ type: 'trouble.began', trouble: because, of: 'setup' });
        return false;
      }
      await core.world.shell.script(`mkdir -p ${folder} && touch ${folder}/${name}`, {}, deadline);
      endTrouble(core);
      ready = true;
      return true;
    } finally {
      core.emit({ type: 'setup.ended', ...what, ready });
    }
  };

  return {
    async of(step, since) {
      let from = since;
      try {
        for (const due of dueFor(step)) {
          if (failed.has(due.name)) return undefined;
          if (!(await isMade(due))) {
            if (!(await prepare(due))) return undefined;
            // What was made is nobody's action.
            from = await machineNow(core);
          }
          done.add(due.name);
        }
      } catch (error) {
        if (signal.aborted) return undefined;
        throw error;
      }
      endOwnTrouble(core);
      return from;
    },
    again: () => failed.clear(),
    close: () => closed.abort(),
  };
}

const scriptOf = (setup: Setup) => ({ kind: 'script', ...setup }) as const;

/** What a step that was skipped would have made, and what prepares this one speaks of. */
async function missingFor(core: Core, setup: Setup, signal: AbortSignal): Promise<Message | undefined> {
  const use = scriptOf(setup);
  await answering(core.world, enginesOf(use, core.lab().needs), signal);
  const missing = await ensureFacts(core, spokenBy(core, use), readsLife(core, use) ? 'running' : 'there');
  if (missing?.verdict.status === 'errored')
    throw new WorldError(missing.verdict.because, { blame: missing.verdict.blame });
  return missing?.verdict.because;
}

/** Resolves with why that is the lab's fault, where it has failed. */
async function make(core: Core, setup: Setup, signal: AbortSignal): Promise<Message | undefined> {
  const { world } = core;
  const { needs, language } = core.lab();
  const engines = enginesOf(scriptOf(setup), needs);
  const before = await answering(world, engines, signal);
  const env = await environment({ facts: core.state().facts, world, language }, engines);
  const [text, variables] = withFunctions(`set -e; ${setup.run}`, env, setup.lib);
  try {
    const result = await world.shell.check(text, variables, deadline, signal);
    const trouble = result.trouble && told(result.trouble, result);
    if (trouble) throw new WorldError(trouble);
    if (result.exitCode === 0) return undefined;
    // Where an engine went away meanwhile, that is why.
    if ((await answering(world, engines, signal)) !== before) throw new WorldError(message('setup.disturbed'));
    return message('setup.failed', { code: result.exitCode, output: result.output.trim().slice(-longestTold) });
  } catch (error) {
    if (!(error instanceof ScriptLate)) throw error;
    return message('setup.late', { seconds: error.seconds });
  }
}
