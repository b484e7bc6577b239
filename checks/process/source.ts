import type { HostProcess, World } from '../../runner/api.ts';
import { areWords, lineOf, wordsOf } from '../docker/words.ts';
import type { Source } from '../kit/check.ts';
import { fieldsOf, type Subject } from '../kit/subject.ts';
import type { ProcessParams } from './check.ts';

/** What stands in the process table; all else is asked of a process alone, where it is asked for. */
const inTable = new Set(['args', 'parent', 'user.uid']);

/** The processes of the machine itself, or a container's own. Of those that were asked for by their arguments, all that is asked. */
export const processes = (wanted: ProcessParams): Source => ({
  noun: 'process',
  async read(world, paths, { since, signal }) {
    const table = await world.host.processes(signal);
    const among =
      wanted.in === 'machine'
        ? table.filter(({ container }) => container === undefined)
        : await ownOf(world, wanted.in, signal);
    const words = wanted.args === undefined ? undefined : wordsOf(wanted.args);
    const fitting = among.filter(({ args }) => args.length > 0 && (!words || areWords(args, words)));
    const others = await namespacesOf(
      world,
      table,
      [...Object.values(wanted.same), ...Object.values(wanted.other)],
      signal,
    );
    const asksMore = paths.some((path) => !inTable.has(path));
    const subjects = fitting.map(async (each): Promise<Subject> => {
      const details = asksMore ? await world.host.details(each.pid, signal) : undefined;
      const is = {
        ...{ user: { uid: each.uid }, ...details },
        args: words ?? each.args,
        parent: wanted.parent !== undefined && descendsFrom(each, table, wordsOf(wanted.parent)),
      };
      const shared = Object.entries({ ...wanted.same, ...wanted.other }).map(([kind, whose]) => {
        const [own, theirs] = [details?.namespaces[kind], others.get(whose)?.[kind]];
        return [
          `${kind} of ${whose}`,
          own === undefined || theirs === undefined ? 'unknown' : own === theirs ? 'shared' : 'separate',
        ];
      });
      return {
        ...{ id: String(each.pid), name: lineOf(each.args), at: each.startedAt, fresh: each.startedAt >= since },
        is: { ...fieldsOf(is, paths), ...Object.fromEntries(shared) },
      };
    });
    return { subjects: await Promise.all(subjects) };
  },
});

async function ownOf({ docker }: World, reference: string, signal: AbortSignal): Promise<readonly HostProcess[]> {
  const container = await docker.container(reference, signal);
  return container ? docker.processes(container.id, signal) : [];
}

function descendsFrom(process: HostProcess, table: readonly HostProcess[], wanted: readonly string[]): boolean {
  const seen = new Set<number>();
  let parent = table.find(({ pid }) => pid === process.parent);
  while (parent && !seen.has(parent.pid)) {
    if (areWords(parent.args, wanted) || (wanted.length === 1 && areWords(parent.args.slice(0, 1), wanted)))
      return true;
    seen.add(parent.pid);
    const next: number = parent.parent;
    parent = table.find(({ pid }) => pid === next);
  }
  return false;
}

/** The namespaces of the machine's and of containers' first processes. */
async function namespacesOf(
  world: World,
  table: readonly HostProcess[],
  whose: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const all = [...new Set(whose)].map(async (each) => {
    const first = each === 'machine' ? table.find(({ pid }) => pid === 1) : (await ownOf(world, each, signal))[0];
    const details = first && (await world.host.details(first.pid, signal));
    return [each, details?.namespaces ?? {}] as const;
  });
  return new Map(await Promise.all(all));
}
