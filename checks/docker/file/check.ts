import { defineCheck, message, passed, pending, type ShellCommand, type World, z } from '../../../runner/api.ts';
import { program } from '../command.ts';

const params = z.strictObject({
  container: z.string().describe('Which container: an id or a name, or a fact such as `${first}`.'),
  file: z.string().describe('The name of the file, wherever in the container it was made.'),
  exists: z.boolean().default(true).describe('Whether it must be there, or must not.'),
});

type Params = z.infer<typeof params>;

type Evidence = {
  readonly name: string;
  /** Every path of this name that the container has and its image has not. */
  readonly paths: readonly { readonly path: string; readonly kind: string }[];
  /** The other files that were made in it. */
  readonly others: readonly string[];
  /** Another container that has it instead. */
  readonly elsewhere?: string;
  readonly onMachine: boolean;
};

/** A file of this name was made in a container, or was not, by the engine's own account of what differs from the image. */
export const file = defineCheck<Params, Evidence>({
  name: 'docker/file',
  about:
    'A file of this name was made in this container, wherever in it, or was not (`exists: false`), as `docker diff` tells.',
  params,
  lasting: true,
  wakesOn: ['docker.exec', 'docker.exec_die', 'docker.api', 'shell.command', 'terminal.quiet', 'program'],

  async observe(world, { container, file }, { since, signal }) {
    const found = await world.docker.container(container, signal);
    const id = found?.id ?? container;
    const added = found ? await additions(world, id, signal) : [];
    const paths = await Promise.all(
      added
        .filter((path) => program(path) === file)
        .map(async (path) => ({ path, kind: (await world.docker.fileKind(id, path, signal)) ?? 'other' })),
    );
    const elsewhere = paths.length > 0 ? undefined : await otherWith(world, id, file, signal);
    return {
      name: found?.name ?? world.docker.remembered(id)?.name ?? container,
      paths,
      others: added.filter((path) => program(path) !== file),
      ...(elsewhere && { elsewhere }),
      onMachine: madeOnMachine(world.shell.commands(since), file),
    };
  },

  judge({ name, paths, others, elsewhere, onMachine }, { file, exists }) {
    const made = paths.find((each) => each.kind === 'file');
    const any = made ?? paths[0];
    if (!exists) {
      if (any) return pending(message('file.should-not', { name, path: any.path }), { attempt: true });
      return passed(message('file.absent', { name, file }));
    }
    if (made) return passed(message('file.there', { name, path: made.path }));
    if (any) return pending(message('file.directory', { name, path: any.path }), { attempt: true });
    if (elsewhere) return pending(message('file.other-container', { file, other: elsewhere, name }), { attempt: true });
    const nearest = others.find((path) => alike(program(path), file));
    if (nearest) {
      return pending(message('file.other-name', { name, actual: nearest, file }), {
        attempt: true,
        mismatch: { expected: file, actual: program(nearest) },
      });
    }
    if (onMachine) return pending(message('file.on-machine', { file, name }), { attempt: true });
    return pending(message('file.none', { name, file }));
  },
});

/** Whether the last command that spoke of the file made it, on the machine. */
function madeOnMachine(commands: readonly ShellCommand[], file: string): boolean {
  const last = commands.findLast((each) => each.exitCode === 0 && each.line.includes(file));
  return last !== undefined && /^\s*(touch|echo|cat|printf|>|tee|cp)/.test(last.line);
}

const additions = async (world: World, id: string, signal: AbortSignal): Promise<readonly string[]> =>
  (await world.docker.changes(id, signal)).filter((each) => each.kind === 'added').map((each) => each.path);

async function otherWith(world: World, id: string, file: string, signal: AbortSignal): Promise<string | undefined> {
  const others = (await world.docker.containers(signal)).filter((each) => each.id !== id);
  const has = await Promise.all(
    others.map(async (each) => (await additions(world, each.id, signal)).some((path) => program(path) === file)),
  );
  return others.find((_, index) => has[index])?.name;
}

/** Whether one was probably meant for the other: the same but for case, ending and a letter or two, and no shell's history. */
function alike(actual: string, wanted: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [one, other] = [plain(actual), plain(wanted)];
  if (one === '' || actual.startsWith('.')) return false;
  const shared = [...one].filter((letter) => other.includes(letter)).length;
  return (
    one.includes(other) ||
    other.includes(one) ||
    (shared / Math.max(one.length, other.length) > 0.8 && one[0] === other[0])
  );
}
