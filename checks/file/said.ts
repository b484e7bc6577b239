import { message, shown } from '../../runner/api.ts';
import { type Expectation, exactly, type More } from '../kit/expectation.ts';
import type { Subject } from '../kit/subject.ts';
import { expectationsOf, type Where } from '../kit/where.ts';

type Say = NonNullable<More['say']>;

const placed = ({ is }: Subject) => ({ name: shown(is.where), path: shown(is.path) });

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

export const ofKind: Say = (file, sides) => ({ because: message('file.kind', { ...placed(file), ...sides }) });

export const unlike =
  (pattern: string): Say =>
  (file) => ({ because: message('file.unlike', { ...placed(file), pattern }) });

const otherContent: Say = (file, { expected, actual }) => ({
  because: message('file.content', placed(file)),
  mismatch: { expected: firstLine(expected), actual: firstLine(actual) },
});

/** What must stand in it: all of it as a text, which is no amount, or what occurs in it. */
export function contentOf(wanted: Where[string] | undefined): readonly Expectation[] {
  if (wanted === undefined) return [];
  if (typeof wanted !== 'object') return exactly('content', String(wanted).trim(), { say: otherContent });
  return expectationsOf({ content: wanted }, { say: (file, sides) => unlike(sides.expected)(file, sides) });
}

const isNumber = (value: Where[string]): boolean => typeof value !== 'object' && /^\d+$/.test(String(value));

/** As it is kept: a mode without zeros before it; an owner or a group that is a number as that. */
export const asKept = ({ mode, owner, group, ...where }: Where): Where => ({
  ...where,
  ...(mode !== undefined && { mode: typeof mode === 'string' ? mode.replace(/^0+(?=.)/, '') : mode }),
  ...(owner !== undefined && { [isNumber(owner) ? 'uid' : 'owner']: owner }),
  ...(group !== undefined && { [isNumber(group) ? 'gid' : 'group']: group }),
});
