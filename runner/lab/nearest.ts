import { distance } from 'fastest-levenshtein';

/** The known name that was probably meant; undefined where none is near. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  if (given.length > 80) return undefined;

  let best: { readonly name: string; readonly away: number } | undefined;
  for (const name of known) {
    const away = distance(given.toLowerCase(), name.toLowerCase());
    if (!best || away < best.away) best = { name, away };
  }

  return best && best.away < best.name.length && best.away <= Math.max(2, Math.floor(best.name.length / 3))
    ? best.name
    : undefined;
}
