/** What each command is asked for, as the command line gives it. */
export type HomeOptions = { readonly plain?: boolean };

/** On which cluster labs are opened that need one. */
export type ClusterOptions = {
  /** A context of the learner's kubeconfig, by its name; a cluster of Seatrial's unless given. */
  readonly context?: string;
  /** Seatrial may make there what it needs without being asked about. */
  readonly trustCluster?: boolean;
};

export type RunOptions = ClusterOptions & {
  /** Id of a lab, or the path of one. */
  readonly lab: string;
  readonly plain?: boolean;
  readonly json?: boolean;
  /** `NAME` or `NAME=FILE`, several: what came of it, for graders. */
  readonly report?: readonly string[];
  /** A lab from outside the project may run without being asked about. */
  readonly trust?: boolean;
};

export type DevOptions = {
  /** Id of a lab, or the path of one. */
  readonly lab: string;
  readonly trust?: boolean;
};

export type TestOptions = ClusterOptions & {
  /** Ids or paths; every lab of the project when empty. */
  readonly labs: readonly string[];
  readonly json?: boolean;
  /** `NAME` or `NAME=FILE`, several. */
  readonly report?: readonly string[];
  readonly jobs?: string;
  readonly step?: string;
  readonly repeat?: string;
  /** In seconds. */
  readonly timeout?: string;
  readonly bail?: boolean;
  /** Go on proving what changes. */
  readonly watch?: boolean;
  readonly keep?: boolean;
  readonly mutate?: boolean;
  readonly attack?: boolean;
  readonly trust?: boolean;
  /** Path of a file of attempts. */
  readonly attempts?: string;
};

export type ListOptions = { readonly json?: boolean };

export type LintOptions = {
  /** Ids or paths; every lab of the project when empty. */
  readonly labs: readonly string[];
  readonly format?: 'plain' | 'github' | 'json';
  readonly fix?: boolean;
};

export type NewOptions = {
  readonly id?: string;
  readonly track?: string;
  /** The folder that tracks lie in; the project's labs unless given. */
  readonly folder?: string;
  readonly title?: string;
  /** In Japanese. */
  readonly titleJa?: string;
  readonly engine?: 'docker' | 'kubernetes';
  readonly minutes?: string;
};

export type DoctorOptions = { readonly json?: boolean };

export type ImagesOptions = {
  /** What to do with them; only show them unless given. */
  readonly action?: 'list' | 'build' | 'remove';
  /** Folders in `images/`; all of them when empty. */
  readonly names: readonly string[];
  readonly json?: boolean;
};

export type CleanOptions = { readonly yes?: boolean; readonly json?: boolean };
