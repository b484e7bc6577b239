import type { ApiCall, Container, EngineNotice, World } from '../../../runner/api.ts';

/** A call of the engine's API, by what it does: `inspect` of the `container` `web`. */
export type Read = { readonly call: string; readonly kind: string; readonly of?: string };

const kinds: Readonly<Record<string, string>> = {
  containers: 'container',
  images: 'image',
  networks: 'network',
  volumes: 'volume',
};

/** Calls that are named otherwise than their paths end. */
const renamed: Readonly<Record<string, string>> = { json: 'inspect', get: 'save', 'images/create': 'pull' };

/** What a call does, after the Docker Engine API reference. */
export function readCall({ method, path, query }: ApiCall): Read {
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
  remove: ['destroy', 'delete', 'untag', 'remove'],
  stop: ['die', 'stop'],
  exec: ['exec_create'],
  copy: ['extract-to-dir'],
  build: [],
  wait: [],
  resize: [],
  auth: [],
};

/** How a call was answered; `status` where it is known. */
export type Outcome = { readonly outcome: 'ok' | 'refused'; readonly status?: number };

export async function outcomeOf(world: World, call: ApiCall, read: Read, signal: AbortSignal): Promise<Outcome> {
  if (call.method === 'GET' || call.method === 'HEAD') {
    const { status } = await world.docker.repeat(call, signal);
    return { outcome: status < 400 ? 'ok' : 'refused', status };
  }
  if (call.error !== undefined) return { outcome: 'refused', status: 500 };
  const actions = said[read.call] ?? [read.call];
  if (actions.length === 0) return { outcome: 'ok' };
  const container = read.kind === 'container' && read.of ? await world.docker.container(read.of, signal) : undefined;
  const isOf = ({ id, attributes }: EngineNotice): boolean =>
    container !== undefined ? id === container.id : !read.of || [id, attributes.name].some((each) => each === read.of);
  const happened = world.docker
    .events(call.at - 1)
    .some((each) => actions.includes(each.action.split(':')[0] ?? '') && (read.kind !== 'container' || isOf(each)));
  return { outcome: happened ? 'ok' : 'refused' };
}

/** Whether a reference, as a client gives it, means this object: its name, its id, or how its id begins. */
export const means = (reference: string, wanted: string, found: Container | undefined): boolean => {
  const plain = (name: string) => name.replace(/^\//, '').replace(/:latest$/, '');
  if (plain(reference) === plain(wanted)) return true;
  if (!found) return reference.length > 3 && wanted.startsWith(reference);
  return plain(reference) === found.name || found.id.startsWith(reference);
};
