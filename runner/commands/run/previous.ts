import { forget, type SessionRecord, sessions } from '../../journal/folder.ts';
import type { Lab } from '../../lab/lab.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { MachineRecord, Machines } from '../../world/machine/machine.ts';
import type { CommandContext } from '../context.ts';

/** A session that was begun before, with its machine. */
export type Previous = { readonly session: string; readonly machine: MachineRecord };

export type Beginning =
  | { readonly type: 'continue'; readonly previous: Previous }
  | { readonly type: 'anew' }
  | { readonly type: 'cancel' };

type Asking = {
  readonly context: CommandContext;
  readonly lab: Lab;
  readonly folder: string;
  readonly machines: Machines;
  /** Ask whether to continue; without asking it is continued. */
  readonly ask: boolean;
};

/** Finds what was begun of a lab before and decides, with the learner, how to go on. Says what was lost. */
export async function decideBeginning({ context, lab, folder, machines, ask }: Asking): Promise<Beginning> {
  const kept = await machines.list();
  const record = sessions(folder).find((each) => each.lab === lab.id && !each.removed);
  if (!record) return { type: 'anew' };
  const machine = kept.find((each) => each.session === record.session);
  const tell = (id: 'run.machine-lost' | 'run.lab-changed') =>
    context.stderr.write(`${say(context.language, message(id, { lab: lab.id }))}\n`);
  if (!machine) {
    if (!record.finished) tell('run.machine-lost');
    if (!record.finished) forget(folder, record.session);
    return { type: 'anew' };
  }
  if (record.digest !== lab.digest && !sameSteps(record, lab)) {
    tell('run.lab-changed');
    await machines.remove(machine);
    return { type: 'anew' };
  }
  const choice = ask ? await askLearner(context, lab, record) : 'continue';
  if (choice === 'anew') {
    await machines.remove(machine);
    if (!record.finished) forget(folder, record.session);
    return { type: 'anew' };
  }
  return choice === 'cancel'
    ? { type: 'cancel' }
    : { type: 'continue', previous: { session: record.session, machine } };
}

/** Texts may have changed since; a session survives that, but not other steps. */
const sameSteps = (record: SessionRecord, lab: Lab): boolean =>
  record.stepIds.every((id, index) => lab.steps[index]?.id === id);

async function askLearner(context: CommandContext, lab: Lab, record: SessionRecord): Promise<Beginning['type']> {
  const { default: inquirer } = await import('inquirer');
  const words = (id: 'run.continue' | 'run.anew' | 'run.cancel') => say(context.language, message(id));
  const done = Math.min(record.stepsEnded, lab.steps.length);
  const { choice } = await inquirer.prompt<{ choice: Beginning['type'] }>([
    {
      type: 'select',
      name: 'choice',
      message: say(context.language, message('run.found', { lab: lab.title, done, steps: lab.steps.length })),
      choices: [
        { name: words('run.continue'), value: 'continue' },
        { name: words('run.anew'), value: 'anew' },
        { name: words('run.cancel'), value: 'cancel' },
      ],
    },
  ]);
  return choice;
}
