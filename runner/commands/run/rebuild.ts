import { checks } from '../../../checks/index.ts';
import type { MachineRecord, Machines } from '../../infra/machine/model.ts';
import type { Traces } from '../../infra/machine/traces.ts';
import { openJournal } from '../../journal/file.ts';
import { journalPath } from '../../journal/folder.ts';
import type { LabIn } from '../../lab/lab.ts';
import { proverTools } from '../../prove/tools.ts';
import { bringTo } from '../../prove/walk.ts';
import { openHarness, type Tools } from '../../typist/harness.ts';
import { systemClock } from '../../verdict/clock.ts';
import { onInterrupt } from '../interrupt.ts';

type Request = {
  readonly labs: LabIn;
  readonly machines: Machines;
  readonly traces: Traces;
  readonly folder: string;
  readonly session: string;
  /** Id of the step that the learner was at. */
  readonly step: string;
  /** Told what takes its time. */
  readonly tell: Tools['tell'];
};

/**
Makes a new machine for a session whose own was removed, and types the solutions of the steps before onto it.

Resolves with the machine, or with undefined where the solutions do not lead there. What the learner did at the open
step is lost, so its actions count from now on.
*/
export async function rebuild(request: Request): Promise<MachineRecord | undefined> {
  const { labs, machines, traces, folder, session, step: id, tell } = request;
  const step = labs.en.steps.find((each) => each.id === id);
  if (!step) return undefined;
  const { controller, release } = onInterrupt();
  const tools = {
    ...proverTools({ machines, traces, checks, signal: controller.signal, ...(tell && { tell }) }),
    newSession: () => session,
  };
  try {
    const harness = await openHarness(labs, 'en', tools);
    const obstacle = await bringTo(harness, step, tools).catch(async (error: unknown) => {
      await harness.remove();
      throw error;
    });
    if (obstacle) {
      await harness.remove();
      return undefined;
    }
    const since = await harness.machine.world.now();
    await harness.leave();
    const journal = openJournal(journalPath(folder, session), () => undefined);
    journal.append({ at: systemClock.now(), type: 'step.opened', step: id, since });
    journal.close();
  } finally {
    release();
  }
  return (await machines.list()).find((each) => each.session === session);
}
