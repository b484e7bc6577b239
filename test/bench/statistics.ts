/** The value below which this share (0 to 1) of the samples lies: the nearest rank, so always one that was measured. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('Nothing was measured.');
  return value;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
export const p99 = (samples: readonly number[]): number => quantile(samples, 0.99);

/** Takes samples of several things in turn, so that what slows the computer down slows all of them down. */
export async function inTurn<Name extends string>(
  times: number,
  samplers: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(samplers) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let n = 0; n < times; n++) {
    for (const name of n % 2 === 0 ? names : names.toReversed()) samples[name].push(await samplers[name]());
  }
  return samples;
}

/** How long this takes, in ms. */
export async function timed(action: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await action();
  return performance.now() - began;
}
