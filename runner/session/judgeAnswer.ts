import { passed, pending, type Verdict } from '../verdict/verdict.ts';
import { type Message, message, verbatim } from '../words/message.ts';
import { judgeAll } from './answers/all.ts';
import { judgeAsBefore } from './answers/before.ts';
import type { Asked, Kind, Reading } from './answers/kind.ts';
import { kindFor } from './answers/kinds.ts';
import { alike, plain } from './answers/plain.ts';
import { isHeading, isToolsLine } from './answers/tools/read.ts';
import type { QuestionEvidence } from './event.ts';

/** In characters. A few whole lines of `ps` are shorter; what is longer is no answer to one question. */
const longest = 2_000;

type Read = Reading & { readonly kind: Kind; readonly wanted: readonly string[] };

/**
Judges an answer in the forms in which people and tools write a value of its kind. Right is what says nothing but right values; then
comes what the lab says of a plausible wrong one, then what is cut off, what is another's, and what says several at once.
*/
export function judgeAnswer(evidence: QuestionEvidence): Verdict {
  const { given, expected, near, kind } = evidence;
  if (kind === undefined) return judgeAsBefore(evidence);
  const text = plain(given);
  if (text === '') return pending(message('answer.empty'));
  if (text.length > longest)
    return pending(message('answer.several', { given: `${text.slice(0, 60)}…` }), { attempt: true });

  if (isHeading(text)) return pending(message('answer.without', { given: given.trim() }), { attempt: true });

  if (evidence.all) return judgeAll(evidence);
  const asked: Asked = { ...evidence, near: near.map(({ value }) => value) };
  const reads = [...new Set(expected.map((each) => kindFor(kind, each)))].map(
    (each): Read => ({
      ...each.read(text, asked),
      kind: each,
      wanted: expected.filter((wanted) => kindFor(kind, wanted) === each),
    }),
  );
  const isRight = (read: Read) => (value: string) => read.wanted.some((each) => read.kind.same(value, each, asked));
  // In a path a capital is another letter.
  const isSaid = (wanted: string) => (kind === 'path' ? text === wanted : alike(text, wanted));
  if (expected.some(isSaid) || reads.some((read) => read.values.length > 0 && read.values.every(isRight(read))))
    return passed(message('answer.right', { given: given.trim() }));

  const known = near.find(({ value }) => isSaid(value) || isNear(value));
  if (known) return pending(verbatim(known.say), { attempt: true });
  return pending(whyWrong(given.trim(), reads), { attempt: true });

  function isNear(wanted: string): boolean {
    const own = kindFor(kind ?? 'text', wanted);
    if (expected.some((each) => own.same(each, wanted, asked))) return false;
    const { values, others } = own.read(text, asked);
    // The PID in a line about the wrong program is not what it was answered with.
    if (!reads.some((read) => read.kind === own) && reads.some((read) => read.values.length > 0)) return false;
    // Of several values a word about one of them would hide that only one is asked for.
    const isWanted = (value: string) => own.same(value, wanted, asked);
    if (values.length > 0) return values.some(isWanted) && values.every((each) => isWanted(each) || isIdle(each, own));
    return others.some(({ value }) => isWanted(value));
  }

  /** A word beside a program's name that names none: `ps ax`. */
  function isIdle(value: string, own: Kind): boolean {
    const known = [...expected, ...(asked.near ?? [])];
    return kind === 'program' && !known.some((each) => kindFor(kind, each) === own && own.same(value, each, asked));
  }
}

function whyWrong(given: string, reads: readonly Read[]): Message {
  const [read] = reads;
  const [value, ...more] = read?.values ?? [];
  const [other] = read?.others ?? [];
  if (more.length > 0) return message('answer.several', { given });
  if (value !== undefined && read?.wanted.some((each) => read.kind.isCut?.(value, each)))
    return message('answer.cut', { given });
  if (value !== undefined && read?.wanted.some((each) => read.kind.isMisspelt?.(value, each)))
    return message('answer.misspelt', { given });
  if (value === undefined && other) return message('answer.other', other);
  if (value === undefined && isToolsLine(plain(given))) return message('answer.without', { given });
  return message('answer.wrong', { given });
}
