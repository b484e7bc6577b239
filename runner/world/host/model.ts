import type { Answer, Request } from '../request/model.ts';

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
  /**
  What it has from whoever started it and cannot win back: its session's PID as its own PID namespace knows it (0 where that was begun outside
  of it, until it begins one itself), the capabilities that it could ever have (hexadecimal), whether seccomp filters its calls. Unset where the table does not tell.
  */
  readonly inherited?: { readonly session: number; readonly bounding: string; readonly filtered: boolean };
  /** A signal has stopped it: it does nothing until another one lets it go on. */
  readonly stopped?: true;
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
  /** How long it had been there when the table was read, in ms. */
  readonly age: number;
};

type Limit = number | 'max' | undefined;

/** What a control group allows and has counted. What the kernel does not tell is left undefined. */
export type GroupLimits = {
  /** In bytes; how often the limit was reached, and how many processes were ended for it. */
  readonly memory: {
    readonly limit: Limit;
    readonly used: number | undefined;
    readonly peak: number | undefined;
    readonly reached: number | undefined;
    readonly oomKills: number | undefined;
  };
  /** `cores`: so many, in fractions. `shares` are version 1's, `weight` is version 2's. `set`: `0-1`. */
  readonly cpu: {
    readonly cores: Limit;
    readonly shares: number | undefined;
    readonly weight: number | undefined;
    readonly throttled: number | undefined;
    readonly set: string | undefined;
  };
  /** `refused`: how often one more was not let in. */
  readonly pids: { readonly limit: Limit; readonly used: number | undefined; readonly refused: number | undefined };
  readonly frozen: boolean;
};

/** What is known of one process besides what stands in the table. Capabilities and signals without their `CAP_` and `SIG`. */
export type ProcessDetails = {
  readonly user: { readonly uid: number; readonly gid: number; readonly groups: readonly number[] };
  readonly capabilities: Readonly<
    Record<'effective' | 'permitted' | 'bounding' | 'inheritable' | 'ambient', readonly string[]>
  >;
  readonly seccomp: 'none' | 'strict' | 'filter';
  readonly noNewPrivileges: boolean;
  readonly signals: Readonly<Record<'blocked' | 'ignored' | 'caught', readonly string[]>>;
  /** Inode numbers by kind: `net`, `pid`, `user` … */
  readonly namespaces: Readonly<Record<string, string>>;
  readonly cgroup: GroupLimits & { readonly version: 1 | 2 };
};

/** What lies at a path, links on the way followed and a link itself not. */
export type FileSeen = {
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'symlink' | 'other';
  /** As chmod(1) takes it: `644`, `1777`. */
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  /** By name, as it is known where the file lies; empty where it has none. */
  readonly owner: string;
  readonly group: string;
  /** In bytes. */
  readonly size: number;
  /** Where a symbolic link leads. */
  readonly target?: string;
  /** Where what it lies on is mounted: `/` for what lies on no mount of its own. */
  readonly mount: string;
  /** Its first bytes, where they were asked for. */
  readonly content?: string;
};

export type HostWorld = {
  /** What lies at this absolute path on the machine, as this process of it sees it where one is given; undefined where nothing does. `room`: so many bytes of it are read. */
  file(path: string, room?: number, pid?: number): Promise<FileSeen | undefined>;
  /** The whole process table of the machine, without the processes of Seatrial's own helpers. Rejects with `WorldError` where the machine is lost. */
  processes(signal?: AbortSignal): Promise<readonly HostProcess[]>;
  /**
  Makes a real request from the machine; from where this process of it is, by its PID, in its network and with names as it resolves
  them. Undefined where there is no such process.
  */
  request(to: Request, from?: number): Promise<Answer | undefined>;
  /** All else that is known of one process, by its PID on the machine; undefined where there is none. */
  details(pid: number, signal?: AbortSignal): Promise<ProcessDetails | undefined>;
};
