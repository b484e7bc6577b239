import type { Api } from '../../world/kubernetes/call.ts';
import type { KubernetesObject } from '../../world/kubernetes/model.ts';
import { applied, removed } from './applied.ts';
import { tokenOf } from './bootstrap.ts';
import { home, newNamespace, runnerAnnotation, sessionLabel } from './names.ts';
import { namespaceReady } from './ready.ts';

/** A session's namespace, and the account of ours by whose name the audit log knows its learner: both are called the same. */
export type SessionAccount = { readonly namespace: string; readonly token: string };

const day = 24 * 3600;
/** How long a learner may stay away in one sitting; entering again gives a new token. */
const tokenLife = 30 * day;

type Metadata = { readonly name: string; readonly labels: Readonly<Record<string, string>> };

const account = (name: string) => `/api/v1/namespaces/${home}/serviceaccounts/${name}`;

/** Makes a session's place, or what lacks of one that it has; Pods can be made in it once this resolves. */
export async function makePlace(
  api: Api,
  session: string,
  signal: AbortSignal,
  name = newNamespace(),
): Promise<SessionAccount> {
  const metadata = { name, labels: { [sessionLabel]: session } };
  const annotations = { [runnerAnnotation]: String(process.pid) };
  const [, token] = await Promise.all([
    applied(api, '/api/v1/namespaces', { metadata: { ...metadata, annotations } }).then(() =>
      namespaceReady(api, name, signal),
    ),
    identity(api, metadata),
  ]);
  return { namespace: name, token };
}

async function identity(api: Api, metadata: Metadata): Promise<string> {
  await applied(api, `/api/v1/namespaces/${home}/serviceaccounts`, { metadata });
  return tokenOf(api, metadata.name, tokenLife);
}

type Namespaces = { readonly items: readonly KubernetesObject[] };

/** The place that a session has, with a new token; undefined where it has none. */
export async function findPlace(api: Api, session: string): Promise<SessionAccount | undefined> {
  const { items } = await api.call<Namespaces>('GET', `/api/v1/namespaces?labelSelector=${sessionLabel}%3D${session}`);
  const found = items.find(({ metadata }) => metadata.deletionTimestamp === undefined);
  if (!found) return undefined;
  const { name } = found.metadata;
  return { namespace: name, token: await identity(api, { name, labels: { [sessionLabel]: session } }) };
}

/**
Has a place removed. Resolves once it is on its way out, which takes the namespace controller five seconds and more: nothing
new can be made in it, and its Pods get a second to end instead of half a minute.
*/
export async function removePlace(api: Api, name: string): Promise<void> {
  await Promise.all([removed(api, `/api/v1/namespaces/${name}`), removed(api, account(name))]);
  await removed(api, `/api/v1/namespaces/${name}/pods?gracePeriodSeconds=1`);
}
