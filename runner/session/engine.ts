import type { Lab } from '../lab/lab.ts';
import type { Clock } from '../verdict/clock.ts';
import { type World, WorldError } from '../world/world.ts';
import { type Core, type Look, machineNow, openStep } from './core.ts';
import type { Ending, SessionEvent } from './event.ts';
import { brokenHold, endStep } from './finish.ts';
import { imagesOf } from './images.ts';
import type { Intent } from './intent.ts';
import { answer, answerAgain, isOpenAnswer } from './intents/answer.ts';
import { showHint } from './intents/hint.ts';
import { predict } from './intents/predict.ts';
import { showSolution, typeSolution } from './intents/solution.ts';
import type { Checks } from './judgeCheck.ts';
import { provenClaims } from './keep.ts';
import { preparationOf } from './prepare.ts';
import { isPutOff } from './reopened.ts';
import { serial } from './serial.ts';
import type { Session, SessionListener } from './session.ts';
import { passesOtherwise, standingOf } from './standing.ts';
import { initialState, reduce } from './state.ts';
import { beginTrouble, endOwnTrouble, endTrouble } from './trouble.ts';
import { vigilOf } from './vigil.ts';
import { type StepWatch, watchStep } from './watch.ts';

/** How often everything is looked at again, in ms: a lost event costs seconds, never a verdict. */
const tick = 5_000;

export type SessionSetup = {
  readonly id: string;
  /** The lab, with its texts in the language that the learner reads now. */
  readonly lab: () => Lab;
  readonly world: World;
  readonly checks: Checks;
  readonly clock: Clock;
  /** What happened before, for a session that is resumed. */
  readonly history: readonly SessionEvent[];
  readonly append: (event: SessionEvent) => void;
  /** Brings the lab's images onto the machine. */
  readonly load: (images: readonly string[]) => Promise<void>;
  /** Told of each look at a check, for whoever writes the lab. */
  readonly onLook?: (look: Look) => void;
  /** Told of an error of our own; the session goes on. */
  readonly onFault: (error: unknown) => void;
};

/** Opens a session, or goes on with one that has a history. It runs until it is closed. */
export function openSession(setup: SessionSetup): Session {
  const { id, lab, world, clock, history } = setup;
  let state = history.reduce(
    reduce,
    initialState(
      id,
      lab().id,
      lab().steps.map((step) => step.id),
    ),
  );
  let watch: StepWatch | undefined;
  let phase: 'open' | 'closing' | 'closed' = 'open';
  const listeners = new Set<SessionListener>();
  const queue = serial((error) => {
    if (error instanceof WorldError) beginTrouble(core, error.explanation);
    else setup.onFault(error);
  });
  /** Nothing new is begun once the session is being closed. */
  const run = (task: () => Promise<void>) => {
    if (phase === 'open') queue.run(task);
  };

  const core: Core = {
    ...setup,
    state: () => state,
    emit(event) {
      // What is still under way, an image for instance, has nobody to tell any more.
      if (phase === 'closed') return;
      const whole: SessionEvent = { at: clock.now(), ...event };
      state = reduce(state, whole);
      setup.append(whole);
      if (phase === 'open') standing.follow();
      for (const listener of listeners) listener(whole, state);
    },
  };

  const images = imagesOf(core, setup);
  const preparation = preparationOf(core, images);

  const judge = async () => {
    const passedAt = await watch?.judge();
    const step = openStep(core);
    if (passedAt === undefined || !step || !isAnswered()) return;
    const now = step.questions.length > 0 ? await machineNow(core) : passedAt;
    await end(state.steps[state.current]?.solution === undefined ? 'solved' : 'shown', now);
  };

  const isAnswered = () =>
    openStep(core)?.questions.every(({ id }) => state.steps[state.current]?.answers[id]?.status === 'passed') ?? true;

  const end = async (ending: Ending, since: number) => {
    const step = openStep(core);
    if (!step) return;
    // Where the machine cannot be asked what the step leaves, it ends later.
    await endStep(core, step, ending);
    endOwnTrouble(core);
    watch?.close();
    watch = undefined;
    await goOn(since);
  };

  const goOn = async (since: number) => {
    const next = state.steps.find((each) => each.status === 'ahead' || each.status === 'open');
    // What was asked for must live on: only then is the lab over.
    if (!next && state.watching.length > 0) return;
    if (next && isPutOff(next)) return open(next.id, next.since);
    const opening = next ?? (await brokenHold(core));
    // Just after the event that ended the step before: that one counts no more, all later ones do.
    if (opening) return open(opening.id, since + 0.001);
    endTrouble(core);
    core.emit({ type: 'lab.finished', claims: provenClaims(core) });
  };

  const open = async (step: string, since: number) => {
    const from = await preparation.of(step, since);
    if (from === undefined) return;
    core.emit({ type: 'step.opened', step, since: from });
    await enter();
  };

  const enter = async () => {
    const step = openStep(core);
    if (!step) return;
    watch = watchStep(core, step, () => run(judge));
    watch.wake({ topic: 'step.opened', at: state.steps[state.current]?.since ?? 0 });
    await judge();
  };

  const standing = standingOf(core, {
    run,
    onEnded: async (watching, because) => {
      if (await passesOtherwise(core, watching)) return;
      const { step, check } = watching;
      watch?.close();
      core.emit({ type: 'step.reopened', step, check, because });
      await enter();
    },
    onSettled: async () => {
      if (!openStep(core) && !state.finished) await goOn(await machineNow(core));
    },
  });

  const vigil = vigilOf(core);

  const handle = async (intent: Intent): Promise<void> => {
    const step = openStep(core);
    // What must hold to the end, or what was asked for last, could not be looked at when the last step ended.
    if (!step && !state.finished) {
      standing.wake({ topic: 'tick', at: clock.now() });
      return goOn(await machineNow(core));
    }
    if (!step) return;
    if (state.steps[state.current]?.status !== 'open') return handleUnopened(intent);
    switch (intent.type) {
      case 'hint':
        return showHint(core, step);
      case 'solution':
        return void (await showSolution(core, step));
      case 'solve':
        return typeSolution(core, step);
      case 'skip':
        return end('skipped', await machineNow(core));
      case 'predict':
        return predict(core, step, intent.text);
      case 'answer':
        await answer(core, intent.text);
        return judge();
      case 'recheck':
        images.again();
        standing.wake({ topic: 'tick', at: clock.now() });
        watch?.wake({ topic: 'tick', at: await machineNow(core) });
        await vigil.look();
        await answerAgain(core);
        return judge();
    }
  };

  /** Where what a step needs could not be prepared it can be tried again, or skipped. */
  const handleUnopened = async ({ type }: Intent): Promise<void> => {
    if (type === 'skip') return end('skipped', await machineNow(core));
    if (type !== 'recheck') return;
    images.again();
    await goOn(await machineNow(core));
  };

  const unsubscribe = world.subscribe((wake) => {
    standing.wake(wake);
    if (vigil.wake(wake)) run(vigil.look);
    if (isOpenAnswer(core, wake)) run(() => answerAgain(core).then(judge));
    if (watch?.wake(wake)) run(judge);
  });
  let cancelTick = () => {};
  const beat = () => {
    // The next one is counted from the answer, and from what it has begun besides: a world that is slow is not asked faster than it can.
    const again = () => run(async () => beat());
    cancelTick = clock.after(tick, () => run(() => handle({ type: 'recheck' }).finally(again)));
  };

  queue.run(async () => {
    if (history.length === 0) core.emit({ type: 'session.opened', session: id, lab: lab().id, digest: lab().digest });
    else core.emit({ type: 'session.resumed' });
    images.bring();
    beat();
    standing.follow();
    if (state.steps[state.current]?.status === 'open') await enter();
    else if (!state.finished) await goOn(await machineNow(core));
  });

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(intent) {
      if (intent.type === 'recheck') preparation.again();
      run(() => handle(intent));
    },
    report(trouble, of) {
      if (trouble) core.emit({ type: 'trouble.began', trouble, ...(of && { of }) });
      else core.emit({ type: 'trouble.ended' });
    },
    settled: queue.idle,
    async rested() {
      await queue.idle();
      // Something that happens meanwhile may begin another climb.
      for (let climbing = watch?.climbing(); climbing; climbing = watch?.climbing()) {
        await climbing;
        await queue.idle();
      }
    },
    async close() {
      phase = 'closing';
      preparation.close();
      unsubscribe();
      standing.close();
      watch?.close();
      await queue.idle();
      phase = 'closed';
      cancelTick();
      watch?.close();
    },
  };
}
