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
  /** Whether it is in the foreground of a terminal, and so holds it. */
  readonly foreground: boolean;
};

export type HostWorld = {
  /** The whole process table of the machine, without the processes of Seatrial's own helpers. Rejects with `WorldError` where the machine is lost. */
  processes(signal?: AbortSignal): Promise<readonly Process[]>;
};
