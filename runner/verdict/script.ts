import { z } from 'zod';
import { type Message, message, verbatim } from '../words/message.ts';
import type { ScriptResult } from '../world/shell/model.ts';
import { ScriptLate, WorldError } from '../world/world.ts';
import { defineCheck } from './defineCheck.ts';
import { errored, passed, pending } from './verdict.ts';

const params = z.strictObject({ run: z.string(), env: z.record(z.string(), z.string()) });

/** How long a check script may take, in ms. */
const deadline = 8_000;

/** What tells of a change. Not what a script brings about by asking: an API call, an exec, `docker top`; it would wake itself for ever. */
const changes = [
  ...[
    'create',
    'start',
    'inspected',
    'die',
    'oom',
    'destroy',
    'rename',
    'update',
    'pause',
    'unpause',
    'health_status',
  ].map((event) => `docker.container.${event}`),
  ...['docker.image', 'docker.network', 'docker.volume'],
];

/** A check written in bash by the lab's author: exit 0 passed, 1 not yet, else it is broken. It says why by `because`, or prints it. */
export const script = defineCheck<z.infer<typeof params>, ScriptResult>({
  name: 'run',
  about: 'A check script of the lab itself.',
  params,
  wakesOn: [...changes, 'shell.command', 'terminal.quiet'],
  needsRunning: false,
  observe: (world, { run, env }, { signal }) => world.shell.script(run, env, deadline, signal).catch(blameAuthor),
  judge(result) {
    if (result.exitCode === 0) return passed(reason(result, message('script.passed')));
    if (result.exitCode === 1) {
      const { expected, actual } = result.said ?? {};
      return pending(reason(result, message('script.pending')), {
        // Whoever gives a reason wants it to be read.
        ...(hasReason(result) && { attempt: true }),
        ...(expected !== undefined && actual !== undefined && { mismatch: { expected, actual } }),
      });
    }
    return errored('lab', message('script.failed', { code: result.exitCode, output: result.output.trim() }));
  },
});

function blameAuthor(error: unknown): never {
  if (!(error instanceof ScriptLate)) throw error;
  throw new WorldError(message('script.late', { seconds: error.seconds }), { blame: 'lab', cause: error });
}

const hasReason = ({ said, output }: ScriptResult): boolean => Boolean(said?.because?.trim() || output.trim());

/** What the script says, else what it printed. */
function reason({ said, output }: ScriptResult, otherwise: Message): Message {
  const words = said?.because?.trim() || output.trim();
  return words ? verbatim(words) : otherwise;
}
