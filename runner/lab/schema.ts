import { z } from 'zod';
import { answerKinds } from './answerKind.ts';
import { slugForm } from './forms.ts';
import { predictForm } from './predict.ts';
import { scalar } from './scalar.ts';
import { setupForm } from './setup.ts';
import { textForms, words } from './stepTexts.ts';
import { waitsForm } from './waits.ts';

const slug = (about: string) => z.string().regex(slugForm).max(60).describe(about);

const answer = z
  .union([scalar, z.array(scalar).min(1)])
  .describe(
    'What is right: a text, or a list of texts of which any is right. `${facts}` are read from the live world when the learner answers.',
  );

const near = z
  .record(z.string(), z.string())
  .describe('Plausible wrong answers, and what to say to each. Both may hold `${facts}`.');

/** How an answer is read: the same keys beside a step's one question and in a list of several. */
const reading = {
  kind: z
    .enum(answerKinds)
    .describe(
      'What is asked for, which tells how an answer is read: see [questions](questions.md). Taken from the fact in `answer` unless given (`.pid`, `.ip`, `.program`), else `text`.',
    )
    .optional(),
  column: words(
    "The column or field that is asked for, as the tool calls it (`PPID`, `Gateway`): read from its line where a learner answers with that. The kind's own unless given.",
  ).optional(),
  choices: z
    .array(scalar)
    .min(2)
    .describe('For `kind: choice`: what is to be chosen from. A learner answers with the text, its number or a letter.')
    .optional(),
  all: z
    .literal(true)
    .describe(
      'Beside `choices`: every text of `answer` must be chosen, and no other; without it any one of them is right.',
    )
    .optional(),
  tolerance: z
    .union([z.string(), z.number()])
    .describe(
      'For `kind: number`: how far an answer may be from what is right, as a share of it (`5%`) or an amount (`10`, `16 MB`).',
    )
    .optional(),
};

const typed = (about: string) =>
  words(`${about} Typed into the machine's shell, as a learner would. \`\${facts}\` of earlier steps are filled in.`);

const question = z
  .strictObject({
    id: slug('Unique in its step; `1`, `2` … unless given.').optional(),
    ask: words('The question, in Markdown.'),
    answer,
    near: near.optional(),
    ...reading,
  })
  .describe('A question that is answered in the panel.');

const variant = z
  .union([z.string(), z.strictObject({ run: typed('Another right way.') })])
  .describe('Another right way: a text, or `{ run: … }`.');

const mistake = z
  .strictObject({
    run: typed('What is typed wrongly.').optional(),
    answer: scalar
      .describe('What is answered wrongly, instead of `run`. `$(…)` is evaluated on the machine.')
      .optional(),
    question: z.string().describe('Which question the answer is for; the first unless given.').optional(),
    expect: words('Occurs in the message that the mistake earns, in English. `${facts}` are filled in.'),
    undo: typed('What to do afterwards, where the mistake leaves something in the way.').optional(),
    fresh: z
      .literal(true)
      .describe('It cannot be undone: `seatrial test` makes it on a machine of its own, which costs seconds.')
      .optional(),
  })
  .describe('What people are likely to do wrong, and the message that it must earn.');

const harmless = z
  .strictObject({
    run: words('The changed solution, or its changed line alone, as `--mutate` shows it.'),
    because: words('Why passing with it is right.'),
  })
  .describe('A change of the solution that does no harm.');

/** The step's shape; what one entry of `checks` may be differs between reading a lab and describing it to an editor. */
const stepOf = <Check extends z.ZodType>(check: Check) =>
  z
    .strictObject({
      id: slug('Unique in the lab.'),
      ...textForms,
      setup: setupForm.optional(),
      passes: z
        .enum(['once', 'holds'])
        .describe(
          'Whether passing once is enough (`once`, the default; a process that was asked for and ends by itself within 3 s opens the step again), or it must still hold at the end (`holds`).',
        )
        .optional(),
      stays: z
        .number()
        .min(0)
        .max(60)
        .describe(
          'For how many seconds each of its checks must be so before it passes; a check may say another number for itself.',
        )
        .optional(),
      timeout: z
        .int()
        .min(1)
        .max(300)
        .describe(
          'For how many seconds `seatrial test` waits until a right way passes it, where its own `--timeout` is too short.',
        )
        .optional(),
      predict: predictForm.optional(),
      waits: waitsForm.optional(),
      checks: z
        .array(check)
        .min(1)
        .describe('What must be so, or must have been done: every one of these passes.')
        .optional(),
      ask: words('A question, where there is only one. In Markdown.').optional(),
      answer: answer.optional(),
      near: near.optional(),
      ...reading,
      questions: z.array(question).min(1).describe('Questions, where there are several.').optional(),
      look: typed(
        'Commands that only show where to look, shown and typed before the solution: neither judged nor mutated.',
      ).optional(),
      solution: typed('The way that the lab shows.').optional(),
      variants: z.array(variant).describe('Other right ways, which `seatrial test` proves too.').optional(),
      mistakes: z.array(mistake).describe('Likely mistakes, each with the message that it must earn.').optional(),
      harmless: z
        .array(harmless)
        .describe('Small changes of the solution that are right as well, which `seatrial test --mutate` would report.')
        .optional(),
      teaches: z
        .array(z.string())
        .min(1)
        .describe(
          'Ids of what it teaches, from `concepts.yaml` in the folder of all labs. A lab brings its concepts with it.',
        )
        .optional(),
      keep: z
        .record(z.string(), z.string())
        .describe('Values to keep as facts at the moment the step passes: name → `${fact.part}`.')
        .optional(),
    })
    .describe('A step has a check or a question, or both.');

const kubernetes = z
  .strictObject({
    cluster: z
      .enum(['own', 'shared'])
      .describe('`own`: the lab may do anything to it. `shared` (the default): a namespace of a kept cluster.')
      .optional(),
    nodes: z.int().min(1).max(5).describe('How many nodes; 1 unless given.').optional(),
    node: z.boolean().describe("Whether the learner's shell sees the node's processes.").optional(),
  })
  .describe('A Kubernetes cluster made by kind.');

const claim = z.strictObject({
  text: words('What the lab has shown, in one sentence.'),
  evidence: words('The evidence of this very run: a text with `${facts}`.'),
});

export const labShape = <Check extends z.ZodType>(check: Check) =>
  z
    .strictObject({
      format: z.literal(1).describe('The version of this format.'),
      id: slug("The same as its folder's name."),
      title: words('One short line.'),
      summary: words('One sentence for the list of labs.').optional(),
      languages: z
        .array(z.enum(['en', 'ja']))
        .min(1)
        .describe(
          'What it is written in: `[en]` for one that nobody has translated, so that nothing else is missed. Both unless given.',
        )
        .optional(),
      minutes: z.int().min(1).max(240).describe('How long a learner takes.'),
      needs: z
        .strictObject({
          docker: z.strictObject({}).describe('A Docker engine of its own.').optional(),
          kubernetes: kubernetes.optional(),
          network: z
            .literal('own')
            .describe(
              '`own`: the machine has no way out of the computer, but an outside of its own, the same everywhere: it is 203.0.113.2, and the network namespace `world` is 203.0.113.1 on the other end of its `eth0`. Only beside `docker`.',
            )
            .optional(),
        })
        .describe('What the lab runs on.'),
      images: z.array(z.string()).describe('Names of folders in `images/` that must be there to run.').optional(),
      setup: setupForm.optional(),
      steps: z.array(stepOf(check)).min(1).describe('In the order that they are done.'),
      claims: z.array(claim).describe('What the learner has seen proven, shown at the end.').optional(),
    })
    .describe('A lab of Seatrial.');

/** As labs are read: each check's own parameters are validated by the check. */
export const labSchema = labShape(z.record(z.string(), z.unknown()));

export type LabFile = z.infer<typeof labSchema>;
