import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type FactKind, unknownPart } from '../factParts.ts';
import { type Binding, bindings, type Use, uses } from '../facts.ts';
import { nearest } from '../nearest.ts';
import type { Source } from '../source.ts';
import { builtInFacts, factName, type Reference, referencesIn } from '../template.ts';
import type { Known, Validation, Validator } from './validation.ts';

function validateBindings(bound: readonly Binding[], source: Source): readonly Diagnostic[] {
  return bound.flatMap(({ name, path }, index): readonly Diagnostic[] => {
    const part = path.at(-2) === 'keep' ? 'key' : 'value';
    if (builtInFacts.includes(name)) {
      return [source.diagnose('fact-reserved', path, message('lab.fact-reserved', { name }), { part })];
    }
    // A malformed `as` is reported with the check that it stands in.
    if (part === 'key' && !factName.test(name)) {
      return [source.diagnose('fact-name', path, message('lab.fact-name', { name }), { part })];
    }
    const first = bound.findIndex((each) => each.name === name);
    if (first === index) return [];
    const { line } = source.position(bound[first]?.path ?? path);
    return [source.diagnose('fact-twice', path, message('lab.fact-twice', { name, line }), { part })];
  });
}

/** What a fact is: the check that binds it says so. */
function kindOf({ by }: Binding, { checks }: Known): FactKind {
  if (!by) return 'text';
  const binds = checks.get(by.check)?.binds ?? 'other';
  return typeof binds === 'function' ? binds(by.params) : binds;
}

function validateReference(reference: Reference, use: Use, bound: readonly Binding[], { source, known }: Validation) {
  const { root: name, text } = reference;
  const binding = bound.find((each) => each.name === name);
  const kind = builtInFacts.includes(name) ? 'host' : binding && kindOf(binding, known);
  const isLive = kind === 'host' || kind === 'container' || kind === 'pod' || kind === 'object';
  if (isLive && use.path[0] === 'claims') return [unkept(reference, use, source)];
  if (builtInFacts.includes(name)) return validateParts(reference, 'host', use, source);

  if (binding && binding.at < use.at) return validateParts(reference, kindOf(binding, known), use, source);

  const where = { ...part(use), words: text };
  if (binding) {
    const { line } = source.position(binding.path);
    return [source.diagnose('early-fact', use.path, message('lab.early-fact', { name, line }), where)];
  }
  // `${name}` without a part is a variable of the shell's own, where a shell reads it.
  if (use.typed && reference.path.length === 0) return [];
  const names = [...bound.map((each) => each.name), ...builtInFacts];
  return [
    source.diagnose('unknown-fact', use.path, message('lab.unknown-fact', { name }), {
      ...where,
      suggestion: nearest(name, names),
    }),
  ];
}

/** At the end, what a claim speaks of may be gone, so it has the values that the steps have kept and no others. */
function unkept({ root, path, text }: Reference, use: Use, source: Source): Diagnostic {
  const as = [root, ...(path.length > 0 ? path : ['id'])].join('_').replaceAll('-', '_').toLowerCase();
  return source.diagnose('unkept-fact', use.path, message('lab.unkept-fact', { text, as }), { words: text });
}

function validateParts(reference: Reference, kind: FactKind, use: Use, source: Source): readonly Diagnostic[] {
  const wrong = unknownPart(reference, kind);
  if (!wrong) return [];
  const words = message('lab.unknown-part', { name: reference.root, part: wrong.part });
  const { suggestion } = wrong;
  return [source.diagnose('unknown-part', use.path, words, { ...part(use), words: reference.text, suggestion })];
}

/** A near answer is the key of its entry. */
const part = (use: Use) => (use.path.at(-2) === 'near' && use.path.at(-1) === use.text ? { part: 'key' as const } : {});

/** A fact is bound once, and before it is used. */
export const validateFacts: Validator = (validation) => {
  const { source, lab } = validation;
  const bound = bindings(lab);
  return [
    ...validateBindings(bound, source),
    ...uses(lab).flatMap((use): readonly Diagnostic[] => {
      const { references, malformed } = referencesIn(use.text);
      const wrong = use.typed
        ? []
        : malformed.map((text) =>
            source.diagnose('bad-template', use.path, message('lab.bad-template', { text }), {
              ...part(use),
              words: text,
            }),
          );
      return [...wrong, ...references.flatMap((each) => validateReference(each, use, bound, validation))];
    }),
  ];
};
