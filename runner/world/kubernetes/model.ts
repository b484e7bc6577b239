import type { Process } from '../host/model.ts';

/** An object of the API as it is, with the parts that every object has. */
export type KubernetesObject = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    /** Another one after each change. */
    readonly resourceVersion?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly creationTimestamp?: string;
    /** Set while it is being deleted. */
    readonly deletionTimestamp?: string;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string; readonly uid: string }[];
  };
  readonly spec?: unknown;
  readonly status?: unknown;
  readonly [field: string]: unknown;
};

/** A container of a Pod, what was asked for and what is. */
export type PodContainer = {
  readonly name: string;
  readonly role: 'main' | 'init' | 'ephemeral';
  readonly image: string;
  readonly ready: boolean;
  readonly restarts: number;
  readonly state: 'waiting' | 'running' | 'terminated';
  /** Why it waits or has ended: `ImagePullBackOff`, `OOMKilled`. */
  readonly reason?: string;
  /** What the kubelet says about it, whole. */
  readonly message?: string;
  /** Set once it has ended. */
  readonly exitCode?: number;
  /** Of its run before this one. */
  readonly lastExitCode?: number;
  /** The runtime's id, 64 hexadecimal digits; unset before it was created. */
  readonly id?: string;
  /** `securityContext.capabilities.add`, as written. */
  readonly capabilities: readonly string[];
};

export type Pod = {
  readonly uid: string;
  readonly name: string;
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
  /** Its condition `Ready`. */
  readonly ready: boolean;
  /** Why it is not scheduled, whole. */
  readonly unschedulable?: string;
  readonly deleting: boolean;
  readonly node?: string;
  readonly ip?: string;
  readonly sharesProcesses: boolean;
  readonly labels: Readonly<Record<string, string>>;
  /** The controller that made it. */
  readonly owner?: { readonly kind: string; readonly name: string };
  readonly containers: readonly PodContainer[];
  /** ms since 1970, by the machine's clock */
  readonly createdAt: number;
};

/** A process of a container in a Pod. `pid` and `parent` are on the node, `insidePid` is in its Pod's or container's PID namespace. */
export type PodProcess = Process & {
  /** The runtime's id of its container; undefined for the Pod's own `pause`. */
  readonly container?: string;
  /** Every PID that it has, outermost first: on the computer where that can be seen, on the node, in the Pod. */
  readonly pids: readonly number[];
};

/** A call of the API by the learner, whatever program made it. Discovery is left out. */
export type KubernetesAction = {
  /** `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection` */
  readonly verb: string;
  /** In plural: `pods`. */
  readonly resource: string;
  readonly group: string;
  readonly namespace?: string;
  readonly name?: string;
  /** `exec`, `attach`, `log`, `ephemeralcontainers` … */
  readonly subresource?: string;
  /** Of an exec: the program and its arguments. */
  readonly command: readonly string[];
  /** Of exec, attach and log, where it was named. */
  readonly container?: string;
  /** The answer's HTTP status; 101 for a stream that was opened. */
  readonly code: number;
  /** What the API server said where it refused. */
  readonly said?: string;
  /** A stream that has not ended yet: what is typed into it, or comes out of it, no API sees. */
  readonly open: boolean;
  readonly dryRun: boolean;
  /** `kubectl/v1.32.4 …` */
  readonly agent: string;
  /** ms since 1970, by the machine's clock. */
  readonly at: number;
};

/** What a part of the cluster said about an object. */
export type KubernetesEvent = {
  readonly about: { readonly kind: string; readonly name: string; readonly uid?: string };
  readonly type: 'Normal' | 'Warning';
  /** `FailedScheduling`, `Pulled` … */
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  /** ms since 1970, by the machine's clock */
  readonly at: number;
};

/** A line that a container has written. `at`: when its node received it, by the node's clock, in ms since 1970. */
export type LogLine = { readonly at: number; readonly text: string };

/** What an address answered. */
export type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'refused'; readonly why: string };

/** The learner's namespace in a cluster. Every method rejects with `WorldError` where the cluster cannot be asked. */
export type KubernetesWorld = {
  /** The session's own; the default of the learner's kubeconfig. */
  readonly namespace: string;
  /** Whether the learner's actions can be seen: somebody's own cluster keeps its audit log to itself. */
  readonly audited: boolean;
  /** Whether its nodes can be looked at, and with them the processes of Pods: somebody's own cluster keeps them to itself. */
  readonly hasNodes: boolean;
  /**
  Asks the API server anew whether it is there. Resolves with how often it has been found there: another number than before tells that
  it was away meanwhile, and may have been started again. From the first call on the
  kinds that most labs are about are watched.
  */
  answers(signal?: AbortSignal): Promise<number>;
  /**
  Every object of this kind (`Pod`, `Deployment`, as manifests write it) that exists now, in the namespace or in no namespace.
  From the first call on they are watched. Rejects, blaming the lab, where the cluster knows no such kind.
  */
  objects(kind: string, signal?: AbortSignal): Promise<readonly KubernetesObject[]>;
  /** Those of this kind that were seen since then (ms) and do not exist any more, as last seen, oldest first. */
  removed(kind: string, since: number): readonly KubernetesObject[];
  /** Every Pod of the namespace. */
  pods(signal?: AbortSignal): Promise<readonly Pod[]>;
  /** The processes of a Pod, all of its containers'; of this container alone where its id is given. */
  processes(pod: Pod, container?: string, signal?: AbortSignal): Promise<readonly PodProcess[]>;
  /** A file as that process sees it, through `/proc/PID/root` on the node; undefined where there is none. */
  readFile(pod: Pod, pid: number, path: string, signal?: AbortSignal): Promise<string | undefined>;
  /** The last 10,000 lines at most. From the first call on new lines wake. */
  logs(pod: Pod, container: string, signal?: AbortSignal): Promise<string>;
  /** The same, each line with when it was written. */
  logLines(pod: Pod, container: string, signal?: AbortSignal): Promise<readonly LogLine[]>;
  /** What a container had written before it was started again, as `kubectl logs --previous` shows it; empty where it was not. */
  previousLogs(pod: Pod, container: string, signal?: AbortSignal): Promise<string>;
  events(since: number, signal?: AbortSignal): Promise<readonly KubernetesEvent[]>;
  /** The learner's actions in their namespace and on what lies in none, from this time on, oldest first. */
  actions(since: number): readonly KubernetesAction[];
  /** Their actions in other namespaces: what they did in the wrong place. */
  strays(since: number): readonly KubernetesAction[];
  /** Makes a real request to a Service of the namespace from within the cluster. */
  request(
    to: { readonly service: string; readonly port: number; readonly path: string },
    signal?: AbortSignal,
  ): Promise<Answer>;
};
