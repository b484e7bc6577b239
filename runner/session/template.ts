/** Where a template speaks of a fact: `${first.process.parent.pid}` → `first`, `process`, `parent`, `pid`. */
export type Reference = { readonly text: string; readonly name: string; readonly path: readonly string[] };

const pattern = /\$\{([A-Za-z_][\w-]*)((?:\.[\w-]+(?:\[[^\]{}]*\])*)*)\}/g;
/** One part of a path, with what picks items of it: `IPAM`, `Config[0]`, `Mounts[Type=bind]`. */
const step = /[\w-]+(?:\[[^\]{}]*\])*/g;

/** The facts that a text speaks of, in order. */
export const referencesIn = (text: string): readonly Reference[] =>
  [...text.matchAll(pattern)].map(([whole, name = '', path = '']) => ({
    text: whole,
    name,
    path: path.match(step) ?? [],
  }));

/** The facts that any text within a value speaks of. */
export function referencesWithin(value: unknown): readonly Reference[] {
  if (typeof value === 'string') return referencesIn(value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(referencesWithin);
}

/** Replaces each reference by its value; one without a value stays as written. */
export const fill = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(pattern, (whole) => values.get(whole) ?? whole);

/** Where one value must stand, it is the first. */
export const firstOf = (values: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> =>
  new Map([...values].flatMap(([text, [value]]) => (value === undefined ? [] : [[text, value] as const])));

/** A text by each combination of its references' values, the first ones first; none where one of them has no value. */
export function fillings(text: string, values: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const texts = [...new Set(referencesIn(text).map((each) => each.text))];
  const start: readonly ReadonlyMap<string, string>[] = [new Map()];
  const ways = texts.reduce(
    (before, each) =>
      before.flatMap((way) => (values.get(each) ?? []).map((value) => new Map([...way, [each, value]]))),
    start,
  );
  return ways.map((way) => fill(text, way));
}

/** The same within lists and objects of any depth. */
export function fillWithin(value: unknown, values: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return fill(value, values);
  if (Array.isArray(value)) return value.map((each) => fillWithin(each, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillWithin(each, values)]));
}
