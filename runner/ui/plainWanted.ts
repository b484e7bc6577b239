/** Whether the learner needs or asked for the line-by-line form instead of the split screen. */
export function plainWanted(
  env: Readonly<Record<string, string | undefined>>,
  flags: { readonly plain?: boolean } = {},
): boolean {
  // https://no-color.org: set and not empty.
  return Boolean(flags.plain || env.NO_COLOR || env.TERM === 'dumb' || isSet(env.INK_SCREEN_READER));
}

const isSet = (value: string | undefined): boolean => value !== undefined && !['', '0', 'false'].includes(value);
