/** An argument as it would be typed into a shell: quoted where the shell would take it apart. */
const quoted = (argument: string): string =>
  /^[\w@%+=:,./^~-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;

/** A command as it would be typed, each argument whole, on one line. */
export const typed = (args: readonly string[]): string => args.map(quoted).join(' ').replaceAll('\n', ' ');
