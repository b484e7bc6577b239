import { z } from 'zod';
import { message } from '../words/message.ts';
import { byPlace, type Diagnostic } from './diagnostic.ts';
import { notBlank } from './forms.ts';
import { diagnoseIssues } from './issues.ts';
import type { Position, Step } from './lab.ts';
import { scalar } from './scalar.ts';
import { readSource, type Source } from './source.ts';

/** What may be wrong with a machine before an attempt is made. */
export const faults = ['engine-stopped', 'engine-paused', 'disk-full', 'image-missing', 'network-down'] as const;

export type Fault =
  | { readonly kind: (typeof faults)[number] }
  | { readonly kind: 'tool-missing'; readonly tool: string };

/** Something that somebody may try on a step of a lab, and what should come of it. */
export type Attempt = {
  readonly name: string;
  /** The step it is tried on; the steps before are solved first. */
  readonly at: string;
  readonly run?: string;
  readonly answer?: string;
  /** Which question the answer is for, those before it being answered rightly; the first unless given. */
  readonly question?: string;
  readonly fault?: Fault;
  readonly expect: 'passed' | 'pending' | 'errored';
  /** Occurs in the message. */
  readonly says?: string;
  readonly position: Position;
};

export type AttemptsFile = { readonly lab: string; readonly attempts: readonly Attempt[] };

const attempt = z
  .strictObject({
    name: z.string().regex(notBlank).describe('What is tried, in a few words.'),
    at: z.string().describe('The step it is tried on; the steps before are solved first.'),
    run: z.string().describe("Typed into the machine's shell.").optional(),
    answer: scalar.describe('Answered, after what is typed; `$(…)` is evaluated on the machine.').optional(),
    question: scalar
      .describe('Which question the answer is for, by its id or its number; those before it are answered rightly.')
      .optional(),
    fault: z
      .union([z.enum(faults), z.templateLiteral(['tool-missing:', z.string().min(1)])])
      .describe('What is wrong with the machine before.')
      .optional(),
    expect: z.enum(['passed', 'pending', 'errored']).describe('The verdict that it must get.'),
    says: z.string().describe('Must occur in the message.').optional(),
  })
  .describe('One attempt.');

const attemptsSchema = z.strictObject({
  lab: z.string().describe("A lab's id, or its path."),
  attempts: z.array(attempt).min(1).describe('In any order: each begins where its step does.'),
});

/** Which question of a step is meant, from 0: by its id, else by its number; -1 where it is none. The first unless one is named. */
export function questionAt({ questions }: Pick<Step, 'questions'>, named?: string): number {
  if (named === undefined) return questions.length > 0 ? 0 : -1;
  const byId = questions.findIndex(({ id }) => id === named);
  return byId < 0 && /^\d+$/.test(named) && questions[Number(named) - 1] ? Number(named) - 1 : byId;
}

const faultOf = (fault: string): Fault => {
  const kind = faults.find((each) => each === fault);
  return kind ? { kind } : { kind: 'tool-missing', tool: fault.slice('tool-missing:'.length) };
};

/** The text of a file of attempts, or everything that is wrong with it. `steps` are told by whoever has read the lab. */
export function parseAttempts(
  text: string,
  file: string,
): { readonly found?: AttemptsFile; readonly source?: Source; readonly diagnostics: readonly Diagnostic[] } {
  const { source, diagnostics } = readSource(text, file);
  if (!source) return { diagnostics };
  const parsed = attemptsSchema.safeParse(source.value);
  if (!parsed.success) {
    const issues = diagnoseIssues(parsed.error.issues, { source, schema: attemptsSchema });
    return { diagnostics: [...diagnostics, ...issues].sort(byPlace) };
  }
  const wrong = parsed.data.attempts.flatMap(({ run, answer, question }, index) =>
    (run === undefined && answer === undefined) || (answer === undefined && question !== undefined)
      ? [source.diagnose('mistake-form', ['attempts', index], message('lab.attempt-form'))]
      : [],
  );
  if (diagnostics.length + wrong.length > 0) return { diagnostics: [...diagnostics, ...wrong].sort(byPlace) };
  const attempts = parsed.data.attempts.map(
    ({ answer, question, fault, ...rest }, index): Attempt => ({
      ...rest,
      ...(question !== undefined && { question: String(question) }),
      ...(answer !== undefined && { answer: String(answer) }),
      ...(fault !== undefined && { fault: faultOf(fault) }),
      position: source.position(['attempts', index]),
    }),
  );
  return { found: { lab: parsed.data.lab, attempts }, source, diagnostics: [] };
}
