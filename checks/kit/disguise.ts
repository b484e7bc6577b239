import type { Process } from '../../runner/api.ts';
import { lastPart } from '../docker/words.ts';

type Named = Pick<Process, 'args' | 'name'>;

/** Programs that are many, by what they are called: they do what their name says, whatever file they are. */
const many = /^(?:busybox|toybox|coreutils)\b/;

/** The kernel keeps 15 bytes of a name: TASK_COMM_LEN in proc_pid_comm(5). */
const kept = (name: string): string => Buffer.from(name).subarray(0, 15).toString();

/** What a process may mean by its first word: a login shell has a dash before it, and who says what it does writes that behind its name. */
function called(first: string): readonly string[] {
  const plain = first.replace(/^-/, '');
  return [plain, plain.split(/[\s:]/)[0] ?? ''].map(lastPart);
}

/** The kernel starts the program that a script names with the script's path behind it, and calls the process by the script. */
const isScript = ({ args: [first = '', ...rest], name }: Named): boolean =>
  first.startsWith('/') && rest.slice(0, 2).some((each) => each.includes('/') && kept(lastPart(each)) === name);

/** `php-fpm` is the file `php-fpm8.2`. */
const isOf = (file: string, name: string): boolean =>
  file.startsWith(name) && /^[\d.-]*$/.test(file.slice(name.length));

/**
The program that a process runs, where its arguments name another; undefined where they name it. Whoever starts a program says what its first argument
is (execve(2)), but not which file the kernel executes. `file`: which that is, where it is known. Programs that give themselves another
name are known by it.
*/
export function disguised(process: Named, file?: string): string | undefined {
  const { args, name } = process;
  const [first = ''] = args;
  const own = called(first);
  if (first === '' || own.some((each) => kept(each) === name)) return undefined;
  const actual = lastPart((file ?? name).replace(/ \(deleted\)$/, ''));
  return own.some((each) => isOf(actual, each)) || many.test(actual) || isScript(process) ? undefined : actual;
}

/** The names under which an image may have the program that a process is taken for. */
export const namesOf = ({ args: [first = '', ...rest] }: Named): readonly string[] => [...called(first), ...rest];

type Ask<Each> = (process: Each) => Promise<string | undefined>;

/**
Of these processes those that are disguised, by PID, each with the program that it runs, or with the path of another file that lies
where that program should. Only of what looks so it is asked which file it executes; of all others whether that is what it is taken for.
*/
export async function disguises<Each extends Process>(
  processes: readonly Each[],
  fileOf: Ask<Each>,
  impostor: Ask<Each>,
): Promise<ReadonlyMap<number, string>> {
  const told = await Promise.all(
    processes.map(async (each) => {
      const suspect = disguised(each) !== undefined;
      const program = suspect ? disguised(each, await fileOf(each)) : undefined;
      return [each.pid, program ?? (await impostor(each))] as const;
    }),
  );
  return new Map(told.flatMap(([pid, program]) => (program === undefined ? [] : [[pid, program] as const])));
}

/** Whether a disguise is another file in the place of the program that is meant. */
export const isReplaced = (disguise: string): boolean => disguise.startsWith('/');
