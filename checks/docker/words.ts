import { soleCommand } from '../../runner/api.ts';

/** A line's words as a shell parts them: quotes and backslashes taken away, nothing expanded. */
export function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:[^\s"'\\]|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*'|["'])+/g) ?? [];
  return words.map((word) =>
    word.replace(
      /\\([\s\S])|"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'/g,
      (_, escaped?: string, double?: string, single?: string) =>
        escaped ?? double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? '',
    ),
  );
}

const quoted = (word: string): string =>
  /^[^\s"'`$\\;&|<>()*?#!]+$/.test(word) ? word : `"${word.replace(/["\\$`]/g, '\\$&')}"`;

/** Words as one line, quoted where a shell would part or change them otherwise. */
export const lineOf = (words: readonly string[]): string => words.map(quoted).join(' ');

/** `/usr/bin/sleep` → `sleep` */
export const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a process with these arguments is what was asked for: the same words, the program by whatever path. */
export const areWords = (
  [program = '', ...rest]: readonly string[],
  [wanted = '', ...more]: readonly string[],
): boolean =>
  (program === wanted || lastPart(program) === lastPart(wanted)) &&
  rest.length === more.length &&
  rest.every((each, index) => each === more[index]);

/** The words of the one simple command that a shell is told to run by `-c`; undefined where that is more; a command's own where it is no shell. */
export function commandOf(command: readonly string[]): readonly string[] | undefined {
  const [program = '', flag = '', script] = command;
  if (!/^(?:ba|da|a)?sh$/.test(lastPart(program)) || !/^-[a-z]*c$/.test(flag) || script === undefined) return command;
  const sole = soleCommand(script);
  if (!sole || sole.redirected || sole.expanded !== 'nothing') return undefined;
  return sole.words[0] === 'exec' ? sole.words.slice(1) : sole.words;
}

/** Whether a command comes down to these words, directly or by a shell: what it will run, as far as can be told beforehand. */
export const asksFor = (command: readonly string[], wanted: readonly string[]): boolean =>
  areWords(command, wanted) || areWords(commandOf(command) ?? [], wanted);

/** The program that a command calls, directly or by a shell; undefined where there are several. */
export const programOf = (command: readonly string[]): string | undefined => commandOf(command)?.[0];
