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

/** Who has read a file of a container, or the list of processes that it has in `/proc`. */
export type Reader = {
  /** ms since 1970, by the machine's clock */
  readonly at: number;
  /** On the node. */
  readonly pid: number;
  readonly program: string;
  /** Name of the Pod's container that it ran in, by its control group or its mount namespace. */
  readonly container?: string;
  /** Whether that could be seen: one that is quick has ended before anybody can look. */
  readonly known: boolean;
  /** Whether it was started elsewhere and has joined the container's mount namespace, as by nsenter(1). */
  readonly joined: boolean;
  /** Which process of its container it comes from: the first one, or the one that an exec has started. */
  readonly origin: number;
  /** Of a list of processes: `all`, or the PID of the one that was looked at. */
  readonly entry?: string;
};
