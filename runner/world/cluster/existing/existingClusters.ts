import type Docker from 'dockerode';
import { message } from '../../../words/message.ts';
import { type Api, openApi } from '../../kubernetes/call.ts';
import { WorldError } from '../../world.ts';
import type { ClusterSession, Clusters } from '../model.ts';
import { contextOf, type ExistingContext } from './context.ts';
import { dropGone } from './dropGone.ts';
import { explained } from './explained.ts';
import { bring, takeOff } from './images.ts';
import { keepBindings } from './keeper.ts';
import { kindNodes } from './kindNodes.ts';
import { learnerKubeconfig } from './learnerKubeconfig.ts';
import type { Ledger, Place } from './ledger.ts';
import { letIn } from './letIn.ts';
import { learnerOf, newNamespace } from './names.ts';
import { learnerToken, makePlace, ownNamespace, removePlace } from './place.ts';
import { reachFromMachine } from './reach.ts';
import { readKubeconfig } from './readKubeconfig.ts';

type Given = {
  /** The engine that machines run on. */
  readonly docker: Docker;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly ledger: Ledger;
  /** The context that was asked for; without it places can only be entered. */
  readonly context?: ExistingContext;
};

/** Places in clusters that exist already, each by a context of the learner's kubeconfig that they have named. */
export function existingClusters({ docker, env, ledger, context: asked }: Given): Clusters {
  const settle = async (
    context: ExistingContext,
    { session, namespace }: Pick<Place, 'session' | 'namespace'>,
    api: Api,
    signal: AbortSignal,
  ): Promise<ClusterSession> => {
    const reach = await reachFromMachine(docker, context.cluster);
    if (!reach) throw new WorldError(message('existing.unreachable', { context: context.name, server: api.server }));
    const [keeper, token, nodes] = await Promise.all([
      keepBindings(api, namespace),
      learnerToken(api, namespace, signal),
      kindNodes(api, docker),
    ]);
    const images = { docker, ledger, session };
    const user = learnerOf(namespace);
    const kubeconfig = (cluster: ExistingContext['cluster']) =>
      learnerKubeconfig({ name: context.name, cluster, namespace, token });
    const letGo = (): void => {
      keeper.close();
      api.close();
    };
    try {
      await letIn(await kubeconfig(context.cluster), namespace, signal);
      return {
        cluster: context.name,
        ...{ namespace, user },
        kubeconfig: await kubeconfig(reach.cluster),
        ownKubeconfig: context.kubeconfig,
        nodes: [],
        network: reach.network,
        load: (wanted) => bring(images, nodes ?? [], wanted),
        gone: keeper.gone,
        detach: async () => letGo(),
        remove: async () => {
          keeper.close();
          const place = ledger.find(session);
          if (place) ledger.write({ ...place, leaving: true });
          try {
            await explained(context, () => removePlace(api, session, namespace));
            await takeOff(images);
          } finally {
            letGo();
          }
        },
      };
    } catch (error) {
      letGo();
      throw error;
    }
  };

  return {
    open: async ({ session, lab, signal, tell }) => {
      if (!asked) throw new WorldError(message('existing.not-asked'), { blame: 'seatrial' });
      const { name: context, server, identity } = asked;
      tell(message('existing.opening', { context }));
      const api = await openApi(asked.kubeconfig);
      const namespace = newNamespace();
      const made = { madeAt: Date.now(), images: [], leaving: false };
      ledger.write({ session, lab, context, server, identity, namespace, ...made });
      try {
        await explained(asked, () => makePlace(api, { session, namespace }, signal));
        const opened = await explained(asked, () => settle(asked, { session, namespace }, api, signal));
        void dropGone(api, ledger, identity).catch(() => undefined);
        return opened;
      } catch (error) {
        const away = await openApi(asked.kubeconfig);
        // What cannot be taken away now stays in the ledger, for `seatrial clean`.
        await removePlace(away, session, namespace)
          .catch(() => undefined)
          .finally(() => away.close());
        throw error;
      }
    },

    enter: async (session, signal) => {
      const place = ledger.find(session);
      if (!place) throw new WorldError(message('existing.place-lost'));
      const context = contextOf(await readKubeconfig(env), place.context);
      if (context?.identity !== place.identity) {
        throw new WorldError(message('existing.other-cluster', { context: place.context, server: place.server }));
      }
      const api = await openApi(context.kubeconfig);
      const found = await explained(context, () => ownNamespace(api, session, place.namespace));
      if (!found || found.going) throw new WorldError(message('existing.namespace-removed', place));
      return explained(context, () => settle(context, place, api, signal));
    },
  };
}
