import type { Step } from '../lab/lab.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Topic, Wake } from '../world/wake.ts';
import { concerns } from '../world/wake.ts';
import { bind } from './bind.ts';
import type { Core } from './core.ts';
import { checkOf, type Judged } from './judgeCheck.ts';
import { judgeUse } from './judgeUse.ts';
import { type Climb, climb } from './ladder.ts';
import { lastLine } from './line/lastLine.ts';
import { paceOf } from './pace.ts';
import { beginTrouble, endTrouble } from './trouble.ts';

/** The last look after a wake. What is half done looks like a miss, so where a check settles only this look tells of one. */
const settled = 'settled';
const settling = 'settle';

/** How long a miss may look like half of something while wake follows wake, in ms: then it is told of. */
const patience = 500;

const isMiss = (verdict: Verdict): boolean =>
  verdict.status === 'pending' && (verdict.attempt === true || verdict.vague === true);

type Cause = { readonly topic: Topic; readonly at: number };

/** Watches the checks of one step from its opening to its end. */
export type StepWatch = {
  /** Marks the checks that this concerns. Returns whether there are any. */
  wake(wake: Wake): boolean;
  /** Judges what is marked. Resolves with the time of the wake that passed its last check (machine's clock), once all have. */
  judge(): Promise<number | undefined>;
  /** Resolves once looks that are to follow a wake have been asked for; undefined where none are. */
  climbing(): Promise<unknown> | undefined;
  close(): void;
};

export function watchStep(core: Core, step: Step, again: () => void): StepWatch {
  const due = new Map<number, Cause>();
  const ladders = new Map<number, Climb>();
  const timers = new Map<number, () => void>();
  /** Since when it has been so, by the same processes and in sight. */
  const steady = new Map<number, { readonly since: number; readonly alive: string }>();
  /** Passed before, and now look like a miss that may yet be half of what passes; since when. */
  const doubtful = new Map<number, number>();
  const pace = paceOf(core);
  /** What is to be looked at once it has rested, and what woke it first. */
  const resting = new Map<number, Cause & { readonly looked: PromiseWithResolvers<void> }>();
  const own = () => core.state().steps.find((each) => each.id === step.id);
  const allPassed = () => step.checks.every((_, index) => hasPassed(index) && !doubtful.has(index));
  const lasts = (index: number) => {
    const use = step.checks[index];
    return use !== undefined && checkOf(use, core.checks)?.lasting === true;
  };
  const hasPassed = (index: number) => own()?.verdicts[index]?.status === 'passed';
  const isDone = (index: number) => own()?.done?.includes(index) ?? false;
  let lastPass = own()?.since ?? 0;

  const mark = (index: number, cause: Cause) => {
    const before = due.get(index);
    // The earliest time stays: actions of the next step count from it, and none that came since may be lost.
    if (!before) due.set(index, cause);
    // Where looking takes longer than a rung, the last look must not be taken for the one before it: nothing follows it.
    else if (before.topic === settled || before.topic === settling) due.set(index, { ...before, topic: cause.topic });
  };

  const judgeOne = async (index: number, cause: Cause) => {
    const use = step.checks[index];
    const check = use && checkOf(use, core.checks);
    const had = hasPassed(index);
    if (!use || !check || (had && !check.lasting)) return;
    const at = core.clock.now();
    pace.began(index);
    const judged = await judgeUse(core, step, use, Math.max(0, at - (steady.get(index)?.since ?? at)));
    pace.ended(index);
    if (!judged) return;
    const { topic, at: wokenAt } = cause;
    core.onLook?.({ ...judged, step: step.id, check: index, topic, wokenAt, at, took: core.clock.now() - at });
    const since = doubtful.get(index) ?? at;
    // What has woken it while it looked has been seen before it could settle.
    const isLast = cause.topic === settled && !due.has(index);
    const held = check.settles && !isLast && isMiss(judged.verdict) && at - since < patience;
    if (held) doubtful.set(index, since);
    else record(index, cause, judged);
    if (judged.verdict.status === 'passed') {
      ladders.get(index)?.stop();
      timers.get(index)?.();
      if (!had) lastPass = Math.max(lastPass, cause.at, judged.verdict.at ?? 0);
      bind(core, use, judged.verdict);
    } else if (judged.verdict.status === 'pending') {
      stay(index, cause, judged);
      const first = cause.topic !== settling && cause.topic !== settled;
      if (check.settles && first && (held || cause.topic.includes('.'))) settle(index, cause);
    } else steady.delete(index);
  };

  const confirm = async (index: number) => {
    const use = step.checks[index];
    const judged = use && (await judgeUse(core, step, use, Number.MAX_SAFE_INTEGER));
    if (judged) record(index, { topic: 'confirm', at: lastPass }, judged);
  };

  const record = (index: number, cause: Cause, { params, evidence, verdict }: Judged) => {
    doubtful.delete(index);
    const before = own()?.verdicts[index];
    if (JSON.stringify(before) !== JSON.stringify(verdict)) {
      core.emit({
        type: 'check.judged',
        step: step.id,
        check: index,
        params,
        evidence,
        verdict,
        topic: cause.topic,
        wokenAt: cause.at,
      });
    }
    if (verdict.status === 'errored' && verdict.blame === 'machine') beginTrouble(core, verdict.because);
    else endTrouble(core);
  };

  /** What is so, but must stay so, is looked at again when it has. Time in which nobody could look does not count. */
  const stay = (index: number, cause: Cause, { waiting }: Judged) => {
    timers.get(index)?.();
    if (!waiting) {
      steady.delete(index);
      return;
    }
    const now = core.clock.now();
    const alive = JSON.stringify(waiting.alive);
    const before = steady.get(index);
    const since = before && before.alive === alive && before.since <= now ? before.since : now;
    steady.set(index, { since, alive });
    const left = Math.max(waiting.stays - (now - since), 1);
    timers.set(
      index,
      core.clock.after(left, () => look(index, { ...cause, topic: 'tick' })),
    );
  };

  const settle = (index: number, cause: Cause) => {
    ladders.get(index)?.stop();
    const ladder = climb(
      core.clock,
      (last) => look(index, { ...cause, topic: last ? settled : settling }),
      isCostly(index),
    );
    ladders.set(index, ladder);
    ladder.ended.then(() => ladders.get(index) === ladder && ladders.delete(index));
  };

  const isCostly = (index: number): boolean => {
    const use = step.checks[index];
    return use !== undefined && checkOf(use, core.checks)?.costly === true;
  };

  /** Whether it is to rest first; then it is looked at when it has, for the sake of what woke it first. */
  const mustRest = (index: number, cause: Cause): boolean => {
    const use = step.checks[index];
    const left = pace.rest(index, (use && checkOf(use, core.checks)) ?? {}, cause.topic);
    if (left === 0) return false;
    if (!resting.has(index)) resting.set(index, { ...cause, looked: Promise.withResolvers() });
    pace.later(index, left, () => {
      const first = resting.get(index);
      resting.delete(index);
      if (first) look(index, { topic: first.topic, at: first.at });
      first?.looked.resolve();
    });
    return true;
  };

  const look = (index: number, cause: Cause) => {
    mark(index, cause);
    again();
  };

  return {
    wake({ topic, at }) {
      // What happened while nobody could look is told by no event.
      if (topic === 'reconnected') steady.clear();
      // What became of a line is said by every check that has seen nothing of it.
      const isTold = topic === 'shell.command' && lastLine(core, step, own()?.since ?? 0) !== undefined;
      for (const [index, use] of step.checks.entries()) {
        const check = checkOf(use, core.checks);
        const { wakesOn: topics = [], lasting = false } = check ?? {};
        if (check && pace.isEcho(index, check, topic)) continue;
        if ((lasting || !hasPassed(index)) && (topic === 'step.opened' || isTold || concerns(topics, topic)))
          mark(index, { topic, at });
      }
      return due.size > 0;
    },
    async judge() {
      const fresh = new Set<number>();
      do {
        const batch = [...due];
        due.clear();
        for (const [index, cause] of batch) {
          if (mustRest(index, cause)) continue;
          await judgeOne(index, cause);
          fresh.add(index);
        }
        // All at once, not one after another: what passed a while ago must still be so now. Where only an answer has come since, what
        // the learner has done stays done.
        const isInDoubt = (each: number) => !fresh.has(each) && ((batch.length > 0 && !isDone(each)) || lasts(each));
        const inDoubt = [...step.checks.keys()].filter(isInDoubt);
        if (allPassed()) for (const index of inDoubt) await confirm(index);
      } while (due.size > 0);
      return allPassed() ? lastPass : undefined;
    },
    climbing() {
      const all = [
        ...[...ladders.values()].map(({ ended }) => ended),
        ...[...resting.values()].map(({ looked }) => looked.promise),
      ];
      return all.length > 0 ? Promise.all(all) : undefined;
    },
    close() {
      pace.close();
      for (const { stop } of ladders.values()) stop();
      for (const { looked } of resting.values()) looked.resolve();
      ladders.clear();
      resting.clear();
      for (const cancel of timers.values()) cancel();
    },
  };
}
