import type { Message } from '../../words/message.ts';

/** The network on which kind puts every node. */
export const kindNetwork = 'kind';

/** What a lab wants of a cluster: `needs.kubernetes` in its file. */
export type ClusterNeeds = {
  /** `own`: made for this session and removed with it. `shared` (the default): a namespace of the cluster that is kept. */
  readonly cluster?: 'own' | 'shared';
  /** 1 unless given. */
  readonly nodes?: number;
  /** Whether the learner's shell sees the node's processes. */
  readonly node?: boolean;
};

/** A container of the learner's engine that is a node. */
export type ClusterNode = { readonly name: string; readonly container: string };

/** A session's place in a cluster. */
export type ClusterSession = {
  /** kind's name of it. */
  readonly cluster: string;
  readonly namespace: string;
  /** Who the learner is, as the audit log names them. */
  readonly user: string;
  /** For the learner's machine, which is on the cluster's network: the namespace is its default. */
  readonly kubeconfig: string;
  /** For check scripts on that machine: by it they ask as nobody, as far as the cluster lets them. */
  readonly scriptKubeconfig: string;
  /** For the runner: reaches the API from where the runner is, under a name of its own. */
  readonly ownKubeconfig: string;
  /** The control plane first. Empty where the cluster is not of Seatrial's making. */
  readonly nodes: readonly ClusterNode[];
  /** The engine's network that the nodes are on. */
  readonly network: string;
  /** Path of the audit log on the control plane; undefined where there is none. */
  readonly auditLog?: string;
  /** Brings images of the engine's onto the nodes: reference on the engine → the name that manifests use (`nginx`). */
  load(images: ReadonlyMap<string, string>): Promise<void>;
  /** What of the session's place somebody has removed, until it is made again. */
  readonly trouble?: () => Message | undefined;
  /** Resolves when the cluster was stopped or removed by somebody else, with what to say about it. */
  readonly gone: Promise<Message>;
  /** Lets go of it; the namespace stays. */
  detach(): Promise<void>;
  /** Resolves once what the session made is on its way out; it goes in the background. */
  remove(): Promise<void>;
};
