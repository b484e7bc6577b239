import { message, type Process, valueAt, type World } from '../../runner/api.ts';
import { areWords, lineOf as quoted, wordsOf } from '../docker/words.ts';
import type { Source } from '../kit/check.ts';
import { isCalled, lineOf } from '../kit/command.ts';
import { type Place, placeName } from '../kit/place.ts';
import { siteOf } from '../kit/site.ts';
import { fieldsOf, type Subject } from '../kit/subject.ts';
import type { ProcessParams } from './check.ts';

/** So many command lines are told of a place where none is the one that is asked for. */
const most = 8;

/** A place's own processes. Of those that were asked for, all that is asked. */
export const processes = (wanted: ProcessParams): Source => ({
  noun: 'process',
  async read(world, paths, { since, signal }) {
    const site = await siteOf(world, wanted.in, signal);
    if ('because' in site) return { subjects: [], nowhere: site };
    const { own, all } = await site.processes();
    const fitting = own.filter((each) => isAskedFor(each, wanted));
    const asked = [...Object.entries(wanted.same), ...Object.entries(wanted.other)];
    const others = await Promise.all(asked.map(async ([kind, other]) => namespaceOf(world, kind, other, signal)));
    const subjects = fitting.map(async (each): Promise<Subject> => {
      const told = {
        ...(each.uid !== undefined && { user: { uid: each.uid } }),
        parent: wanted.parent !== undefined && descendsFrom(each, all, wordsOf(wanted.parent)),
      };
      const asksMore = paths.some((path) => valueAt(told, path) === undefined);
      const details = asksMore ? await site.details(each.pid) : undefined;
      const shared = others.flatMap(({ kind, of, name, inode }) => {
        const mine = details?.namespaces[kind];
        const isKnown = mine !== undefined && inode !== undefined;
        const how = isKnown ? (mine === inode ? 'shared' : 'separate') : 'unknown';
        return [[`${kind} of ${of}`, how] as const, [of, name] as const];
      });
      return {
        ...{ id: String(each.pid), name: wanted.starts === undefined ? quoted(each.args) : lineOf(each) },
        ...{ at: each.startedAt, fresh: each.startedAt >= since, alive: [site.alive(each)] },
        is: { ...fieldsOf({ ...told, ...details }, paths), ...Object.fromEntries(shared), where: site.name },
      };
    });
    const { args, starts = '*' } = wanted;
    const mismatch = { expected: args ?? starts, actual: own.slice(0, most).map(lineOf).join(', ') };
    return {
      ...{ subjects: await Promise.all(subjects), about: site.name },
      ...(fitting.length === 0 &&
        site.name !== '' && {
          elsewhere: {
            because: message('process.none', { args: args ?? starts, place: site.name }),
            ...{ mismatch, attempt: false },
          },
        }),
    };
  },
});

const isAskedFor = (process: Process, { args, starts }: ProcessParams): boolean =>
  process.args.length > 0 &&
  (args === undefined || areWords(process.args, wordsOf(args))) &&
  (starts === undefined || isCalled(process, starts));

function descendsFrom(process: Process, table: readonly Process[], wanted: readonly string[]): boolean {
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

/** The namespace of a place's first process. */
async function namespaceOf(world: World, kind: string, place: Place, signal: AbortSignal) {
  const of = placeName(place);
  const site = await siteOf(world, place, signal);
  if ('because' in site) return { kind, of, name: of };
  const [first] = (await site.processes()).own;
  const inode = first && (await site.details(first.pid))?.namespaces[kind];
  return { kind, of, name: site.name, ...(inode !== undefined && { inode }) };
}
