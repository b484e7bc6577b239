import { isOfAnother, last, programOf, undrawn } from './command.ts';
import { type Asked, type Reading, reading } from './kind.ts';
import { isSurelyProgram } from './programs.ts';
import { isTree } from './tools/processes.ts';
import type { Row } from './tools/row.ts';

/** A command that the question speaks of: `sleep 11111`. */
export const commandIn = (about: readonly string[] = []): string | undefined =>
  about.find((each) => /^[a-z][\w.-]* (?:-|\d|\S*[/=])/.test(each));

/** What a line that names another program has, is that one's. A tree's branches lead to the program that is asked for. */
export function ofProgram(rows: readonly Row[], text: string, { about = [], subject }: Asked): Reading | undefined {
  const command = commandIn(about);
  const programs = [...(subject?.programs ?? []), ...(command === undefined ? [] : [command])];
  if (programs.length === 0) return undefined;
  const isOthers = (row: Row) => {
    const own = row.get('command');
    if (own === undefined) return false;
    // A word behind a number may be anything: `198 (root)`.
    const isProgram = row.size > 2 || isSurelyProgram(programOf(own) ?? '', new Set());
    if (isOfAnother(own, programs)) return isProgram;
    return command !== undefined && hasOtherArguments(own, command);
  };
  const others = rows.filter(isOthers);
  const left = rows.filter((each) => !others.includes(each));
  if (left.length > 0 && isTree(text)) return reading(left.flatMap((each) => each.get('pid') ?? []));
  if (others.length === 0 || left.length > 0) return undefined;
  const named = others.map((each) => ({ name: calledOf(each.get('command') ?? '', programs), value: each.get('pid') }));
  return reading(
    [],
    named.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }])),
  );
}

/** `sleep 22222` where `sleep 11111` is asked for; a line may be cut off. */
function hasOtherArguments(line: string, command: string): boolean {
  if (programOf(line)?.endsWith(programOf(command) ?? '') !== true) return false;
  const [given, own] = [undrawn(line), command].map((each) => each.split(' ').slice(1).join(' '));
  return given !== undefined && own !== undefined && given !== '' && !own.startsWith(given) && !given.startsWith(own);
}

/** Another program by its name alone, the same one with its arguments. */
const calledOf = (line: string, programs: readonly string[]): string =>
  isOfAnother(line, programs) ? last(programOf(line) ?? line) : undrawn(line);
