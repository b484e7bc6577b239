import { z } from 'zod';
import { factName } from './template.ts';

/** What a check script looks at, where that is less than all that its lab runs on. */
const sees = z
  .array(z.enum(['host']))
  .min(1)
  .describe(
    'What the script looks at. `[host]`: the machine alone. It is judged though the engine or the cluster is away, as where a step is to stop it; of containers and Pods it knows what never changes.',
  );

/** For how long something must be so, in seconds. */
export const stays = z.number().min(0).max(60).describe('For how many seconds it must be so before it passes.');

/** An entry of `checks` that is a script. */
export const scriptEntry = z.strictObject({
  run: z
    .string()
    .regex(/\S/)
    .describe(
      "A bash script, run on the machine: exit 0 passed, 1 pending, anything else errored. `because`, `expected` and `actual` say why, `waiting` that it is not the learner's turn, `fact` gives facts. Facts are environment variables.",
    ),
  sees: sees.optional(),
  stays: stays.optional(),
  gives: z
    .array(z.string().regex(factName))
    .min(1)
    .describe('Names of the facts that it gives by `fact NAME VALUE` when it passes: texts, known to what comes later.')
    .optional(),
});

/** What a check script may read of a fact besides the fact itself: `$web_name`. */
export const scriptFields = {
  container: ['id', 'name', 'pid', 'ip'],
  pod: ['uid', 'name', 'namespace', 'ip', 'node'],
  object: ['id', 'name'],
} as const;
