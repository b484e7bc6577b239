import { type ApiCall, type CheckContext, type EngineNotice, type World, z } from '../../../runner/api.ts';
import { isChange, means } from '../client.ts';
import type { DidParams } from './check.ts';
import { type Done, isOfFile, type Known } from './deed.ts';
import { type Asked, shownBy, wasRefused } from './lists.ts';

/** A call of the engine's API, by what it does: `inspect` of the `container` `web`. */
type Read = { readonly call: string; readonly kind: string; readonly of?: string | undefined };

/** Calls that are named otherwise than their paths end. */
const renamed: Readonly<Record<string, string>> = { json: 'inspect', get: 'save' };

/** What a call does, after the Docker Engine API reference. */
function readCall({ method, path, query }: ApiCall): Read {
  const [, top = '', rest = ''] = /^\/([^/]+)\/?(.*?)\/?$/.exec(path) ?? [];
  const kind = /^(container|image|network|volume)s$/.exec(top)?.[1];
  if (kind === undefined)
    return { call: top, kind: top, of: top === 'commit' ? query.container : top === 'build' ? query.t : undefined };
  if (method === 'GET' && (rest === '' || rest === 'json')) return { call: 'list', kind };
  if (rest === 'create' || rest === 'prune')
    return { call: `${kind} ${rest}` === 'image create' ? 'pull' : rest, kind };
  if (method === 'DELETE') return { call: 'remove', kind, of: rest };
  // An image's name may have slashes in it.
  const parts = kind === 'image' ? /^(.*)\/(json|history|tag|push|get)$/ : /^(.*)\/([^/]+)$/;
  const [, of = rest, verb = 'json'] = parts.exec(rest) ?? [];
  return { call: verb === 'archive' && method === 'PUT' ? 'copy' : (renamed[verb] ?? verb), kind, of };
}

/** What the engine says has happened where a call came to something: its events, where these are not named as the call is. */
const said: Readonly<Record<string, readonly string[]>> = {
  ...{ remove: ['destroy', 'delete', 'untag', 'remove'], stop: ['die', 'stop'], exec: ['exec_create'] },
  ...{ copy: ['extract-to-dir'], build: [], wait: [], resize: [], auth: [] },
};

const versionOf = ({ version }: ApiCall) => (version === undefined ? {} : { version });

async function isRefused({ docker }: World, call: ApiCall, read: Read, signal: AbortSignal): Promise<boolean> {
  const after = () => docker.events(call.at).filter(({ at }) => at > call.at);
  if (!isChange(call)) return wasRefused(read, (await docker.repeat(call, signal)).status, after());
  if (call.error !== undefined) return true;
  const actions = said[read.call] ?? [read.call];
  // A version that the engine does not speak is refused whatever is asked.
  const ping = { method: 'GET', path: '/_ping', query: {}, at: call.at, ...versionOf(call) };
  if (actions.length === 0) return (await docker.repeat(ping, signal)).status >= 400;
  const container = read.kind === 'container' && read.of ? await docker.container(read.of, signal) : undefined;
  const isOf = ({ id, attributes }: EngineNotice): boolean =>
    container ? id === container.id : !read.of || [id, attributes.name].includes(read.of);
  const isIts = (each: EngineNotice) =>
    actions.includes(each.action.split(':')[0] ?? '') && (read.kind !== 'container' || isOf(each));
  return !docker.events(call.at - 1).some(isIts);
}

/** What a client asks besides, to do what it was told. */
const aside = ['_ping', 'version', 'info', 'auth', 'wait', 'resize', 'session', 'grpc'];

/** Calls of the learner's that are wanted, and those that tell what was done instead. */
export async function called(
  world: World,
  params: DidParams,
  known: Known | undefined,
  { since, signal, kept }: CheckContext,
): Promise<readonly Done[]> {
  const { list, exec } = params;
  const wanted = params.of ?? exec?.in ?? '';
  // What a call showed is looked up once, soon after it: later there may be more.
  const before = z.record(z.string(), z.boolean()).catch({}).parse(kept);
  const concerns = ({ call, kind }: Read) =>
    list === undefined
      ? [params.call].flat().includes(call)
      : call === 'list' || (call === 'inspect' && !aside.includes(kind));
  const calls = world.docker.calls(since).map((call) => ({ call, read: readCall(call) }));
  return Promise.all(
    calls
      .filter(({ read }) => concerns(read))
      .map(async ({ call, read }): Promise<Done> => {
        const { of, kind } = read;
        const isContainer = kind === 'container' || kind === 'commit';
        const subject = of !== undefined && isContainer ? await world.docker.container(of, signal) : undefined;
        // What a fact has by its id is a container: an object of another kind may bear its name.
        const isNamed = () =>
          means(of ?? '', known ?? { id: wanted, name: wanted }) && (isContainer || wanted !== known?.id);
        return {
          ...{ by: 'call', what: read.call, names: [], of: subject?.name ?? of ?? '', kind, at: call.at },
          here: wanted === '' || (subject && known ? subject.id === known.id : isNamed()),
          refused: await isRefused(world, call, read, signal),
          ...(list?.slice(0, -1) === kind &&
            read.call === 'list' &&
            (await shown(world, call, { kind, all: params.all, since }, signal))),
          has: isOfFile(params)
            ? (before[call.at] ?? (await has(world, call, known, exec?.lists ?? '', signal)))
            : undefined,
        };
      }),
  );
}

async function shown({ docker }: World, call: ApiCall, asked: Asked, signal: AbortSignal) {
  const { list } = await docker.repeat(call, signal);
  return shownBy(call, asked, list, docker.events(asked.since));
}

/** Whether a container has a file of this name that its image has not, where a call shows it. */
async function has(
  { docker }: World,
  { path, query }: ApiCall,
  known: Known | undefined,
  name: string,
  signal: AbortSignal,
) {
  if (!known || path.endsWith('/top')) return false;
  const folder = path.endsWith('/archive') ? (query.path ?? '/').replace(/\/?\.?$/, '') : '';
  const changes = await docker.changes(known.id, signal);
  return changes.some((each) => each.path.endsWith(`/${name}`) && each.path.startsWith(`${folder}/`));
}
