/** A command line that ended in one of the machine's shells. */
export type ShellCommand = {
  readonly line: string;
  readonly exitCode: number;
  readonly directory: string;
  /** When it ended, by the machine's clock, in ms since 1970. */
  readonly at: number;
  /** When it began, by the same. Unset where the machine's shell does not tell. */
  readonly began?: number;
  /**
  What the shell it ended in hands to its clients, where that leads them elsewhere: `DOCKER_HOST`, `DOCKER_CONTEXT`, `KUBECONFIG`, and
  `context`, the one that `docker context use` has chosen.
  */
  readonly settings?: Readonly<Record<string, string>>;
};

/** What a check script said: `because`, `expected`, `actual`, `waiting`, and of each name its `fact`. The last of each counts. */
export type Said = {
  readonly because?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly waiting?: string;
  readonly facts?: Readonly<Record<string, string>>;
};

/**
What kept a script from doing what it says, none of it the learner's doing.

- `parent`: it has ended what runs it, by signal `said`; this alone is its author's doing
- `unrun`: it could not be begun; `said` is the system's own word
- `killed`: somebody ended it by signal `said`
- `crowded`: while it ran, the machine refused to start a process
- `missing`: it called the program `said`, which the machine was made with and has no more
- `full`: nothing can be written in the folder `said`; a script that writes nothing does not mind
*/
export type ScriptTrouble = {
  readonly kind: 'parent' | 'unrun' | 'killed' | 'crowded' | 'missing' | 'full';
  readonly said: string;
};

export type ScriptResult = {
  readonly exitCode: number;
  readonly output: string;
  readonly said?: Said;
  readonly trouble?: ScriptTrouble;
};

export type ShellWorld = {
  /** Those that ended from this time on (machine's clock, ms since 1970), oldest first. */
  commands(since: number): readonly ShellCommand[];
  /**
  Runs a script in bash on the machine. Rejects with `ScriptLate` where it does not end within the deadline (ms), with another
  `WorldError` where the machine is lost.
  */
  script(
    run: string,
    env: Readonly<Record<string, string>>,
    deadline: number,
    signal?: AbortSignal,
  ): Promise<ScriptResult>;
  /**
  The same for a script that only looks: what its `docker` and `kubectl` ask is nobody's act, and they ask this machine's engine and
  this session's cluster, wherever the learner has pointed their own.
  */
  check: ShellWorld['script'];
};
