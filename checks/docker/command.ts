const shells = new Set(['sh', 'bash', 'dash', 'ash']);

/** The last part of a path: `/usr/bin/sleep` → `sleep`. */
export const program = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** 126 and 127 are a shell's way of saying that there is no such program, and the engine's (docker-run(1)). */
export const missing = (exitCode: number | undefined): exitCode is number => exitCode === 126 || exitCode === 127;

/** A command as one line, with its program's name alone in front. */
export const line = ([first, ...rest]: readonly string[]): string =>
  [...(first === undefined ? [] : [program(first)]), ...rest].join(' ');

/**
The command that a shell is told to run by `-c`; undefined where it is not a shell with one simple command.

A shell replaces itself with the last command of `-c`, so `sh -c "sleep 9"` and `sleep 9` are the same process.
*/
function shelled(command: readonly string[]): string | undefined {
  const [first, flag, script] = command;
  if (!first || !shells.has(program(first)) || !flag?.match(/^-[a-z]*c$/) || script === undefined) return undefined;
  const simple = script
    .trim()
    .replace(/^exec\s+/, '')
    .replace(/\s*;$/, '');
  return /[;&|<>`$()\n]/.test(simple) ? undefined : simple.replace(/\s+/g, ' ').replace(/['"]/g, '');
}

/** Arguments as a lab writes them in one line, without the quotes around those with blanks: `nginx -g "daemon off;"`. */
export const unquoted = (args: string): string => args.replace(/(["'])(.*?)\1/g, '$2');

/** Whether a container's command comes down to these arguments, directly or by `sh -c`. */
export const runs = (command: readonly string[], args: string): boolean =>
  [line(command), program(shelled(command) ?? '')].includes(unquoted(args));

/** A text as one word of a shell's line. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
