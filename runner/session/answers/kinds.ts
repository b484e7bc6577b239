import type { AnswerKind } from '../../lab/answerKind.ts';
import { address } from './address.ts';
import { choice } from './choice.ts';
import { errorsIn } from './errors.ts';
import type { Kind } from './kind.ts';
import { name } from './name.ts';
import { numeric, setting } from './number.ts';
import { path } from './path.ts';
import { pid } from './pid.ts';
import { bare, plain } from './plain.ts';
import { program } from './program.ts';
import { error, text } from './text.ts';
import { yesNo } from './yesNo.ts';

const kinds: Readonly<Record<AnswerKind, Kind>> = {
  pid,
  number: numeric,
  address,
  program,
  path,
  name,
  'yes-no': yesNo,
  choice,
  text,
};

/** What a value looks like, where its question does not say what it is. */
function byShape(value: string): Kind {
  if (/^[\d,.]+%?$/.test(value) && numeric.read(value, { expected: [] }).values.length === 1) return numeric;
  if (address.read(value, { expected: [] }).values.length === 1) return address;
  if (errorsIn(value).codes.length === 1) return error;
  if (/^\/\S*$/.test(value)) return path;
  return yesNo.same('yes', value, { expected: [] }) || yesNo.same('no', value, { expected: [] }) ? yesNo : text;
}

const numbers: ReadonlySet<AnswerKind> = new Set(['pid', 'number', 'address', 'yes-no']);

/** How a wanted value is looked for: by its question's kind, or, where it is none of that kind (a PID near to a program), by its own form. */
export function kindFor(kind: AnswerKind, wanted: string): Kind {
  const value = bare(plain(wanted));
  if (kind === 'text') return byShape(value);
  if (kind === 'program' && /^[\d.]+$/.test(value)) return value.includes('.') ? address : pid;
  const own = kinds[kind];
  const isOfKind = !numbers.has(kind) || own.read(plain(wanted), { expected: [] }).values.length > 0;
  if (isOfKind) return own;
  const other = byShape(value);
  return kind === 'number' && other === text ? setting : other;
}
