import type { Message } from '../../words/message.ts';
import type { ClusterNeeds, ClusterSession } from '../../world/kubernetes/cluster.ts';
/** Where in an engine a cluster is. */
export type Whereabouts = Pick<ClusterSession, 'nodes' | 'network'>;

export type Clusters = {
  /** Where a session with these needs will most likely be, known at once; undefined where that is open. */
  readonly likely?: (needs: ClusterNeeds) => Promise<Whereabouts | undefined>;
  /** A fresh place in the cluster that fits these needs, made where there is none. `tell`: what takes its time, for the learner. */
  open(request: {
    readonly session: string;
    readonly lab: string;
    readonly needs: ClusterNeeds;
    readonly signal: AbortSignal;
    readonly tell: (message: Message) => void;
  }): Promise<ClusterSession>;
  /** The place that a session has had; rejects with `WorldError` where it is no more. */
  enter(session: string, signal: AbortSignal): Promise<ClusterSession>;
};
