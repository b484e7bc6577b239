/** A `${name.part.part}` in a text: a fact, and what is wanted of it. */
export type Reference = { readonly text: string; readonly root: string; readonly path: readonly string[] };

/** Facts that no step has to bind. */
export const builtInFacts: readonly string[] = ['host'];

/** Also usable as an environment variable's name. */
export const factName = /^[a-z][a-z0-9_]*$/;

// One that is never closed is found too, to be reported.
const template = /\$\{([^{}]*)\}?/g;
const inside = /^[a-z][a-z0-9_]*(?:\.[\w-]+(?:\[[^\]{}]*\])*)*$/;
/** One part of a path, with what picks items of it: `IPAM`, `Config[0]`, `Mounts[Type=bind]`. */
const step = /[\w-]+(?:\[[^\]{}]*\])*/g;

export const isTemplate = (value: unknown): boolean => typeof value === 'string' && value.includes('${');

const isReference = ({ whole, inner }: { readonly whole: string; readonly inner: string }) =>
  whole.endsWith('}') && inside.test(inner);

const reference = (text: string, inner: string): Reference => {
  const [root = '', ...path] = inner.match(step) ?? [];
  return { text, root, path };
};

/** The facts that a text refers to, and what looks like a reference but is none. */
export function referencesIn(text: string): {
  readonly references: readonly Reference[];
  readonly malformed: readonly string[];
} {
  const found = [...text.matchAll(template)].map(([whole, inner = '']) => ({ whole, inner }));
  return {
    references: found.filter(isReference).map(({ whole, inner }) => reference(whole, inner)),
    malformed: found.filter((each) => !isReference(each)).map(({ whole }) => whole),
  };
}
