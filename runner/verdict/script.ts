import { z } from 'zod';
import { type Message, message, verbatim } from '../words/message.ts';
import type { ScriptResult, ScriptTrouble } from '../world/shell/model.ts';
import { ScriptLate, type World, WorldError } from '../world/world.ts';
import { defineCheck } from './defineCheck.ts';
import { errored, passed, pending } from './verdict.ts';

const engine = z.enum(['docker', 'kubernetes']);

/** What must answer before and after a script, so that what it did not find is really not there. */
export type ScriptEngine = z.infer<typeof engine>;

const params = z.strictObject({
  run: z.string(),
  env: z.record(z.string(), z.string()),
  // A journal from before scripts needed one has none.
  needs: z.array(engine).default([]),
  gives: z.array(z.string()).default([]),
  /** Functions that stand before it. */
  lib: z.string().optional(),
});

/** How long a check script may take, in ms. */
const deadline = 8_000;

/**
What tells of a change. Not what a script brings about by asking, `docker top`, `docker cp`: it would wake itself for ever. The API's
calls are told of nobody but the learner, and so are the cluster's.
*/
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
  ...['docker.image', 'docker.network', 'docker.volume', 'docker.api', 'docker.log'],
  ...['kubernetes.object', 'kubernetes.action', 'kubernetes.event', 'kubernetes.log'],
];

/** What a script brings about by an exec of its own looks like the learner's. */
const echoes = ['docker.exec', 'program'];

/** A check written in bash by the lab's author: exit 0 passed, 1 not yet, else it is broken. It says why by `because`, or prints it. */
export const script = defineCheck<z.infer<typeof params>, ScriptResult>({
  name: 'run',
  about: 'A check script of the lab itself.',
  params,
  wakesOn: [...changes, ...echoes, 'shell.command', 'terminal.quiet'],
  settles: true,
  costly: true,
  echoes,
  needsRunning: false,

  async observe(world, { run, env, needs, lib }, { signal }) {
    const [text, variables] = withFunctions(run, env, lib);
    let before = await answering(world, needs, signal);
    for (;;) {
      const [outcome] = await Promise.allSettled([world.shell.check(text, variables, deadline, signal)]);
      // What is away looks like what is absent. It may have gone, and come back, while the script asked.
      const after = await answering(world, needs, signal);
      if (after === before && outcome.status === 'fulfilled') return outcome.value;
      if (after === before && outcome.status === 'rejected') throw blamed(outcome.reason);
      before = after;
    }
  },

  judge(result, { gives }) {
    if (result.trouble?.kind === 'parent')
      return errored('lab', message('script.parent', { signal: result.trouble.said }));
    const trouble = result.trouble && told(result.trouble, result);
    if (trouble) return errored('machine', trouble);
    if (result.exitCode === 0) {
      const facts = result.said?.facts ?? {};
      const [silent] = gives.filter((name) => facts[name] === undefined);
      if (silent !== undefined) return errored('lab', message('script.no-fact', { name: silent }));
      const given = Object.fromEntries(gives.map((name) => [name, facts[name] ?? '']));
      return passed(reason(result, message('script.passed')), { gives: given });
    }
    if (result.exitCode === 1) {
      const { waiting } = result.said ?? {};
      if (waiting !== undefined)
        return pending(waiting.trim() ? verbatim(waiting.trim()) : message('script.pending'), { underWay: true });
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

type Env = Readonly<Record<string, string>>;

/** A script with functions at hand: on its own first line, so that bash counts its lines as its author does. 2: bash cannot read them. */
export const withFunctions = (run: string, env: Env, lib: string | undefined): readonly [run: string, env: Env] =>
  lib === undefined
    ? [run, env]
    : [`eval "$SEATRIAL_LIB"; [ $? = 2 ] && exit 2; ${run}`, { ...env, SEATRIAL_LIB: lib }];

/** Which answers the engines give by which it can be told that they were there all the time. Rejects where one is away. */
export async function answering(world: World, needs: readonly ScriptEngine[], signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const times = await Promise.all(needs.map((each) => world[each].answers(signal)));
  return times.join(' ');
}

function blamed(error: unknown): unknown {
  if (!(error instanceof ScriptLate)) return error;
  return new WorldError(message('script.late', { seconds: error.seconds }), { blame: 'lab', cause: error });
}

/** What to say of a script that could not do its work; undefined where that did it no harm. */
export function told({ kind, said }: ScriptTrouble, result: ScriptResult): Message | undefined {
  switch (kind) {
    case 'parent':
      return undefined;
    case 'unrun':
      return message('script.unrun', { said });
    case 'crowded':
      return message('script.crowded');
    case 'killed':
      return message('script.killed', { signal: said });
    case 'missing':
      return message('check.tool-missing', { tool: said });
    case 'full':
      return result.exitCode !== 0 && !result.said?.because?.trim()
        ? message('script.full', { folder: said })
        : undefined;
  }
}

const hasReason = ({ said, output }: ScriptResult): boolean => Boolean(said?.because?.trim() || output.trim());

/** What the script says, else what it printed. */
function reason({ said, output }: ScriptResult, otherwise: Message): Message {
  const words = said?.because?.trim() || output.trim();
  return words ? verbatim(words) : otherwise;
}
