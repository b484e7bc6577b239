/** A process of the machine, containers' processes included. */
export type Process = {
  /** On the machine. */
  readonly pid: number;
  readonly parent: number;
  /** In its own PID namespace: the last of `NSpid` in proc(5). */
  readonly insidePid: number;
  /** `comm`: at most 15 characters. */
  readonly name: string;
  readonly args: readonly string[];
  /** Inode numbers, as `/proc/PID/ns/*` links show them. */
  readonly namespaces: { readonly pid: string; readonly net: string; readonly mnt: string };
  /** Clock ticks since boot: field 22 of `/proc/PID/stat`. Tells a process from a later one of the same PID. */
  readonly startTicks: number;
  /** PID of the leader, alive or not, of the session in which it is: field 6. Whoever is executed in a container has a session of its own. */
  readonly session: number;
  /** Whether it is in the foreground of a terminal, and so holds it. */
  readonly foreground: boolean;
};

/** A process of the machine's own table. */
export type HostProcess = Process & {
  /** Id of the container in whose control group it is; unset for those of the machine itself. */
  readonly container?: string;
  /** The user as whom it acts, by number: its effective UID. */
  readonly uid: number;
  /** By the machine's clock, in ms since 1970; to a hundredth of a second. */
  readonly startedAt: number;
};

export type HostWorld = {
  /** The whole process table of the machine, without the processes of Seatrial's own helpers. Rejects with `WorldError` where the machine is lost. */
  processes(signal?: AbortSignal): Promise<readonly HostProcess[]>;
};
