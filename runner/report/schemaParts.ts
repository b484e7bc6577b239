import { z } from 'zod';

const mismatch = z
  .strictObject({ expected: z.string(), actual: z.string() })
  .describe('What should be and what is, to be set side by side.');

/** What is said of a verdict or an outcome. */
export const saidShape = {
  because: z.string().describe('The sentence, in the language of the report.'),
  message: z
    .strictObject({
      id: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .describe('The same in no language: its id and its values.'),
  blame: z
    .enum(['machine', 'lab', 'seatrial'])
    .optional()
    .describe('Of `errored`: whose fault it is that it could not be told.'),
  mismatch: mismatch.optional(),
};

const at = z.iso.datetime();

/** How a learner went through a step. */
export const learnerShape = z.strictObject({
  status: z
    .enum(['solved', 'shown', 'skipped', 'open', 'ahead'])
    .describe('`shown`: passed after its solution was shown. `open`: left unfinished. `ahead`: not reached.'),
  openedAt: at.optional(),
  endedAt: at.optional(),
  attempts: z.int().min(0).describe('Wrong answers, and actions that a check spoke about.'),
  hints: z.int().min(0).describe('How many were shown.'),
  solutionShown: z.boolean(),
  solutionTyped: z.boolean().describe('Seatrial typed it.'),
  answers: z.array(z.strictObject({ at, question: z.string(), given: z.string() })).describe('Every try.'),
  told: z
    .array(
      z.strictObject({
        at,
        by: z.string(),
        check: z.int().min(0).optional().describe("Which of the step's checks, from 0."),
        status: z.enum(['passed', 'pending', 'errored']),
        ...saidShape,
        hint: z.string().optional(),
      }),
    )
    .describe('Every verdict that the learner was told.'),
});
