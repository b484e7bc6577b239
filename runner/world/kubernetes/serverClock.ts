/** How far a server's clock is ahead of this computer's, in ms: no less and no more than this. */
export type Ahead = { readonly least: number; readonly most: number };

const second = 1_000;

/**
What one answer tells of that, by its `Date` header, which is cut to a second (RFC 9110, 6.6.1). `asked` and `answered`: when,
by this computer's clock in ms. Undefined where the header says no time.
*/
export function aheadBy(date: string | undefined, asked: number, answered: number): Ahead | undefined {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? undefined : { least: at - answered, most: at + second - asked };
}

/** What two answers tell together. Where they contradict each other, a clock was set in between: the later one is right. */
export function narrowed(known: Ahead | undefined, fresh: Ahead): Ahead {
  if (!known) return fresh;
  const both = { least: Math.max(known.least, fresh.least), most: Math.min(known.most, fresh.most) };
  return both.least <= both.most ? both : fresh;
}
