import type { Lab } from '../../../runner/lab/lab.ts';
import { parseLab } from '../../../runner/lab/parse.ts';
import { openSession } from '../../../runner/session/engine.ts';
import type { SessionEvent } from '../../../runner/session/event.ts';
import { say } from '../../../runner/words/say.ts';
import { fakeChecks } from './checks.ts';
import { type FakeClock, fakeClock, quiet } from './clock.ts';
import { learnerAt } from './learner.ts';
import { type Things, worldOf } from './machine.ts';

/** A lab from the YAML of its steps. `docker/runs` and `docker/ran` are its checks, see `checks.ts`. */
export function fakeLab(steps: string): Lab {
  const head = 'format: 1\nid: fake\ntitle: Fake\nminutes: 1\nneeds: { docker: {} }\nimages: [linux]\nsteps:\n';
  const { lab, diagnostics } = parseLab(head + steps, 'lab.yaml', { checks: fakeChecks, images: ['linux'] });
  if (!lab) throw new Error(diagnostics.map((each) => `${each.line}: ${say('en', each.message)}`).join('\n'));
  return lab;
}

export type FakeMachine = { readonly clock: FakeClock; readonly things: Things };

export const fakeMachine = (clock = fakeClock()): FakeMachine => ({
  clock,
  things: {
    ...{
      containers: [],
      removed: [],
      processes: [],
      pods: [],
      podProcesses: [],
      removedPods: [],
      calls: [],
      execs: [],
      commands: [],
    },
    ...{ down: undefined, slow: 0, times: 1, answeringSince: 0, ahead: 0, script: () => ({ exitCode: 0, output: '' }) },
  },
});

/**
A session of a lab on a machine in memory, and somebody at its keyboard. Nothing happens but what the test does: `turn` lets time
pass, in ms, and all that is under way come to its end.
*/
export async function openFake(lab: Lab, machine = fakeMachine(), history: readonly SessionEvent[] = []) {
  const { clock, things } = machine;
  const { world, wake } = worldOf(things, clock);
  const events: SessionEvent[] = [];
  const faults: unknown[] = [];
  const session = openSession({
    ...{ id: 'fake', lab: () => lab, world, checks: fakeChecks, clock, history },
    append: (event) => events.push(event),
    load: async () => undefined,
    onFault: (error) => faults.push(error),
  });
  const settle = async () => {
    await quiet();
    for (const fault of faults) throw fault;
  };
  await settle();
  return {
    session,
    /** Since it was opened here. */
    events,
    machine,
    clock,
    things,
    learner: learnerAt(things, clock, wake),
    wake,
    async turn(ms: number) {
      await clock.turn(ms);
      await settle();
    },
    async answer(text: string) {
      session.send({ type: 'answer', text });
      await settle();
    },
    async send(type: 'skip' | 'recheck' | 'solution' | 'hint') {
      session.send({ type });
      await settle();
    },
    /** Id of the open step; undefined once all have ended. */
    open: () => lab.steps[session.state().current]?.id,
    statuses: () => session.state().steps.map(({ status }) => status),
    /** What the open step's checks and questions say now, in words. */
    says() {
      const own = session.state().steps[session.state().current];
      const verdicts = [...Object.values(own?.verdicts ?? {}), ...Object.values(own?.answers ?? {})];
      return verdicts.map(({ because }) => say('en', because));
    },
    /** What happened, by its kind. */
    of: <T extends SessionEvent['type']>(type: T) =>
      events.filter((each): each is Extract<SessionEvent, { readonly type: T }> => each.type === type),
  };
}
