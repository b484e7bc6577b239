/** The execs in a Pod that its node's runtime has been asked for, oldest first. Times in ms since 1970, by the machine's clock. */
export type Execs = {
  /** Since when none is missing. */
  readonly from: number;
  readonly all: readonly {
    /** Name of the container. */
    readonly container: string;
    readonly at: number;
    /** Its first process on the node; unset where it could not be started, or not yet. */
    readonly pid?: number;
    readonly ended?: { readonly at: number; readonly code: number };
  }[];
};

/** What the kernel has refused: a path, by whatever call, or a signal to a PID, both as whoever asked for it has given them. */
export type Refusal = {
  /** `EACCES`, `EPERM`, `ESRCH` */
  readonly error: string;
  readonly path?: string;
  /** Without its `SIG`. */
  readonly signal?: string;
  readonly pid?: number;
};

/** Who has read a file of a container, or the list of processes that it has in `/proc`, has sent a signal or got it, was refused something, or has started a process. */
export type Reader = {
  /** ms since 1970, by the machine's clock */
  readonly at: number;
  readonly program: string;
  /** Name of the Pod's container that it ran in; unset for the machine, or the node. */
  readonly container?: string;
  /** Whether the learner has had it done: the kubelet's probes and the container's own programs do so, too. */
  readonly own: boolean;
  /** Of a list of processes: `all`, or the PID of the one that was looked at. */
  readonly entry?: string;
  readonly refused?: Refusal;
  /** On the node; of who has started a process, or got a signal. */
  readonly pid?: number;
};

/** Of whom it is told: `KubernetesWorld.readers` says what each of these asks for. */
export type Sought = {
  readonly container: string;
  readonly path?: string;
  readonly signal?: string;
  readonly pid?: number;
  readonly received?: boolean;
  readonly refused?: boolean;
  readonly forks?: boolean;
};
