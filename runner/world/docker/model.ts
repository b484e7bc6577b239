import type { FileSeen, HostProcess } from '../host/model.ts';

/** A container of the machine's engine, as inspected; events that came since are already applied to `state`. */
export type Container = {
  readonly id: string;
  readonly name: string;
  /** As it was asked for: `linux`, `nginx:1.29`. */
  readonly image: string;
  readonly imageId: string;
  /** The program and its arguments, entrypoint included. */
  readonly command: readonly string[];
  readonly state: 'created' | 'running' | 'paused' | 'restarting' | 'exited' | 'dead';
  /** Set once it has ended, or could not start: 0 to 255. */
  readonly exitCode?: number;
  /** Of a run before this one, where it was seen to end. */
  readonly lastExitCode?: number;
  /** What the engine said when it could not start it. */
  readonly error?: string;
  /** Of its first process, on the machine. Unset while it does not run, and in the moment between start event and inspect. */
  readonly pid?: number;
  /** Whether it was created with a terminal or pipe attached: `docker run` without `-d`. */
  readonly attachable: boolean;
  /** The one that it was created on comes first. */
  readonly networks: readonly { readonly name: string; readonly ip: string }[];
  /** ms since 1970 by the machine's clock. */
  readonly createdAt: number;
  readonly startedAt?: number;
};

/** A program that the engine was asked to run in a running container: `docker exec`, or a health check. */
export type Exec = {
  readonly id: string;
  readonly container: string;
  /** The program and its arguments, each by itself; parted at blanks where the engine has forgotten it. */
  readonly args: readonly string[];
  /** On the machine. Unset where it could not be started, and until it has been. */
  readonly pid?: number;
  /** Somebody called the API for it. Nobody does for a health check. */
  readonly asked: boolean;
  /** When it was to be started, by the machine's clock, in ms since 1970. */
  readonly at: number;
  /** Its own. Unset while it runs. */
  readonly exitCode?: number;
  readonly endedAt?: number;
  /** Why it could not be started, in the engine's words; empty where it has told only its client. */
  readonly error?: string;
};

/** When an exec was in a container, and what it was on the machine, where that is known. */
export type ExecTime = Pick<Exec, 'container' | 'pid' | 'at' | 'endedAt'>;

/** A call of the engine's API by anybody but Seatrial, from the daemon's own log. */
export type ApiCall = {
  readonly method: string;
  /** Without the version: `/containers/web/json`. */
  readonly path: string;
  /** The version of the API that it asked for; the engine knows some and refuses the others. */
  readonly version?: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What the engine failed with by a fault that is not the caller's (status 500 and above): a full disk. */
  readonly error?: string;
  /** By the machine's clock, in ms since 1970. */
  readonly at: number;
};

/** A folder that a program has read, as its container knows it; `/proc/7` where it read of that process. */
export type Listing = {
  readonly path: string;
  /** What lay in it then that was made since the container was. */
  readonly fresh: readonly string[];
  readonly at: number;
};

/** A program's words as the kernel has them, its own name first; those of the others that named something that was there when it began. */
export type CalledSo = { readonly words: readonly string[]; readonly there: readonly string[] };

/** A program that the learner has run inside a container, in whatever way; `at` by the machine's clock, in ms since 1970. */
export type ProgramRun = {
  readonly container: string;
  /** Its file, as the container knows it, and what it called itself where that is something else: an applet of busybox. */
  readonly program: string;
  readonly name?: string;
  /** Where the kernel could be asked in time. */
  readonly called?: CalledSo;
  readonly pid: number;
  readonly at: number;
  /** Of the exec that it came by; none where it was typed in the container's own terminal, or brought in from the machine. */
  readonly exec?: string;
  readonly listed: readonly Listing[];
};

/** What was seen of a container's programs. */
export type Watched = {
  /** Oldest first. */
  readonly runs: readonly ProgramRun[];
  /** When something may have been missed last, and why: too much at once, a watcher that ended, a kernel that tells nothing. */
  readonly missed?: { readonly at: number; readonly why: string };
};

/** What a list has on it when it is asked for again, and all that there is then. */
export type Listed = {
  readonly ids: readonly string[];
  /** Containers newest first. */
  readonly there: readonly string[];
  /** Of containers, those that run. */
  readonly running: readonly string[];
  /** When that was, at the latest, by the machine's clock in ms since 1970: what has happened between the call and then may have changed the list. */
  readonly at: number;
};

/** What a question asked again was answered with: the HTTP status, and the list where it is one that was not refused. */
export type Repeated = { readonly status: number; readonly list?: Listed };

/** Something that the engine says has happened: `container` `start`, `network` `connect`. */
export type EngineNotice = {
  readonly type: string;
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: number;
};

/** A line that a container has written. With a terminal, all of it has gone to `stdout`. `at`: when the engine received it, in ms since 1970. */
export type WrittenLine = { readonly at: number; readonly stream: 'stdout' | 'stderr'; readonly text: string };

export type EngineKind = 'container' | 'image' | 'network' | 'volume';

/** Something that an engine has. An image is one for each of its names. */
export type EngineObject = {
  /** A volume's is its name. */
  readonly id: string;
  readonly name: string;
  /** ms since 1970 by the machine's clock: of an image, when it got its last name. */
  readonly createdAt: number;
  /** All that `docker inspect` shows of it. Evidence keeps only what is asked for. */
  readonly is: unknown;
};

/** What an engine has besides containers, by ids, sorted; of a volume its name. Images also where they have no name. */
export type Stock = {
  readonly images: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
};

/** A path that differs from the container's image (`docker diff`). */
export type FileChange = { readonly path: string; readonly kind: 'added' | 'changed' | 'deleted' };

/** The learner's Docker engine. Every method rejects with `WorldError` where the engine cannot be asked; where the lab has none, those throw it that do not wait. */
export type DockerWorld = {
  /**
  Asks the engine anew whether it is there. Resolves with how often it has been found there: another number than before tells that
  it was away meanwhile, and may have been started again.
  */
  answers(signal?: AbortSignal): Promise<number>;
  /** From when on it has answered without a break, by the machine's clock in ms since 1970; undefined while it does not. */
  answeringSince(): number | undefined;
  /** Every container that exists now, newest first. */
  containers(signal?: AbortSignal): Promise<readonly Container[]>;
  /** By id, id prefix or name; undefined where none exists now. */
  container(reference: string, signal?: AbortSignal): Promise<Container | undefined>;
  /**
  Processes of the machine that are a container's own: its first one and what that has started, never what was brought in by an exec
  or has joined its namespaces. None where it does not run.
  */
  processes(id: string, signal?: AbortSignal): Promise<readonly HostProcess[]>;
  /** Last known state of a container that may be gone by now. */
  remembered(id: string): Container | undefined;
  /** Those that were created since then (machine's clock, ms since 1970) and do not exist any more, oldest first. */
  removed(since: number): readonly Container[];
  /** Id of the image of this name; undefined where there is none. */
  imageId(name: string, signal?: AbortSignal): Promise<string | undefined>;
  /** When an image got this name, by the machine's clock in ms since 1970; undefined where there is none. */
  imageNamedAt(name: string, signal?: AbortSignal): Promise<number | undefined>;
  /** Every image, network and volume that there is. */
  stock(signal?: AbortSignal): Promise<Stock>;
  /** All of a kind, newest first; the one of this id, id prefix or name alone where one is given. Inspected once, and again when an event says so. */
  objects(kind: EngineKind, reference?: string, signal?: AbortSignal): Promise<readonly EngineObject[]>;
  /** Whether Seatrial is still bringing an image of this name onto the machine. */
  isArriving(image: string): boolean;
  /** Id of the image that Seatrial has brought under this name, whatever bears the name by now; undefined where it has brought none. */
  brought(image: string): string | undefined;
  /** What differs from its image, whether it runs or not; nothing of a container that is gone. */
  changes(id: string, signal?: AbortSignal): Promise<readonly FileChange[]>;
  /** What lies at this absolute path, as the container sees it, running or not; undefined where nothing does. `room`: so many bytes of it are read. */
  file(
    id: string,
    path: string,
    options?: { readonly room?: number; readonly signal?: AbortSignal },
  ): Promise<FileSeen | undefined>;
  /**
  Where a process of it, by its PID on the machine, executes another file than the program that its image has under one of these names: the
  path of that file, as the container knows it. What the learner has built upon an image of the lab's is held against the lab's. Undefined
  where it is the image's own, where the image has none of these names, and where it cannot be told.
  */
  impostor(id: string, pid: number, names: readonly string[], signal?: AbortSignal): Promise<string | undefined>;
  /** Paths of all that was made in it, in volumes and in memory, too; nothing of a container that is gone. */
  made(id: string, signal?: AbortSignal): Promise<readonly string[]>;
  /** Actions from this time on (machine's clock, ms since 1970), oldest first. */
  execs(since: number, signal?: AbortSignal): Promise<readonly Exec[]>;
  /** When each was begun, and ended, without asking the engine. */
  execTimes(): readonly ExecTime[];
  /** Actions from this time on, as above. */
  calls(since: number): readonly ApiCall[];
  /** The same, of the last few thousand. */
  events(since: number): readonly EngineNotice[];
  /**
  The last 10,000 lines at most that it has written since then (ms), in all of its runs; undefined where its log is none that can be read.
  From the first call on new lines wake.
  */
  logs(id: string, since?: number, signal?: AbortSignal): Promise<readonly WrittenLine[] | undefined>;
  /** Puts a call's question (`GET`) again, in the version that it asked for: what it was answered is written nowhere. Once for each call. */
  repeat(call: ApiCall, signal?: AbortSignal): Promise<Repeated>;
  /** Why the engine refused the settings of a container that a call was to create, in its own words; undefined where it was not for these. */
  whyNotCreated(call: ApiCall, signal?: AbortSignal): Promise<string | undefined>;
  /** Programs that the learner ran inside this container. The first call starts watching; from then on none is missed unless it says so. */
  programRuns(id: string, signal?: AbortSignal): Promise<Watched>;
  /** Resolves once all that was run inside it until now is among them, where that is watched over. */
  programsTold(id: string, signal?: AbortSignal): Promise<void>;
};
