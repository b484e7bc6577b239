import { message } from '../../../words/message.ts';
import { type Api, Refused } from '../../../world/kubernetes/call.ts';
import type { KubernetesObject } from '../../../world/kubernetes/model.ts';
import { removed } from '../applied.ts';
import { sessionLabel } from '../names.ts';
import { namespaceReady } from '../ready.ts';
import { ForeignError } from './ForeignError.ts';
import { accessOf, confined, learnerAccount, learnerRole } from './names.ts';
import { learnerRules } from './rules.ts';

const namespaces = '/api/v1/namespaces';
const groupOf = 'rbac.authorization.k8s.io';
const rbac = `/apis/${groupOf}/v1/namespaces`;

/** What binds a learner to a namespace, by the collection that it lies in. */
export const bindingsOf = (namespace: string) => ({
  roles: {
    apiVersion: `${groupOf}/v1`,
    kind: 'Role',
    metadata: { name: learnerRole },
    rules: learnerRules,
  },
  rolebindings: {
    apiVersion: `${groupOf}/v1`,
    kind: 'RoleBinding',
    metadata: { name: learnerRole },
    roleRef: { apiGroup: groupOf, kind: 'Role', name: learnerRole },
    subjects: [{ kind: 'ServiceAccount', name: learnerAccount, namespace: accessOf(namespace) }],
  },
});

export const collectionOf = (namespace: string, plural: string): string => `${rbac}/${namespace}/${plural}`;

/** Makes a session's two namespaces, and lets its learner into the one: nothing else of the cluster is touched. */
export async function makePlace(
  api: Api,
  { session, namespace }: { readonly session: string; readonly namespace: string },
  signal: AbortSignal,
): Promise<void> {
  const access = accessOf(namespace);
  // Not called off halfway: what the server has begun to make it would make all the same.
  const create = (collection: string, body: unknown) => api.call('POST', collection, { body });
  await allEnded(
    [namespace, access].map((name) =>
      create(namespaces, { metadata: { name, labels: { ...confined, [sessionLabel]: session } } }),
    ),
  );
  const { roles, rolebindings } = bindingsOf(namespace);
  signal.throwIfAborted();
  await allEnded([
    create(`${namespaces}/${access}/serviceaccounts`, { metadata: { name: learnerAccount } }),
    create(collectionOf(namespace, 'roles'), roles).then(() =>
      create(collectionOf(namespace, 'rolebindings'), rolebindings),
    ),
    namespaceReady(api, namespace, signal).then(() => mustConfine(api, namespace, signal)),
  ]);
}

/** Rejects where one of these does, once none of them is under way any more. */
async function allEnded(works: readonly Promise<unknown>[]): Promise<void> {
  for (const each of await Promise.allSettled(works)) if (each.status === 'rejected') throw each.reason;
}

/** A Pod that takes over its node, which is asked for without being made. */
const takeover = {
  metadata: { name: 'seatrial-probe' },
  spec: {
    hostPID: true,
    containers: [{ name: 'probe', image: 'seatrial-probe', securityContext: { privileged: true } }],
  },
};

/** Rejects with `WorldError` where Pods may do to the node what they like: there a learner would be root on it. */
async function mustConfine(api: Api, namespace: string, signal: AbortSignal): Promise<void> {
  const said = await api.call('POST', `${namespaces}/${namespace}/pods?dryRun=All`, { body: takeover, signal }).then(
    () => '',
    (error: unknown) => {
      if (error instanceof Refused && error.status === 403) return error.message;
      throw error;
    },
  );
  // A refusal for another reason, such as a quota, says nothing of confinement.
  if (!/PodSecurity|denied the request/.test(said)) {
    throw new ForeignError(message('existing.unconfined', { server: api.server }));
  }
}

/** How long a token is asked for, in s; a cluster may give less. A session that is continued gets a new one. */
const week = 7 * 24 * 3600;

/** By which the API lets in the learner of a session. */
export async function learnerToken(api: Api, namespace: string, signal: AbortSignal): Promise<string> {
  const path = `${namespaces}/${accessOf(namespace)}/serviceaccounts/${learnerAccount}/token`;
  const { status } = await api.call<{ readonly status: { readonly token: string } }>('POST', path, {
    body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: week } },
    signal,
  });
  return status.token;
}

/** A namespace that carries this session's label: its uid, and whether it is on its way out. Undefined where there is none. */
export async function ownNamespace(
  api: Api,
  session: string,
  name: string,
): Promise<{ readonly uid: string; readonly going: boolean } | undefined> {
  const found = await api.call<KubernetesObject>('GET', `${namespaces}/${name}`).catch(unless(404, undefined));
  if (found?.metadata.labels?.[sessionLabel] !== session) return undefined;
  return { uid: found.metadata.uid, going: found.metadata.deletionTimestamp !== undefined };
}

/** Takes a session's namespaces away, and nothing that only bears their name. Resolves once they are on their way out. */
export async function removePlace(api: Api, session: string, namespace: string): Promise<void> {
  await Promise.all(
    [namespace, accessOf(namespace)].map(async (name) => {
      const found = await ownNamespace(api, session, name);
      if (!found || found.going) return;
      // Pods first: a namespace by itself gives each of them its thirty seconds.
      const pods = `${namespaces}/${name}/pods`;
      if (name === namespace)
        await api.call('DELETE', pods, { body: { gracePeriodSeconds: 1 } }).catch(unless(403, undefined));
      // 409 (Conflict): it is another by now, made anew under the same name.
      const gone = removed(api, `${namespaces}/${name}`, { preconditions: { uid: found.uid } });
      await gone.catch(unless(409, undefined));
    }),
  );
}

const unless =
  <T>(status: number, otherwise: T) =>
  (error: unknown): T => {
    if (error instanceof Refused && error.status === status) return otherwise;
    throw error;
  };
