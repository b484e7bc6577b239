/** An RFC 3339 time, with up to nine digits of a second, in ms since 1970; what is finer than a ms becomes a fraction. */
export function instant(text: string): number {
  const fraction = /\.(\d{3})(\d+)/.exec(text)?.[2];
  return Date.parse(text) + (fraction ? Number(`0.${fraction}`) : 0);
}
