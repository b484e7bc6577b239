import type { Lab, LabIn } from '../../lab/lab.ts';
import { restore, snapshot } from '../../prove/restore.ts';
import type { SessionEvent } from '../../session/event.ts';
import type { SessionState } from '../../session/state.ts';
import { type Harness, openHarness, type Tools } from '../../typist/harness.ts';
import type { Language } from '../../words/message.ts';
import { type Looks, noLooks, withAnswer, withLook, without } from './looks.ts';

type AuthorMachineRequest = {
  /** The lab as it is now, with its texts in each language. */
  readonly labs: () => LabIn;
  readonly language: () => Language;
  readonly tools: Tools;
  readonly onEvent: (opened: AuthorMachine, event: SessionEvent, state: SessionState) => void;
  readonly onLook: (opened: AuthorMachine) => void;
};

/** A machine that the lab is tried on, and what has been seen on it. */
export type AuthorMachine = {
  readonly harness: Harness;
  /** The lab that the machine was made for. */
  readonly madeFor: Lab;
  looks(): Looks;
  /** What was seen of these steps says nothing any more. */
  forget(steps: readonly string[]): void;
  /** Takes down what the machine is like, as this step is opened; once a step. */
  remember(step: string): void;
  /** Resolves once that is done: what is typed before would be taken for what was there. */
  remembered(): Promise<unknown>;
  /** Puts the machine back to how it was when this step was opened. Resolves with whether it is now, provably, as it was. */
  putBack(step: string): Promise<boolean>;
};

/** Makes a machine and opens the lab on it. */
export async function openAuthorMachine({
  labs,
  language,
  tools,
  onEvent,
  onLook,
}: AuthorMachineRequest): Promise<AuthorMachine> {
  const madeFor = labs().en;
  let looks = noLooks;
  let opened: AuthorMachine | undefined;
  let start:
    | undefined
    | { readonly step: string; readonly state: Promise<Awaited<ReturnType<typeof snapshot>> | undefined> };
  const harness = await openHarness(labs(), language(), tools, {
    lab: () => labs()[language()],
    onEvent(event, state) {
      if (event.type === 'question.answered') looks = withAnswer(looks, event);
      if (opened) onEvent(opened, event, state);
    },
    onLook(look) {
      looks = withLook(looks, look);
      if (opened) onLook(opened);
    },
  });
  opened = {
    harness,
    madeFor,
    looks: () => looks,
    forget(steps) {
      looks = without(looks, steps);
    },
    remember(step) {
      if (start?.step === step) return;
      // A machine that is removed meanwhile answers no more.
      const gone = harness.machine.gone.then(() => undefined);
      start = { step, state: Promise.race([snapshot(harness).catch(() => undefined), gone]) };
    },
    remembered: async () => start?.state,
    async putBack(step) {
      const before = start?.step === step ? await start.state : undefined;
      return before !== undefined && (await restore(harness, before)) === 'same';
    },
  };
  return opened;
}
