import type { ClusterNeeds } from '../../world/kubernetes/cluster.ts';

/** What a lab wants of its machine: `needs` in its file. A Docker engine where nothing is named. */
export type MachineNeeds = {
  readonly docker?: Readonly<Record<string, never>>;
  readonly kubernetes?: ClusterNeeds;
  readonly network?: 'own';
};

/** What a machine is made with. */
export type Shape = {
  /** A Docker engine runs on it. */
  readonly engine: boolean;
  /** It has a place in a cluster. */
  readonly cluster: boolean;
  /** Its processes are among those of the cluster's node, which its shell sees. An engine needs processes of its own. */
  readonly onNode: boolean;
  /** Its network leads nowhere but into a namespace of the machine's. */
  readonly apart: boolean;
  /** The computer's process table is shown at `/host/proc`. */
  readonly computer: boolean;
};

export const shapeOf = ({ docker, kubernetes, network }: MachineNeeds): Shape => {
  const engine = docker !== undefined || kubernetes === undefined;
  const node = kubernetes?.node ?? false;
  const cluster = kubernetes !== undefined;
  return { engine, cluster, onNode: node && !engine, computer: node, apart: network === 'own' && !cluster };
};
