import type Docker from 'dockerode';
import { message } from '../../../words/message.ts';
import { type Api, openApi } from '../../../world/kubernetes/call.ts';
import type { ClusterSession } from '../../../world/kubernetes/cluster.ts';
import type { Clusters } from '../model.ts';
import { newNamespace } from '../names.ts';
import { awaitAccess } from './awaitAccess.ts';
import { contextOf, type ExistingContext } from './context.ts';
import { dropGone } from './dropGone.ts';
import { explained } from './explained.ts';
import { ForeignError } from './ForeignError.ts';
import { bring, takeOff } from './images.ts';
import { keepBindings } from './keeper.ts';
import { kindNodes } from './kindNodes.ts';
import { learnerKubeconfig } from './learnerKubeconfig.ts';
import type { Ledger, PlaceRecord } from './ledger.ts';
import { learnerOf } from './names.ts';
import { learnerToken, makePlace, ownNamespace, removePlace } from './place.ts';
import { type Reach, reachFromMachine } from './reach.ts';
import { readKubeconfig } from './readKubeconfig.ts';

type Given = {
  /** The engine that machines run on. */
  readonly docker: Docker;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly ledger: Ledger;
  /** The context that was asked for; without it a session stays where it has been. */
  readonly context?: ExistingContext;
};

/** A cluster that answers, and how a machine reaches it. */
type Reached = { readonly api: Api; readonly context: ExistingContext; readonly reach: Reach };

/** Places in clusters that exist already, each by a context of the learner's kubeconfig that they have named. */
export function existingClusters({ docker, env, ledger, context: asked }: Given): Clusters {
  const settle = async (
    { api, context, reach }: Reached,
    { session, namespace }: Pick<PlaceRecord, 'session' | 'namespace'>,
    signal: AbortSignal,
  ): Promise<ClusterSession> => {
    const [keeper, token, nodes] = await Promise.all([
      keepBindings(api, namespace),
      learnerToken(api, namespace, signal),
      kindNodes(api, docker),
    ]);
    const kubeconfig = (cluster: ExistingContext['cluster']) =>
      learnerKubeconfig({ name: context.name, cluster, namespace, token });
    await awaitAccess(await kubeconfig(context.cluster), namespace, signal).catch((error: unknown) => {
      keeper.close();
      throw error;
    });
    const images = { docker, ledger, place: { namespace } };
    return {
      cluster: context.name,
      ...{ namespace, user: learnerOf(namespace) },
      kubeconfig: await kubeconfig(reach.cluster),
      // Nobody's acts are seen there, and the learner may not ask as somebody else.
      scriptKubeconfig: await kubeconfig(reach.cluster),
      ownKubeconfig: context.kubeconfig,
      nodes: [],
      network: reach.network,
      load: (wanted) => bring(images, nodes ?? [], wanted),
      gone: keeper.gone,
      detach: async () => {
        keeper.close();
        api.close();
      },
      remove: async () => {
        keeper.close();
        try {
          await explained(context, () => removePlace(api, session, namespace));
          await takeOff(images);
        } finally {
          api.close();
        }
      },
    };
  };

  /** Speaks to a context's cluster; what is done with it until it is settled lets go of it where it fails. */
  const reached = async <T>(context: ExistingContext, work: (there: Reached) => Promise<T>): Promise<T> => {
    const reach = await reachFromMachine(docker, context.cluster);
    if (!reach)
      throw new ForeignError(message('existing.unreachable', { context: context.name, server: context.server }));
    const api = await openApi(context.kubeconfig);
    try {
      return await explained(context, () => work({ api, context, reach }));
    } catch (error) {
      api.close();
      throw error;
    }
  };

  const placeOf = (session: string): PlaceRecord => {
    const place = ledger.find(session);
    if (!place) throw new ForeignError(message('existing.place-lost'));
    return place;
  };

  /** The context by which a session has its place; rejects where it leads elsewhere by now. */
  const contextFor = async (place: PlaceRecord): Promise<ExistingContext> => {
    const context = contextOf(await readKubeconfig(env), place.context);
    if (context?.identity === place.identity) return context;
    throw new ForeignError(message('existing.other-cluster', { context: place.context, server: place.server }));
  };

  return {
    open: async ({ session, lab, signal, tell }) => {
      const before = ledger.find(session);
      // A session whose machine was lost gets another place on the cluster that it was on.
      const chosen = asked ?? (await contextFor(placeOf(session)));
      const { name: context, server, identity } = chosen;
      tell(message('existing.opening', { context }));
      return reached(chosen, async (there) => {
        const { api } = there;
        const namespace = newNamespace();
        const made = { madeAt: Date.now(), images: [], leaving: false };
        ledger.write({ session, lab, context, server, identity, namespace, ...made });
        if (before?.identity === identity) {
          await removePlace(api, session, before.namespace);
          await takeOff({ docker, ledger, place: before });
        }
        try {
          await makePlace(api, { session, namespace }, signal);
          const opened = await settle(there, { session, namespace }, signal);
          void dropGone(api, ledger, identity).catch(() => undefined);
          return opened;
        } catch (error) {
          // What cannot be taken away now stays in the ledger, for `seatrial clean`.
          await removePlace(api, session, namespace).catch(() => undefined);
          throw error;
        }
      });
    },

    enter: async (session, signal) => {
      const place = placeOf(session);
      const context = await contextFor(place);
      return reached(context, async (there) => {
        const { namespace } = place;
        const found = await ownNamespace(there.api, session, namespace);
        if (!found || found.going) throw new ForeignError(message('existing.namespace-removed', { namespace }));
        return settle(there, place, signal);
      });
    },
  };
}
