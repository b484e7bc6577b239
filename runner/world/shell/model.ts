/** A command line that ended in one of the machine's shells. */
export type ShellCommand = {
  readonly line: string;
  readonly exitCode: number;
  readonly directory: string;
  /** When it ended, by the machine's clock, in ms since 1970. */
  readonly at: number;
};

/** What a check script said by the commands that are on its PATH: `because`, `expected`, `actual`. The last of each counts. */
export type Said = { readonly because?: string; readonly expected?: string; readonly actual?: string };

export type ScriptResult = { readonly exitCode: number; readonly output: string; readonly said?: Said };

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
};
