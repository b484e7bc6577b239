import { message } from '../../words/message.ts';
import { checkKeys, messageIds, partedCheck, sayTexts, whatever } from '../checkKeys.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { bindings } from '../facts.ts';
import { diagnoseIssues } from '../issues.ts';
import type { LooseLab } from '../loose.ts';
import { nearest } from '../nearest.ts';
import { scriptEntry } from '../scriptEntry.ts';
import type { Path, Source } from '../source.ts';
import { factName } from '../template.ts';
import { isRecord } from '../value.ts';
import { newForm } from './renamedChecks.ts';
import type { Validation, Validator } from './validation.ts';

type Entry = Readonly<Record<string, unknown>>;

/** What it may be as well is what an earlier check has found, and only what is known by a name can be that. */
function validateSame(same: unknown, as: unknown, here: Path, lab: LooseLab, source: Source): readonly Diagnostic[] {
  const bound = bindings(lab);
  const at = bound.findIndex(({ path }) => path.join() === [...here, 'as'].join());
  const earlier = bound.slice(0, Math.max(at, 0)).filter(({ path }) => path.at(-1) === 'as');
  if (as !== undefined && earlier.some(({ name }) => name === same)) return [];
  const suggestion = nearest(
    String(same),
    earlier.map(({ name }) => name),
  );
  return [
    source.diagnose('same-fact', [...here, 'same'], message('lab.same-fact', { name: String(same) }), { suggestion }),
  ];
}

/** What any check takes besides a name. */
function validateOthers(others: Entry, here: Path, source: Source): readonly Diagnostic[] {
  const read = checkKeys.safeParse(others);
  if (!read.success) return diagnoseIssues(read.error.issues, { source, schema: checkKeys, base: here });
  return Object.keys(sayTexts(read.data.say))
    .filter((id) => id !== whatever && !messageIds.includes(id))
    .map((id) =>
      source.diagnose('unknown-message', [...here, 'say', id], message('lab.unknown-message', { id }), {
        part: 'key',
        suggestion: nearest(id, messageIds),
      }),
    );
}

/** One entry of `checks`: `docker/container: { … }` or `run: |`. */
function validateCheck(entry: Entry, path: Path, { source, known, lab }: Validation): readonly Diagnostic[] {
  const isScript = 'run' in entry;
  // What a script takes stands beside it, whichever comes first; another check does not.
  const isCheck = (key: string) => key === 'run' || key.includes('/') || known.checks.has(key);
  const [name, second] = Object.keys(entry).filter((key) => !isScript || isCheck(key));
  if (name === undefined) return [source.diagnose('empty-check', path, message('lab.empty-check'))];
  if (second !== undefined) {
    return [source.diagnose('one-check', [...path, second], message('lab.one-check'), { part: 'key' })];
  }

  const here = [...path, name];
  const given = entry[name];

  if (isScript) {
    const read = scriptEntry.safeParse(entry);
    return read.success ? [] : diagnoseIssues(read.error.issues, { source, schema: scriptEntry, base: path });
  }

  const check = known.checks.get(name);
  const form = check ? undefined : newForm(name, given);
  if (form !== undefined)
    return [
      source.diagnose('renamed-check', here, message('lab.renamed-check', { check: name, form }), { part: 'key' }),
    ];
  if (!check) {
    const suggestion = nearest(name, [...known.checks.keys(), 'run']);
    return [
      source.diagnose('unknown-check', here, message('lab.unknown-check', { check: name }), {
        part: 'key',
        suggestion,
      }),
    ];
  }

  if (given !== null && !isRecord(given)) {
    const actual = Array.isArray(given) ? 'array' : typeof given;
    return [
      source.diagnose('wrong-type', here, message('lab.wrong-type', { where: name, expected: 'object', actual })),
    ];
  }

  const { common, params } = partedCheck(given ?? {});
  const { as, same, ...others } = common;
  const parsed = check.params.safeParse(params);
  return [
    ...(parsed.success
      ? []
      : diagnoseIssues(parsed.error.issues, { source, schema: check.params, base: here, facts: true })),
    ...(as === undefined || (typeof as === 'string' && factName.test(as))
      ? []
      : [source.diagnose('fact-name', [...here, 'as'], message('lab.fact-name', { name: String(as) }))]),
    ...(same === undefined ? [] : validateSame(same, as, here, lab, source)),
    ...validateOthers(others, here, source),
  ];
}

/** Each check exists and takes the parameters that it is given. */
export const validateChecks: Validator = (validation) =>
  validation.lab.steps.flatMap((step, at) =>
    step.checks.flatMap((entry, index) => validateCheck(entry, ['steps', at, 'checks', index], validation)),
  );
