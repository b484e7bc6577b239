import { z } from 'zod';
import { notBlank } from './forms.ts';

/** What must be so before a lab, or one of its steps, opens. */
export const setupForm = z
  .strictObject({
    run: z
      .string()
      .regex(notBlank)
      .describe(
        'A bash script, run on the machine as root in `/root`, which ends at its first command that fails. Facts of earlier steps are environment variables, and the functions of `lib.sh` are at hand.',
      ),
  })
  .describe(
    "What must be so before it opens: done once on each machine, as nobody's action. Nothing is judged before it has ended; where it fails, the lab is at fault.",
  );
