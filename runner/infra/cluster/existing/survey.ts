import type Docker from 'dockerode';
import { message } from '../../../words/message.ts';
import { openApi } from '../../../world/kubernetes/call.ts';
import type { NodeContainer } from '../nodesOf.ts';
import type { ExistingContext } from './context.ts';
import { explained } from './explained.ts';
import { ForeignError } from './ForeignError.ts';
import { whoAmI } from './identity.ts';
import { kindNodes } from './kindNodes.ts';
import { reachFromMachine } from './reach.ts';
import { missingRights, type Rights } from './rights.ts';

/** What there is to know of somebody's cluster before anything is made there. */
export type Survey = {
  /** Who the cluster takes the learner for. */
  readonly user: string;
  /** Its nodes, where kind has made it on this engine. */
  readonly kind?: readonly NodeContainer[];
  readonly missing: readonly Rights[];
};

/** Looks at a cluster without making anything on it. Rejects with `WorldError` where it does not answer, or knows nobody by these credentials. */
export async function survey(context: ExistingContext, docker: Docker | undefined): Promise<Survey> {
  if (docker && !(await reachFromMachine(docker, context.cluster))) {
    throw new ForeignError(message('existing.unreachable', { context: context.name, server: context.server }));
  }
  const api = await openApi(context.kubeconfig);
  try {
    return await explained(context, async () => {
      const [user, missing, kind] = await Promise.all([
        whoAmI(api),
        missingRights(api),
        docker && kindNodes(api, docker),
      ]);
      return { user: user ?? context.user, missing, ...(kind && { kind }) };
    });
  } finally {
    api.close();
  }
}
