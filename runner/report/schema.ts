import { z } from 'zod';
import { learnerShape, saidShape } from './schemaParts.ts';

const outcomes = ['ok', 'failed', 'errored', 'interrupted'] as const;
const phases = [
  ...['started', 'untouched', 'mistaken', 'solved', 'variant', 'steady', 'clean', 'worded', 'attempt', 'mutant'],
  ...['attack', 'away', 'skipped'],
  'learned',
] as const;

const seconds = z.number().min(0);

const idShape = {
  lab: z.string().describe('Id of the lab.'),
  step: z.string().optional().describe('Id of the step; absent where the whole lab is meant.'),
  phase: z.enum(phases).describe('What was proven; `learned` in a session.'),
  name: z.string().describe('Tells it from others of the same step and phase: what was typed, or answered.'),
  file: z.string().describe('The lab file.'),
  line: z.int().min(1).describe('Where in it, from 1.'),
  column: z.int().min(1),
};

const proof = z.strictObject({
  ...idShape,
  seconds: seconds.describe('How long it took.'),
  outcome: z
    .enum(['ok', 'failed', 'errored'])
    .describe('`failed`: not as declared, by the fault of the lab. `errored`: it could not be told.'),
  ...saidShape,
  because: z.string().optional().describe('Of what is not `ok`: the sentence, in the language of the report.'),
  message: saidShape.message.optional(),
  typed: z
    .array(
      z.strictObject({
        line: z.string(),
        output: z.string().describe('What the shell showed.'),
        held: z.boolean().describe('The prompt did not come back.'),
      }),
    )
    .describe('Lines that were typed into the shell.'),
  answered: z.array(z.string()).describe('Answers that were given.'),
  findings: z
    .array(
      z.strictObject({
        by: z.string().describe('The check or the question: `docker/container`, `run`, `question first`.'),
        status: z.enum(['passed', 'pending', 'errored']),
        ...saidShape,
        evidence: z.unknown().optional().describe('What it was judged on.'),
      }),
    )
    .describe('What each check and question said at the end.'),
  learner: learnerShape.optional().describe('How a learner went through the step; in a session only.'),
});

/** The JSON report, as its readers may rely on it. */
export const reportShape = z.strictObject({
  format: z
    .literal(1)
    .describe('Grows by one when something in the report changes its meaning or goes; fields may be added.'),
  kind: z
    .enum(['proof', 'session'])
    .describe('`proof`: what `seatrial test` found. `session`: how a learner went through a lab.'),
  session: z
    .strictObject({
      id: z.string(),
      digest: z.string().describe("Of the lab's files that it was begun with."),
    })
    .optional()
    .describe('In a session only.'),
  outcome: z.enum(outcomes).describe('The worst of all.'),
  startedAt: z.iso.datetime().describe('When it began.'),
  seconds: seconds.describe('How long it took.'),
  language: z.enum(['en', 'ja']).describe('Of its texts.'),
  keptMachines: z.array(z.string()).describe('Names of the machines that were left.'),
  labs: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      file: z.string(),
      steps: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      outcome: z.enum(outcomes),
      seconds,
      proofs: z.array(proof).describe('In the order in which they ended.'),
      untried: z
        .array(z.strictObject(idShape))
        .describe('What was not tried, because something before it did not come out.'),
    }),
  ),
});

type Deeply<T> = T extends readonly (infer U)[]
  ? readonly Deeply<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Deeply<T[K]> }
    : T;

export type Report = Deeply<z.infer<typeof reportShape>>;

/** The report's format for other programs: JSON Schema, draft 2020-12. Fields may be added to it, so it shuts none out. */
export const reportJsonSchema = (): Readonly<Record<string, unknown>> => {
  const { $schema, ...rest } = z.toJSONSchema(reportShape, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return { $schema, title: 'A report of Seatrial, format 1', ...rest };
};
