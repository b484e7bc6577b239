import { type Message, message } from '../../words/message.ts';
import { type Api, Refused } from '../../world/kubernetes/call.ts';
import type { Resource } from '../../world/kubernetes/kinds.ts';
import { KindWatch } from '../../world/kubernetes/watch.ts';
import { WorldError } from '../../world/world.ts';
import { home } from './names.ts';
import { makePlace } from './place.ts';

export type Keeper = {
  /** What the session has lost of its place and does not have again yet. */
  trouble(): Message | undefined;
  /** Resolves once nothing is made any more. */
  close(): Promise<void>;
};

type Given = {
  /** The runner's. */
  readonly api: Api;
  readonly session: string;
  readonly namespace: string;
  /** The learner's account has been made again, and lets in by this token alone. */
  readonly onToken: (token: string) => Promise<void>;
};

const core = { base: '/api/v1', apiVersion: 'v1' };
const namespaces: Resource = { ...core, plural: 'namespaces', namespaced: false };
const accounts: Resource = { ...core, plural: 'serviceaccounts', namespaced: true };

/**
Keeps a session's place: whoever administers a cluster may remove it, the learner too, and no step could be done any more. The
namespace is made again once it has gone, empty; the account by which the learner is known is made again with a new token.
*/
export function keepPlace({ api, session, namespace, onToken }: Given): Keeper {
  let lost: Message | undefined;
  let working = Promise.resolve();
  const abort = new AbortController();

  const state = (watch: KindWatch): 'there' | 'going' | 'gone' => {
    const found = watch.all().find(({ object }) => object.metadata.name === namespace)?.object;
    if (!found) return 'gone';
    return found.metadata.deletionTimestamp === undefined ? 'there' : 'going';
  };
  const putBack = async (): Promise<void> => {
    await Promise.all(Object.values(watches).map((watch) => watch.ready()));
    const [own, account] = [state(watches.namespaces), state(watches.accounts)];
    lost =
      own !== 'there'
        ? message('cluster.namespace-lost', { namespace })
        : account !== 'there'
          ? message('cluster.account-lost', { account: namespace })
          : undefined;
    // One that is still on its way out is made again once it has gone, which is told as a change, too.
    if (!lost || own === 'going' || account === 'going') return;
    const { token } = await makePlace(api, session, abort.signal, namespace);
    await onToken(token);
    lost = undefined;
  };
  const again = (): void => {
    if (abort.signal.aborted) return;
    working = working.then(putBack).catch((error: unknown) => {
      // What the API refuses or breaks off now is tried again with the next change that it tells of.
      if (!(error instanceof Refused || error instanceof WorldError) && !abort.signal.aborted) throw error;
    });
  };
  const watchOf = (kind: string, resource: Resource) =>
    new KindWatch({
      ...{ api, kind, resource, namespace: home },
      now: () => Date.now(),
      onHeard: () => undefined,
      onChange: ({ metadata }) => metadata.name === namespace && again(),
      onAgain: again,
    });
  const watches = { namespaces: watchOf('Namespace', namespaces), accounts: watchOf('ServiceAccount', accounts) };
  const look = () => {
    for (const watch of Object.values(watches)) watch.ready().catch(() => undefined);
  };
  look();

  return {
    trouble: () => {
      // A watch that ended while the API was away begins again with the next question.
      look();
      return lost;
    },
    close: async () => {
      abort.abort();
      for (const watch of Object.values(watches)) watch.close();
      await working;
    },
  };
}
