import type { ApiCall, CheckContext, Container, EngineNotice, World } from '../../../runner/api.ts';
import { isChange } from '../client.ts';
import type { DidParams } from './check.ts';
import type { Deed } from './deed.ts';

/** A call of the engine's API, by what it does: `inspect` of the `container` `web`. */
type Read = { readonly call: string; readonly kind: string; readonly of?: string };

const kinds: Readonly<Record<string, string>> = {
  containers: 'container',
  images: 'image',
  networks: 'network',
  volumes: 'volume',
};

/** Calls that are named otherwise than their paths end. */
const renamed: Readonly<Record<string, string>> = { json: 'inspect', get: 'save', 'images/create': 'pull' };

/** What a call does, after the Docker Engine API reference. */
function readCall({ method, path, query }: ApiCall): Read {
  const [, plural = '', rest = ''] = /^\/([^/]+)\/?(.*?)\/?$/.exec(path) ?? [];
  const kind = kinds[plural];
  if (kind === undefined) {
    const of = plural === 'commit' ? query.container : plural === 'build' ? query.t : undefined;
    return { call: plural, kind: plural, ...(of !== undefined && { of }) };
  }
  if (method === 'GET' && (rest === '' || rest === 'json')) return { call: 'list', kind };
  if (rest === 'create' || rest === 'prune') return { call: renamed[`${plural}/${rest}`] ?? rest, kind };
  // An image's name may have slashes in it.
  const [, of = rest, verb = ''] = /^(.*)\/([^/]+)$/.exec(rest) ?? [];
  if (method === 'DELETE') return { call: 'remove', kind, of: rest };
  if (verb === '' || (kind === 'image' && !imageVerbs.has(verb))) return { call: 'inspect', kind, of: rest };
  if (verb === 'archive' && method === 'PUT') return { call: 'copy', kind, of };
  return { call: renamed[verb] ?? verb, kind, of };
}

const imageVerbs = new Set(['json', 'history', 'tag', 'push', 'get']);

/** What the engine says has happened where a call came to something: its events, where these are not named as the call is. */
const said: Readonly<Record<string, readonly string[]>> = {
  ...{ remove: ['destroy', 'delete', 'untag', 'remove'], stop: ['die', 'stop'], exec: ['exec_create'] },
  ...{ copy: ['extract-to-dir'], build: [], wait: [], resize: [], auth: [] },
};

async function isRefused({ docker }: World, call: ApiCall, read: Read, signal: AbortSignal): Promise<boolean> {
  if (!isChange(call)) return (await docker.repeat(call, signal)).status >= 400;
  if (call.error !== undefined) return true;
  const actions = said[read.call] ?? [read.call];
  if (actions.length === 0) return false;
  const container = read.kind === 'container' && read.of ? await docker.container(read.of, signal) : undefined;
  const isOf = ({ id, attributes }: EngineNotice): boolean =>
    container !== undefined ? id === container.id : !read.of || [id, attributes.name].includes(read.of);
  return !docker
    .events(call.at - 1)
    .some((each) => actions.includes(each.action.split(':')[0] ?? '') && (read.kind !== 'container' || isOf(each)));
}

/** Whether a reference, as a client gives it, means this object: its name, its id, or how its id begins. */
function means(reference: string, wanted: string, found: Container | undefined): boolean {
  const plain = (name: string) => name.replace(/^\//, '').replace(/:latest$/, '');
  if (plain(reference) === plain(wanted)) return true;
  if (!found) return reference.length > 3 && wanted.startsWith(reference);
  return plain(reference) === found.name || found.id.startsWith(reference);
}

/** What a client asks besides, to do what it was told. */
const aside = new Set(['_ping', 'version', 'info', 'auth', 'wait', 'resize', 'session', 'grpc']);

/** Calls of the learner's that are wanted, and those that tell what was done instead. */
export async function called(
  world: World,
  { of, list, all, exec, call: names }: DidParams,
  known: Container | undefined,
  { since, signal, kept }: CheckContext,
): Promise<readonly (Deed & { readonly at: number })[]> {
  const before = isShown(kept) ? kept : {};
  const wanted = of ?? exec?.in;
  const lists = exec?.lists;
  const concerns = ({ call, kind }: Read) =>
    list === undefined
      ? [names ?? []].flat().includes(call)
      : call === 'list' || (call === 'inspect' && !aside.has(kind));
  const calls = world.docker.calls(since).map((call) => ({ call, read: readCall(call) }));
  return Promise.all(
    calls
      .filter(({ read }) => concerns(read))
      .map(async ({ call, read }): Promise<Deed & { readonly at: number }> => {
        const subject = read.of === undefined ? undefined : await world.docker.container(read.of, signal);
        const { at } = call;
        return {
          ...{ by: 'call', what: read.call, names: [], of: subject?.name ?? read.of ?? '', kind: read.kind, at },
          here: wanted === undefined || (read.of !== undefined && means(read.of, wanted, known)),
          refused: await isRefused(world, call, read, signal),
          ...(list !== undefined && read.kind === list.slice(0, -1) && (await lacking(world, call, all, signal))),
          ...(lists && !lists.startsWith('/') && { has: before[at] ?? (await has(world, call, known, lists, signal)) }),
        };
      }),
  );
}

type Shown = Readonly<Record<string, boolean>>;
const isShown = (kept: unknown): kept is Shown => typeof kept === 'object' && kept !== null;

/** How a list differs from that of all. */
async function lacking(
  { docker }: World,
  call: ApiCall,
  all: boolean,
  signal: AbortSignal,
): Promise<Pick<Deed, 'shows' | 'lacks'>> {
  const { ids } = await docker.repeat(call, signal);
  if (!ids) return {};
  const whole = await docker.repeat({ ...call, query: all ? { all: '1' } : {} }, signal);
  return { shows: ids.length, lacks: (whole.ids ?? []).filter((each) => !ids.includes(each)).length };
}

/** Whether a container has a file of this name that its image has not, where a call shows it. */
async function has(
  { docker }: World,
  { path, query }: ApiCall,
  known: Container | undefined,
  name: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (!known || path.endsWith('/top')) return false;
  const folder = path.endsWith('/archive') ? (query.path ?? '/').replace(/\/?\.?$/, '') : '';
  const changes = await docker.changes(known.id, signal);
  return changes.some((each) => each.path.endsWith(`/${name}`) && each.path.startsWith(`${folder}/`));
}
