import { z } from 'zod';

const notice = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('command'),
    line: z.string(),
    exit: z.number(),
    directory: z.string(),
    /** s since 1970 */
    at: z.number(),
    began: z.number().optional(),
    settings: z.record(z.string(), z.string()).optional(),
  }),
  /** The machine has been set up so far that a shell can be opened on it. */
  z.object({ type: z.literal('begun') }),
  z.object({ type: z.literal('said'), words: z.array(z.string()) }),
  /** `stopped` by the learner; `failing`: it has ended several times as soon as it was started. */
  z.object({ type: z.literal('service'), name: z.string(), state: z.enum(['started', 'stopped', 'failing']) }),
  /** A program was opened to be run in a container. */
  z.object({
    type: z.literal('program'),
    container: z.string(),
    program: z.string(),
    pid: z.number(),
    session: z.number(),
    by: z.enum(['exec', 'machine', 'attached', 'unknown']),
  }),
  /** How it was called: its words, and those of them that named something that was there. */
  z.object({
    type: z.literal('called'),
    container: z.string(),
    pid: z.number(),
    words: z.array(z.string()),
    there: z.array(z.string()),
  }),
  /** A program in a container has read a folder. */
  z.object({
    type: z.literal('listed'),
    container: z.string(),
    pid: z.number(),
    name: z.string(),
    path: z.string(),
    fresh: z.array(z.string()),
  }),
  /** All that was done in a container before this number was given has been told. */
  z.object({ type: z.literal('told'), container: z.string(), number: z.string() }),
  /** Of what is run in a container, something was missed. */
  z.object({ type: z.literal('blind'), container: z.string(), why: z.string() }),
]);

/** What a program of the machine wrote into its output for Seatrial: a command's end, the learner's words, a program's run in a container. */
export type MachineNotice = z.infer<typeof notice>;

/** The notice in a line of the machine's output; undefined for all other lines, and for notices without the machine's nonce. */
export function readNotice(text: string, nonce: string): MachineNotice | undefined {
  const prefix = `seatrial:${nonce}:`;
  if (!text.startsWith(prefix)) return undefined;
  try {
    return notice.safeParse(JSON.parse(text.slice(prefix.length))).data;
  } catch {
    return undefined;
  }
}
