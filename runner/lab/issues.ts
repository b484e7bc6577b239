import { z } from 'zod';
import { type Message, message } from '../words/message.ts';
import type { Diagnostic } from './diagnostic.ts';
import { notBlank, slugForm } from './forms.ts';
import { nearest } from './nearest.ts';
import type { Path, Source } from './source.ts';
import { isTemplate } from './template.ts';
import { valueAt } from './value.ts';

type Issue = z.core.$ZodIssue;

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

/** `steps[0].checks[1].state`; list entries count from 1, as people do. */
const named = (path: Path): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key + 1}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('');

/** The keys that a schema allows at a path; none where it is not a fixed set. */
function keysAt(schema: unknown, path: Path): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return keysAt(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodPipe) return keysAt(schema.in, path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((each) => keysAt(each, path));

  const [key, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    return key === undefined ? Object.keys(schema.shape) : keysAt(schema.shape[String(key)], rest);
  }
  if (schema instanceof z.ZodArray && key !== undefined) return keysAt(schema.element, rest);
  return [];
}

export type Reading = {
  readonly source: Source;
  readonly schema: unknown;
  /** Where the value stands in the file. */
  readonly base?: Path;
  /** A fact may stand for a scalar: its value is known only when the lab runs. */
  readonly facts?: boolean;
};

/** Whether it is only the kind of a scalar that is not right. */
const ofScalar = (issue: Issue): boolean =>
  issue.code === 'invalid_union'
    ? issue.errors.flat().some(ofScalar)
    : issue.code !== 'invalid_type' || !['array', 'object', 'record', 'map'].includes(issue.expected);

/** A key that should be there stands nowhere: its mapping is shown. */
function missing(path: Path, source: Source): Diagnostic {
  const parent = path.slice(0, -1);
  return source.diagnose(
    'missing-key',
    parent,
    message('lab.missing-key', { key: String(path.at(-1)), where: named(parent) }),
  );
}

/** What zod found wrong, at the places that it means. */
export function diagnoseIssues(issues: readonly Issue[], reading: Reading): readonly Diagnostic[] {
  const { source, schema, base = [], facts = false } = reading;
  return issues.flatMap((issue): readonly Diagnostic[] => {
    const path = [...base, ...issue.path];
    const where = named(path);
    const actual = valueAt(source.value, path);
    if (facts && isTemplate(actual) && ofScalar(issue)) return [];
    const at = (code: string, words: Message, suggestion?: string) =>
      source.diagnose(code, path, words, { suggestion });

    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) =>
          key === '<<'
            ? source.diagnose('merge-key', [...path, key], message('lab.merge', { where }), { part: 'key' })
            : source.diagnose('unknown-key', [...path, key], message('lab.unknown-key', { key, where }), {
                part: 'key',
                suggestion: nearest(key, keysAt(schema, issue.path)),
              }),
        );
      case 'invalid_type': {
        if (actual === undefined && path.length > 0) return [missing(path, source)];
        // "expected int" says only that the number is not whole.
        const expected = issue.expected === 'number' && 'format' in issue ? 'int' : issue.expected;
        return [at('wrong-type', message('lab.wrong-type', { where, expected, actual: kindOf(actual) }))];
      }
      case 'invalid_value': {
        if (actual === undefined && path.length > 0) return [missing(path, source)];
        const allowed = issue.values.map(String);
        const words = message('lab.wrong-value', { where, allowed: allowed.join(', ') });
        return [at('wrong-value', words, nearest(String(actual), allowed))];
      }
      case 'too_small': {
        const minimum = Number(issue.minimum);
        if (issue.origin === 'string') return [at('blank', message('lab.blank', { where }))];
        if (issue.origin === 'array') return [at('too-few', message('lab.too-few', { where, minimum }))];
        return [at('too-small', message('lab.too-small', { where, minimum }))];
      }
      case 'too_big':
        return [at('too-big', message('lab.too-big', { where, maximum: Number(issue.maximum) }))];
      case 'invalid_format': {
        if (issue.pattern === String(notBlank)) return [at('blank', message('lab.blank', { where }))];
        if (issue.pattern === String(slugForm)) return [at('wrong-form', message('lab.slug', { where }))];
        return [at('wrong-form', message('lab.wrong-form', { where }))];
      }
      case 'invalid_union':
        return diagnoseUnion(issue.errors, path, { ...reading, actual, where });
      default:
        return [at('wrong', message('lab.wrong', { where, text: issue.message }))];
    }
  });
}

type Union = Reading & { readonly actual: unknown; readonly where: string };

/** The branch that the author meant, told by its kind; where none is of this kind, the kinds that there are. */
function diagnoseUnion(
  branches: readonly (readonly Issue[])[],
  path: Path,
  { actual, where, ...reading }: Union,
): readonly Diagnostic[] {
  const deep = branches.find((issues) => issues.every((each) => each.path.length > 0 || each.code !== 'invalid_type'));
  const { source } = reading;
  const isMissing = actual === undefined;
  if (deep && !isMissing) return diagnoseIssues(deep, { ...reading, base: path });
  if (isMissing && path.length > 0) return [missing(path, source)];

  const flat = branches.flat().flatMap((each) => (each.code === 'invalid_union' ? each.errors.flat() : [each]));
  const expected = [...new Set(flat.flatMap((each) => (each.code === 'invalid_type' ? [each.expected] : [])))];
  const words =
    expected.length > 0
      ? message('lab.wrong-type', { where, expected: expected.join('|'), actual: kindOf(actual) })
      : message('lab.wrong', { where, text: flat[0]?.message ?? '' });
  return [source.diagnose('wrong-type', path, words)];
}
