import type { FileSeen, Process, ProcessDetails } from '../host/model.ts';
import type { Answer, Request } from '../request/model.ts';
import type { Act } from './acts.ts';
import type { ShellSeen } from './shells.ts';
import type { Execs, Reader, Sought } from './sight.ts';
import type { Troubled } from './troubled.ts';

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
    readonly finalizers?: readonly string[];
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
  /** Why that run ended, where it is more than an error: `OOMKilled`. */
  readonly lastReason?: string;
  /** The runtime's id, 64 hexadecimal digits; unset before it was created. */
  readonly id?: string;
  /** Runs with every right that the node has. */
  readonly privileged?: boolean;
  /** Of a debugging container: the program that it runs instead of its image's, and its arguments. */
  readonly command?: readonly string[];
  /** `securityContext.capabilities.add`, as written, without what `drop` takes away again by its name. */
  readonly capabilities: readonly string[];
};

export type Pod = {
  readonly uid: string;
  readonly name: string;
  /** Where it is another than the session's own. */
  readonly namespace?: string;
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
  /** Its condition `Ready`. */
  readonly ready: boolean;
  /** Why it is not scheduled, whole. */
  readonly unschedulable?: string;
  /** Whether a scheduler has chosen its node: one that its manifest names has it without. */
  readonly scheduled?: boolean;
  /** The scheduler that it waits for, where that is another than Kubernetes' own. */
  readonly scheduler?: string;
  readonly deleting: boolean;
  /** What must be done before it may go, by names that somebody has put there: `metadata.finalizers`. */
  readonly finalizers?: readonly string[];
  readonly node?: string;
  readonly ip?: string;
  readonly sharesProcesses: boolean;
  /** Its containers are among the processes of the node: `hostPID`. */
  readonly onHost?: boolean;
  readonly labels: Readonly<Record<string, string>>;
  /** The controller that made it. */
  readonly owner?: { readonly kind: string; readonly name: string };
  readonly containers: readonly PodContainer[];
  /** ms since 1970, by the machine's clock */
  readonly createdAt: number;
};

/**
What keeps Pods from being started or ended, though whoever made them has done nothing wrong. `by`: whose doing it is, where
that can be seen.
*/
export type Hindrance = {
  readonly by: 'learner' | 'other';
  readonly node: string;
} & (
  | { readonly kind: 'cordon' }
  /** As kubectl writes it: `key=value:NoSchedule`. */
  | { readonly kind: 'taint'; readonly taint: string }
  /** A condition of the node that keeps Pods away: `DiskPressure`. */
  | { readonly kind: 'condition'; readonly condition: string; readonly said: string }
  /** A part of Kubernetes that does not run there, or is stopped: `kube-scheduler`, `kubelet`. */
  | { readonly kind: 'part'; readonly part: string }
  /** There is no node of this name. */
  | { readonly kind: 'no-node' }
);

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
  /** When it was over, a stream with all that came of it; ms since 1970, by the machine's clock. */
  readonly ended?: number;
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
  Every object of this kind (`Pod`, `Deployment`, as manifests write it) that exists now, in the session's namespace unless another
  is given, or in no namespace.
  From the first call on they are watched. Rejects, blaming the lab, where the cluster knows no such kind.
  */
  objects(kind: string, signal?: AbortSignal, namespace?: string): Promise<readonly KubernetesObject[]>;
  /** Those of this kind that were seen since then (ms) and do not exist any more, as last seen, oldest first. */
  removed(kind: string, since: number, namespace?: string): readonly KubernetesObject[];
  /**
  What keeps this Pod from getting on: nodes that it does not tolerate, parts of the cluster that do not work. Without a Pod: what
  keeps any from being made. None where nodes cannot be looked at.
  */
  hindrances(pod?: Pod, signal?: AbortSignal): Promise<readonly Hindrance[]>;
  /** Every Pod of the namespace, or of another one that is given. */
  pods(signal?: AbortSignal, namespace?: string): Promise<readonly Pod[]>;
  /** The processes of a Pod, all of its containers'; of this container alone where its id is given. */
  processes(pod: Pod, container?: string, signal?: AbortSignal): Promise<readonly PodProcess[]>;
  /** What lies at this absolute path as that process sees it; undefined where nothing does. `follow`: a link there is not looked at itself. `room`: so many bytes of it are read. */
  file(
    pod: Pod,
    pid: number,
    path: string,
    options?: { readonly room?: number; readonly follow?: boolean; readonly signal?: AbortSignal },
  ): Promise<FileSeen | undefined>;
  /** All else that is known of a process, by its PID on the node; undefined where there is none. */
  details(pod: Pod, pid: number, signal?: AbortSignal): Promise<ProcessDetails | undefined>;
  /** The text of a file as that process sees it, through `/proc/PID/root` on the node; undefined where there is none. */
  readFile(pod: Pod, pid: number, path: string, signal?: AbortSignal): Promise<string | undefined>;
  /** The same Pod with why it does not get on; one that is said to be ready as its node has it. */
  troubled(pod: Pod, signal?: AbortSignal): Promise<Troubled>;
  /**
  Every call of the API that the learner has made so far, oldest first, in whatever namespace, but what was only tried (`--dry-run`); of
  those that lead into this Pod, what came of them.
  */
  acts(pod?: Pod, signal?: AbortSignal): Promise<readonly Act[]>;
  /** The shells inside a Pod that somebody may type in, and whether that was done since the first look. `kept`: of the look before. */
  shells(
    pod: Pod,
    kept: unknown,
    signal?: AbortSignal,
  ): Promise<{ readonly kept: unknown; readonly shells: readonly ShellSeen[] }>;
  /** Undefined where its node cannot be watched. Waits until it is. */
  execs(pod: Pod, signal?: AbortSignal): Promise<Execs | undefined>;
  /**
  Who has read this file of a container, whatever path led there; or from which of its processes this signal was sent to the process
  that the container knows by this PID, or (`received`) whether that has got it; or to whom in its PID namespace the kernel has refused something, or who has started a process there; or, with none of these, who has looked at the processes that the container sees. It is watched from the first call on, and `from` says when that was. Undefined where its node cannot be watched.
  */
  readers(
    pod: Pod,
    of: Sought,
    signal?: AbortSignal,
  ): Promise<{ readonly from: number; readonly all: readonly Reader[] } | undefined>;
  /** The last 10,000 lines at most. From the first call on new lines wake. */
  logs(pod: Pod, container: string, signal?: AbortSignal): Promise<string>;
  /** The same, each line with when it was written. */
  logLines(pod: Pod, container: string, signal?: AbortSignal): Promise<readonly LogLine[]>;
  /** The same, behind what it had written in its run before this one. */
  written(pod: Pod, container: string, signal?: AbortSignal): Promise<readonly LogLine[]>;
  /** What a container had written before it was started again, as `kubectl logs --previous` shows it; empty where it was not. */
  previousLogs(pod: Pod, container: string, signal?: AbortSignal): Promise<string>;
  events(since: number, signal?: AbortSignal, namespace?: string): Promise<readonly KubernetesEvent[]>;
  /** The learner's actions in their namespace and on what lies in none, from this time on, oldest first. */
  actions(since: number): readonly KubernetesAction[];
  /** Their actions in other namespaces: what they did in the wrong place. */
  strays(since: number): readonly KubernetesAction[];
  /**
  Makes a real request from a node, the control plane's unless named, or from where a container of a Pod is, in its network and with names
  as it resolves them. Undefined where that does not run.
  */
  request(
    to: Request,
    from?: { readonly node: string } | { readonly pod: Pod; readonly container: string },
  ): Promise<Answer | undefined>;
};
