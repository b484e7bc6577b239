import type { Ways } from '../infra/cluster/severable.ts';
import type { Machines } from '../infra/machine/model.ts';
import type { Traces } from '../infra/machine/traces.ts';
import { attachments } from '../lab/files.ts';
import type { Lab, Step } from '../lab/lab.ts';
import type { Look } from '../session/core.ts';
import { openSession } from '../session/engine.ts';
import type { SessionEvent } from '../session/event.ts';
import type { Checks } from '../session/judgeCheck.ts';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/state.ts';
import type { Clock } from '../verdict/clock.ts';
import type { Language, Message } from '../words/message.ts';
import type { Machine } from '../world/machine/machine.ts';
import { WorldError } from '../world/world.ts';
import { openTypist, type Typist } from './shell/typist.ts';
import { type SessionView, type Watched, watch } from './watched.ts';

/** What proving is done with. */
export type Tools = {
  readonly machines: Machines;
  readonly checks: Checks;
  readonly clock: Clock;
  readonly traces: Traces;
  /** Aborted where the run is to end early: whatever is waited for rejects with its reason. */
  readonly signal: AbortSignal;
  /** How long a step may take to pass, in ms. */
  readonly timeout: number;
  /** Where the API servers of sessions can be taken away, the ways that lead to them. */
  readonly ways?: Ways;
  /** A name for a new session, unlike any other. */
  readonly newSession: () => string;
  /** Told what takes its time. */
  readonly tell?: (message: Message) => void;
};

/** A lab on a machine of its own, with somebody at the keyboard and everything that happens in sight. */
export type Harness = {
  readonly lab: Lab;
  /** The session's id, which the machine carries as a label. */
  readonly session: string;
  readonly machine: Machine;
  readonly typist: Typist;
  /** The session that is open now. */
  watched(): Watched;
  /** Begins a step again as if it had just been opened: what was done so far counts no more. */
  reopen(step: Step): Promise<void>;
  /** Opens the session again with another past. */
  reopenWith(revise: (past: readonly SessionEvent[]) => readonly SessionEvent[]): Promise<void>;
  /** Everything that any session of this harness has seen, oldest first. */
  history(): readonly SessionEvent[];
  /** Lets go of the machine, which stays. */
  leave(): Promise<void>;
  /** Removes the machine and everything on it. */
  remove(): Promise<void>;
};

/** For somebody who works on the lab while it is open, in the same shell. */
export type AuthorHooks = {
  /** The lab as it is now. */
  readonly lab: () => Lab;
  readonly onEvent: (event: SessionEvent, state: SessionState) => void;
  readonly onLook: (look: Look) => void;
};

export async function openHarness(
  labs: Readonly<Record<Language, Lab>>,
  language: Language,
  tools: Tools,
  live?: AuthorHooks,
): Promise<Harness> {
  const { machines, checks, clock, signal, tell } = tools;
  const lab = live?.lab ?? (() => labs[language]);
  const id = tools.newSession();
  signal.throwIfAborted();
  const { id: name, needs } = lab();
  const files = attachments(lab());
  const machine = await machines.create({
    session: id,
    lab: name,
    language,
    needs,
    files,
    signal,
    ...(tell && { tell }),
  });
  const past: SessionEvent[] = [];
  let lineage: readonly SessionEvent[] = [];

  const open = (history: readonly SessionEvent[]): Watched => {
    const fault = Promise.withResolvers<never>();
    const session: Session = openSession({
      id,
      lab,
      world: machine.world,
      checks,
      clock,
      history,
      append: (event) => {
        past.push(event);
        lineage = [...lineage, event];
        live?.onEvent(event, session.state());
      },
      ...(live && { onLook: live.onLook }),
      load: (images) => machine.load(images),
      onFault: fault.reject,
    });
    return watch(session, { clock, signal, fault: fault.promise, gone: machine.gone });
  };

  try {
    const [typist] = await Promise.all([
      openTypist(machine, clock, { shared: live !== undefined }),
      machine.load(lab().images),
    ]);
    let current = open([]);
    await current.until(isBegun, tools.timeout + (lab().setup || lab().steps[0]?.setup ? preparing : 0));
    const { trouble, troubleOf } = current.session.state();
    // Whoever writes the lab mends it while it is open.
    if (troubleOf === 'setup' && trouble && !live) throw new WorldError(trouble, { blame: 'lab' });
    const close = async () => {
      typist.close();
      await current.session.close();
    };

    const reopenWith: Harness['reopenWith'] = async (revise) => {
      await current.session.close();
      lineage = revise(lineage);
      current = open(lineage);
      await current.session.settled();
    };

    return {
      get lab() {
        return lab();
      },
      session: id,
      machine,
      typist,
      watched: () => current,
      history: () => past,
      async reopen(step) {
        await current.session.close();
        const since = await machine.world.now();
        await reopenWith((past) => beginning(past, step, since));
      },
      reopenWith,
      async leave() {
        await close();
        await machine.detach();
      },
      async remove() {
        await close();
        await machine.remove();
      },
    };
  } catch (error) {
    await machine.remove();
    throw error;
  }
}

/** How long preparing a lab may take, in ms. */
const preparing = 150_000;

/** The first step is open, or cannot be. */
const isBegun = ({ state }: SessionView): boolean => state.steps[0]?.status === 'open' || state.troubleOf === 'setup';

/** A session's events up to where a step was opened, as if that were now; what steps before it saw counts no more either. */
function beginning(events: readonly SessionEvent[], step: Step, since: number): readonly SessionEvent[] {
  const opened = events.findIndex((event) => event.type === 'step.opened' && event.step === step.id);
  return events.slice(0, opened + 1).map((event) => (event.type === 'step.opened' ? { ...event, since } : event));
}
