import { type CheckContext, type Message, message, type World, z } from '../../runner/api.ts';
import type { Source } from './check.ts';
import { type Expectation, equal, type Said } from './expectation.ts';
import type { Subject } from './subject.ts';
import { expectationsOf } from './where.ts';

/** What labs write of the lines that they look for. */
export const linesWanted = {
  contains: z.string().optional().describe('A text that a line must contain.'),
  matches: z.string().optional().describe('A regular expression that a line must match.'),
  count: z
    .union([z.int().min(0), z.strictObject({ atLeast: z.int().optional(), atMost: z.int().optional() })])
    .default({ atLeast: 1 })
    .describe('How many such lines there must be: `3`, `{ atLeast: 3 }`, `{ atMost: 0 }`; at least one unless given.'),
  since: z
    .enum(['ever', 'step'])
    .default('ever')
    .describe('`step`: only what was written since the step opened counts.'),
};

type Stream = 'stdout' | 'stderr';
type Wanted = z.infer<z.ZodObject<typeof linesWanted>> & { readonly stream?: Stream | undefined };

/** Somebody who writes, and what they have written. `over`: they have ended, and write no more. */
export type Log = Pick<Subject, 'id' | 'name' | 'at' | 'fresh'> & {
  readonly over: boolean;
  readonly lines: readonly { readonly at: number; readonly text: string; readonly stream?: Stream }[];
};

/** Of a line, no more than this is kept. */
const longest = 200;

/** What `read` tells of: how many lines are wanted ones, the last of these, the last of all. It tells why where there is nobody who could write. */
export const written = (
  { contains = '', matches = '', since, stream }: Wanted,
  read: (world: World, context: CheckContext) => Promise<Log | Said>,
): Source => ({
  noun: 'container',
  async read(world, _paths, context) {
    const log = await read(world, context);
    if ('because' in log) return { subjects: [], elsewhere: log };
    const { lines, over, ...writer } = log;
    const opened = since === 'step' ? context.since : 0;
    const all = lines.filter(({ at, text }) => at >= opened && text.trim() !== '');
    const pattern = new RegExp(matches);
    const fitting = all.filter(({ text }) => text.includes(contains) && pattern.test(text));
    const there = fitting.filter((each) => stream === undefined || each.stream === stream);
    const shown = (line: Log['lines'][number] | undefined) => line?.text.trim().slice(0, longest);
    const is = {
      ...{ lines: there.length, line: shown(there.at(-1)), last: shown(all.at(-1)), over },
      ...(there.length === 0 && { stream: fitting.at(-1)?.stream }),
    };
    return { subjects: [{ ...writer, fresh: writer.fresh || (since === 'step' && all.length > 0), is }] };
  },
});

/** That so many lines are wanted ones. Whoever may still write them has missed nothing, nor has the learner for whom others write. */
export function linesExpected({ contains, matches, count, since, stream = 'stdout' }: Wanted): readonly Expectation[] {
  const text = contains ?? matches ?? '';
  const say: Expectation['say'] = ({ name: where, is }, { expected }) => {
    const [line, last, actual] = [is.line, is.last, is.stream].map((each) =>
      typeof each === 'string' ? each : undefined,
    );
    if (line !== undefined)
      return expected === '0' ? { because: message('logs.unwanted', { where, line }) } : undefined;
    const isMiss = is.over === true || since === 'step';
    const counted = isMiss ? since === 'step' && { excused: true } : ({ attempt: false } as const);
    if (actual !== undefined)
      return { because: message('logs.other-stream', { where, text, actual, stream }), ...counted };
    if (last !== undefined && text !== '')
      return {
        because: message('logs.other', { where, text }),
        mismatch: { expected: text, actual: last },
        ...counted,
      };
    return { because: message(since === 'step' ? 'logs.none-since' : 'logs.none', { where }), ...counted };
  };
  return typeof count === 'number' ? equal('lines', count, { say }) : expectationsOf({ lines: count }, { say });
}

/** That they were written, and the last of them. */
export const linesRight = ({ name: where, is }: Subject): Message =>
  typeof is.line === 'string' ? message('logs.right', { where, line: is.line }) : message('logs.right-none', { where });
