import type { Step } from '../../lab/lab.ts';
import type { Message } from '../../words/message.ts';
import type { ShellCommand } from '../../world/shell/model.ts';
import { type World, WorldError } from '../../world/world.ts';
import type { Core } from '../core.ts';
import { toolsOf } from '../tools.ts';
import { type Around, lineTold } from './told.ts';

/** What became of the last line that the learner has typed since then (machine's clock, ms); undefined where nothing is wrong with it. */
export function lastLine({ world, lab }: Pick<Core, 'world' | 'lab'>, step: Step, since: number): Message | undefined {
  const command = world.shell.commands(since).at(-1);
  const began = command?.began;
  if (!command || began === undefined) return undefined;
  const { docker, kubernetes } = lab().needs;
  const hasEngine = docker !== undefined || kubernetes === undefined;
  // Where the engine was away, it is the machine's doing that nothing reached it.
  const couldCall = hasEngine && (world.docker.answeringSince() ?? Number.POSITIVE_INFINITY) <= began;
  return lineTold(command, {
    ...(couldCall && { docker: during(command, world.docker.calls(began)) }),
    ...(kubernetes && { kubernetes: asked(command, () => toldTo(world.kubernetes, began)) }),
    tools: [...toolsOf(step)],
  });
}

/** Whatever the API was told, in another namespace as well. */
const toldTo = (kubernetes: World['kubernetes'], since: number) => [
  ...kubernetes.actions(since),
  ...kubernetes.strays(since),
];

type Moment = { readonly at: number };

const during = ({ at }: ShellCommand, calls: readonly Moment[]): 'called' | 'untouched' =>
  calls.some((each) => each.at <= at) ? 'called' : 'untouched';

function asked(command: ShellCommand, actions: () => readonly Moment[]): NonNullable<Around['kubernetes']> {
  try {
    return during(command, actions());
  } catch (error) {
    if (error instanceof WorldError) return 'unseen';
    throw error;
  }
}
