import type { Message } from '../words/message.ts';
import { everything, type Wake } from '../world/wake.ts';
import { WorldError } from '../world/world.ts';
import { bind } from './bind.ts';
import { type Core, machineNow } from './core.ts';
import { type Fate, fateOf } from './fate.ts';
import { judgeUse } from './judgeUse.ts';
import { lasting } from './lasting.ts';
import type { Watching } from './state.ts';
import { beginTrouble } from './trouble.ts';

/** Between the end of a process and the word on who ended it, in ms: the engine's log may come after its events. */
const wordOfIt = 200;

export type Standing = {
  /** Takes in what is to be watched now, and what no more. */
  follow(): void;
  wake(wake: Wake): void;
  close(): void;
};

type Given = {
  readonly run: (task: () => Promise<void>) => void;
  /** It ended by itself. */
  readonly onEnded: (watching: Watching, because: Message) => Promise<void>;
  /** Nothing is left to be watched. */
  readonly onSettled: () => Promise<void>;
};

/** `late`: it has lived for long enough. `unseen`: for a while nobody could tell how it was. */
type Watch = {
  readonly of: Watching;
  readonly timers: (() => void)[];
  late: boolean;
  doubted: boolean;
  unseen: boolean;
};

/** Watches the processes that verdicts stand on for their first seconds. */
export function standingOf(core: Core, { run, onEnded, onSettled }: Given): Standing {
  const watches = new Map<Watching, Watch>();

  const begin = (of: Watching) => {
    const watch: Watch = { of, timers: [], late: false, doubted: false, unseen: false };
    watches.set(of, watch);
    const left = Math.min(lasting, Math.max(0, of.at + lasting - core.clock.now()));
    later(watch, left, () => {
      watch.late = true;
      return look(watch);
    });
  };

  const later = (watch: Watch, delay: number, task: () => Promise<void>) => {
    watch.timers.push(core.clock.after(delay, () => run(task)));
  };

  const look = async (watch: Watch, decides = false): Promise<void> => {
    if (watches.get(watch.of) !== watch) return;
    const fate = await fateOfAll(watch);
    if (fate?.is === 'alive') {
      watch.doubted = false;
      if (watch.late) await settle(watch.of);
    } else if (fate && decides) {
      // What ended while nobody could see it may have ended by anybody's hand.
      if (fate.is === 'ended' && !watch.unseen) await onEnded(watch.of, fate.because);
      else await settle(watch.of);
    } else if (fate && !watch.doubted) {
      watch.doubted = true;
      later(watch, wordOfIt, () => look(watch, true));
    }
  };

  /** Undefined where the world cannot be asked: it is looked at again once it can. */
  const fateOfAll = async (watch: Watch): Promise<Fate | undefined> => {
    try {
      const fates = await Promise.all(watch.of.alive.map((each) => fateOf(each, watch.of.since, core.world)));
      return fates.find(({ is }) => is !== 'alive') ?? { is: 'alive' };
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      Object.assign(watch, { unseen: true, doubted: false });
      beginTrouble(core, error.explanation);
      return undefined;
    }
  };

  const settle = async ({ step, check }: Watching) => {
    core.emit({ type: 'check.stands', step, check });
    if (core.state().watching.length === 0) await onSettled();
  };

  const concernsAny = ({ topic, subject }: Wake, { alive }: Watching): boolean =>
    everything.includes(topic) ||
    topic === 'kubernetes.object.Pod' ||
    alive.some((each) => each.in === 'container' && each.container === subject);

  const end = (watch: Watch) => {
    for (const cancel of watch.timers) cancel();
    watches.delete(watch.of);
  };

  return {
    follow() {
      const now = core.state().finished ? [] : core.state().watching;
      for (const watch of [...watches.values()]) if (!now.includes(watch.of)) end(watch);
      for (const of of now) if (!watches.has(of)) begin(of);
    },
    wake(wake) {
      for (const watch of watches.values()) {
        // What ended with the engine itself is told by no event.
        if (wake.topic === 'reconnected') watch.unseen = true;
        if (concernsAny(wake, watch.of)) run(() => look(watch));
      }
    },
    close() {
      for (const watch of [...watches.values()]) end(watch);
    },
  };
}

/** Whether the check of what has ended passes by something else, which then is what it has found. */
export async function passesOtherwise(core: Core, { step: id, check }: Watching): Promise<boolean> {
  const step = core.lab().steps.find((each) => each.id === id);
  const use = step?.checks[check];
  const judged = step && use && (await judgeUse(core, step, use, Number.MAX_SAFE_INTEGER));
  if (!use || judged?.verdict.status !== 'passed' || !judged.verdict.found) return false;
  const before = core.state().steps.find((each) => each.id === id)?.verdicts[check];
  const was = before?.status === 'passed' ? before.found : undefined;
  if (JSON.stringify(was) === JSON.stringify(judged.verdict.found)) return false;
  const { params, evidence, verdict } = judged;
  const wokenAt = await machineNow(core);
  core.emit({ type: 'check.judged', step: id, check, params, evidence, verdict, topic: 'ended', wokenAt });
  bind(core, use, judged.verdict);
  return true;
}
