import { z } from 'zod';
import { words } from './stepTexts.ts';

/** As it is written in a step. */
export const waitsForm = z
  .strictObject({
    for: words('What is being waited for: a few words that go on behind "Waiting for".'),
    seconds: z.int().min(1).max(600).describe('How long it takes at most.'),
  })
  .describe(
    'What the step waits for once the learner has acted, such as the period of a probe: counted down in the panel instead of "waiting for you".',
  );

export type Waits = { readonly for: string; readonly seconds: number };
