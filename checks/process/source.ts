import { message, type Process, valueAt, type World } from '../../runner/api.ts';
import { areWords, lastPart, lineOf as quoted, wordsOf } from '../docker/words.ts';
import type { Source } from '../kit/check.ts';
import { isCalled, lineOf } from '../kit/command.ts';
import { disguises, isReplaced } from '../kit/disguise.ts';
import type { Said } from '../kit/expectation.ts';
import { type Place, placeName } from '../kit/place.ts';
import { type Own, siteOf } from '../kit/site.ts';
import { fieldsOf, type Subject } from '../kit/subject.ts';
import type { ProcessParams } from './check.ts';

/** So many command lines are told of a place where none is the one that is asked for. */
const most = 8;

/** A place's own processes. Of those that were asked for, all that is asked. */
export const processes = (wanted: ProcessParams): Source => ({
  noun: 'process',
  async read(world, paths, { since, signal }) {
    const { args, starts = '*', same, other, parent } = wanted;
    const site = await siteOf(world, wanted.in, signal);
    if ('because' in site) return { subjects: [], nowhere: site };
    const { own, all } = await site.processes();
    const places = [...Object.entries(same), ...Object.entries(other)];
    const others = await Promise.all(places.map(([kind, place]) => namespaceOf(world, kind, place, signal)));

    const subjectOf = async (each: Own): Promise<Subject> => {
      const inTable = {
        ...(each.uid !== undefined && { user: { uid: each.uid } }),
        parent: parent !== undefined && descendsFrom(each, all, wordsOf(parent)),
      };
      const asksMore = paths.some((path) => valueAt(inTable, path) === undefined);
      const details = asksMore ? await site.details(each.pid) : undefined;
      const shared = others.flatMap(({ kind, of, name, inode }) => {
        const mine = details?.namespaces[kind];
        const isKnown = mine !== undefined && inode !== undefined;
        return [
          [`${kind} of ${of}`, isKnown ? (mine === inode ? 'shared' : 'separate') : 'unknown'],
          [of, name],
        ];
      });
      return {
        ...{ id: String(each.pid), name: wanted.starts === undefined ? quoted(each.args) : lineOf(each) },
        ...{ at: each.startedAt, fresh: each.startedAt >= since, alive: [site.alive(each)] },
        is: { ...fieldsOf({ ...inTable, ...details }, paths), ...Object.fromEntries(shared), where: site.name },
      };
    };

    const alike = own.filter((each) => isAskedFor(each, wanted));
    const disguised = await disguises(alike, site.executes, site.impostor);
    const subjects = await Promise.all(alike.filter(({ pid }) => !disguised.has(pid)).map(subjectOf));
    const [[hidden, program] = []] = disguised;
    const called = alike.find(({ pid }) => pid === hidden)?.args[0];
    if (subjects.length === 0 && program !== undefined && called !== undefined)
      return { subjects, about: site.name, elsewhere: otherwiseCalled(program, called, site.name) };
    if (subjects.length > 0 || site.name === '') return { subjects, about: site.name };
    const because = message('process.none', { args: args ?? starts, place: site.name });
    const mismatch = { expected: args ?? starts, actual: own.slice(0, most).map(lineOf).join(', ') };
    return { subjects, about: site.name, elsewhere: { because, mismatch, attempt: false } };
  },
});

export const otherwiseCalled = (program: string, called: string, place: string): Said => ({
  because: isReplaced(program)
    ? message('process.replaced', { path: program, called: lastPart(called), place })
    : message('process.disguised', { program, called: lastPart(called), place }),
});

const isAskedFor = (process: Process, { args, starts }: ProcessParams): boolean =>
  process.args.length > 0 &&
  (args === undefined || areWords(process.args, wordsOf(args))) &&
  (starts === undefined || isCalled(process, starts));

/** A table that is read while it changes may lead in a circle. */
function descendsFrom(process: Process, table: readonly Process[], wanted: readonly string[]): boolean {
  const parent = table.find(({ pid }) => pid === process.parent);
  if (!parent) return false;
  const isIt = areWords(parent.args, wanted) || (wanted.length === 1 && areWords(parent.args.slice(0, 1), wanted));
  const others = table.filter((each) => each !== parent);
  return isIt || descendsFrom(parent, others, wanted);
}

/** The namespace of a place's first process. */
async function namespaceOf(world: World, kind: string, place: Place, signal: AbortSignal) {
  const of = placeName(place);
  const site = await siteOf(world, place, signal);
  const first = 'because' in site ? undefined : (await site.processes()).own[0];
  if ('because' in site || !first) return { kind, of, name: of };
  return { kind, of, name: site.name, inode: (await site.details(first.pid))?.namespaces[kind] };
}
