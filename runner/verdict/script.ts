import { z } from 'zod';
import { message, verbatim } from '../words/message.ts';
import type { ScriptResult } from '../world/shell/model.ts';
import { defineCheck } from './defineCheck.ts';
import { errored, passed, pending } from './verdict.ts';

const params = z.strictObject({ run: z.string(), env: z.record(z.string(), z.string()) });

/** How long a check script may take, in ms. */
const deadline = 8_000;

/** A check written in bash by the lab's author: exit 0 passed, 1 not yet with its output as the reason, else it is broken. */
export const script = defineCheck<z.infer<typeof params>, ScriptResult>({
  name: 'run',
  about: 'A check script of the lab itself.',
  params,
  wakesOn: ['docker', 'program', 'shell.command', 'terminal.quiet'],
  needsRunning: false,
  observe: (world, { run, env }, { signal }) => world.shell.script(run, env, deadline, signal),
  judge({ exitCode, output }) {
    const said = output.trim();
    if (exitCode === 0) return passed(said ? verbatim(said) : message('script.passed'));
    if (exitCode === 1) return pending(said ? verbatim(said) : message('script.pending'));
    return errored('lab', message('script.failed', { code: exitCode, output: said }));
  },
});
