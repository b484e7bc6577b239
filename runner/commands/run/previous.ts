import type { MachineRecord, Machines } from '../../infra/machine/model.ts';
import { forget, type SessionRecord, sessions } from '../../journal/folder.ts';
import type { Lab } from '../../lab/lab.ts';
import { type Message, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { CommandContext } from '../context.ts';
import { wrappedQuestion } from '../wrapped.ts';
import { chooseByNumber } from './chooseByNumber.ts';
/** A session that was begun before, with its machine. */
export type Previous = { readonly session: string; readonly machine: MachineRecord };

export type Beginning =
  | { readonly type: 'continue'; readonly previous: Previous }
  | { readonly type: 'anew'; readonly lost?: Message }
  /** The machine is gone, or was of no use any more and has been removed, and another can be brought to this step. */
  | { readonly type: 'rebuild'; readonly session: string; readonly step: string; readonly was: 'removed' | 'old' }
  | { readonly type: 'cancel' };

type Asking = {
  readonly context: CommandContext;
  readonly lab: Lab;
  readonly folder: string;
  readonly machines: Machines;
  /** Ask whether to continue; without asking it is continued. */
  readonly ask: boolean;
  /** Ask line by line. */
  readonly plain: boolean;
};

/** Finds what was begun of a lab before and decides, with the learner, how to go on. With what to say where that is lost. */
export async function decideBeginning({ context, lab, folder, machines, ask, plain }: Asking): Promise<Beginning> {
  const kept = await machines.list();
  const record = sessions(folder).find((each) => each.lab === lab.id && !each.removed);
  if (!record) return { type: 'anew' };
  const machine = kept.find((each) => each.session === record.session);
  const isOld = machine !== undefined && !machines.isCurrent(machine);
  if (isOld) await machines.remove(machine);
  if (!machine || isOld) {
    if (record.finished) return { type: 'anew' };
    const step = record.stepIds.at(-1);
    if (step && record.stepsEnded > 0 && sameSteps(record, lab))
      return { type: 'rebuild', session: record.session, step, was: isOld ? 'old' : 'removed' };
    forget(folder, record.session);
    return { type: 'anew', lost: message(isOld ? 'run.machine-old' : 'run.machine-lost', { lab: lab.id }) };
  }
  if (record.digest !== lab.digest && !sameSteps(record, lab)) {
    await machines.remove(machine);
    return { type: 'anew', lost: message('run.lab-changed', { lab: lab.id }) };
  }
  const choice = ask ? await askLearner(context, lab, record, plain) : 'continue';
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

async function askLearner(
  context: CommandContext,
  lab: Lab,
  record: SessionRecord,
  plain: boolean,
): Promise<Beginning['type']> {
  const words = (id: 'run.continue' | 'run.anew' | 'run.cancel' | 'run.choose') => say(context.language, message(id));
  const done = Math.min(record.stepsEnded, lab.steps.length);
  const question = say(context.language, message('run.found', { lab: lab.title, done, steps: lab.steps.length }));
  const goOn = { name: words('run.continue'), value: 'continue' } as const;
  const anew = { name: words('run.anew'), value: 'anew' } as const;
  const cancel = { name: words('run.cancel'), value: 'cancel' } as const;
  if (plain) return chooseByNumber<Beginning['type']>(context, question, [goOn, anew, cancel]);
  const { stdin, stdout } = context;
  const { default: inquirer } = await import('inquirer');
  const { choice } = await inquirer.createPromptModule({ input: stdin, output: stdout })<{ choice: Beginning['type'] }>(
    [
      {
        ...{
          type: 'select',
          name: 'choice',
          message: wrappedQuestion(question, stdout),
          choices: [goOn, anew, cancel],
        },
        theme: { style: { keysHelpTip: () => words('run.choose') } },
      },
    ],
  );
  return choice;
}
