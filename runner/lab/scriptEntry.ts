import { z } from 'zod';

/** What a check script looks at, where that is less than all that its lab runs on. */
export const sees = z
  .array(z.enum(['host']))
  .min(1)
  .describe(
    'What the script looks at. `[host]`: the machine alone. It is judged though the engine or the cluster is away, as where a step is to stop it; of containers and Pods it knows what never changes.',
  );

/** An entry of `checks` that is a script. */
export const scriptEntry = z.strictObject({
  run: z
    .string()
    .describe(
      'A bash script, run on the machine: exit 0 passed, 1 pending, anything else errored. `because`, `expected` and `actual` say why. Facts are environment variables.',
    ),
  sees: sees.optional(),
});

/** What a check script may read of a fact besides the fact itself: `$web_name`. */
export const scriptFields = {
  container: ['id', 'name', 'pid', 'ip'],
  pod: ['uid', 'name', 'namespace', 'ip', 'node'],
  object: ['id', 'name'],
} as const;
