import { isDeepStrictEqual } from 'node:util';
import { type Message, message } from '../../../words/message.ts';
import { type Api, Refused } from '../../../world/kubernetes/call.ts';
import type { KubernetesObject } from '../../../world/kubernetes/model.ts';
import { KindWatch } from '../../../world/kubernetes/watch.ts';
import { learnerRole } from './names.ts';
import { bindingsOf, collectionOf } from './place.ts';

export type Keeper = {
  /** Resolves when the namespace was removed by somebody else. */
  readonly gone: Promise<Message>;
  close(): void;
};

/**
Keeps what binds a learner to their namespace as it was made: whoever may write RoleBindings may remove their own as well, and
would then be locked out of the lab. Resolves once it is as it was made; what is changed afterwards is put back as it changes.
*/
export async function keepBindings(api: Api, namespace: string): Promise<Keeper> {
  const gone = Promise.withResolvers<Message>();
  const bindings = bindingsOf(namespace);
  const watches = (['roles', 'rolebindings'] as const).map((plural) => {
    const wanted = bindings[plural];
    const collection = collectionOf(namespace, plural);
    const putBack = async (): Promise<void> => {
      const found = watch.all().find(({ object }) => object.metadata.name === learnerRole)?.object;
      if (found && isAs(found, wanted)) return;
      await write(api, collection, wanted, found !== undefined);
    };
    const again = () =>
      putBack().catch((error: unknown) => {
        if (isGoing(error)) gone.resolve(message('existing.namespace-removed', { namespace }));
      });
    const watch: KindWatch = new KindWatch({
      ...{ api, namespace, kind: wanted.kind },
      resource: {
        base: '/apis/rbac.authorization.k8s.io/v1',
        apiVersion: wanted.apiVersion,
        plural,
        namespaced: true,
      },
      now: () => Date.now(),
      onHeard: () => undefined,
      onChange: ({ metadata }) => {
        if (metadata.name === learnerRole) void again();
      },
      onAgain: () => void again(),
    });
    return { watch, putBack };
  });
  await Promise.all(watches.map(({ watch, putBack }) => watch.ready().then(putBack)));
  return {
    gone: gone.promise,
    close: () => {
      for (const { watch } of watches) watch.close();
    },
  };
}

type Wanted = ReturnType<typeof bindingsOf>['roles' | 'rolebindings'];

const isAs = (found: KubernetesObject, { apiVersion, kind, metadata, ...content }: Wanted): boolean =>
  Object.entries(content).every(([field, value]) => isDeepStrictEqual(found[field], value));

async function write(api: Api, collection: string, wanted: Wanted, isThere: boolean): Promise<void> {
  const path = `${collection}/${learnerRole}`;
  if (isThere) {
    try {
      await api.call('PUT', path, { body: wanted });
      return;
    } catch (error) {
      // 422: to which Role a binding binds cannot be changed; 404: it has gone meanwhile.
      if (!(error instanceof Refused && [404, 422].includes(error.status))) throw error;
      if (error.status === 422) await api.call('DELETE', path).catch(() => undefined);
    }
  }
  await api.call('POST', collection, { body: wanted }).catch((error: unknown) => {
    if (!(error instanceof Refused && error.reason === 'AlreadyExists')) throw error;
  });
}

/** Whether an API call was refused because its namespace is no more, or on its way out. */
const isGoing = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 404 || /because it is being terminated/.test(error.message));
