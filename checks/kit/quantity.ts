const units: Readonly<Record<string, number>> = {
  ...{ m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 },
};

/** A number, or a quantity as Kubernetes writes it: `500m`, `64Mi`. NaN for any other text. */
export function quantity(text: string): number {
  const [, digits = '', unit] =
    /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(m|[kMGT]|[KMGT]i)?$/i.exec(text.trim()) ?? [];
  if (digits === '') return Number.NaN;
  return Number(digits) * (unit === undefined ? 1 : (units[unit] ?? Number.NaN));
}

/** Whether two texts write the same amount, at least one of them with a unit: `1.10` and `1.1` may be versions. */
export const sameAmount = (one: string, other: string): boolean =>
  [one, other].some((each) => /[a-z]$/i.test(each)) && quantity(one) === quantity(other);
