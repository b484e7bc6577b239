import type { ProgramResult } from '../runProgram.ts';

export type GoRun = {
  /** Folder where it runs: that of a module, or any other. It is not written to. */
  readonly folder: string;
  /** Folder for what is built, which the arguments call by {@link Go.into}. */
  readonly into: string;
  readonly args: (into: string) => readonly string[];
  /** More environment; `GOBIN` for instance. */
  readonly env?: (into: string) => Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
};

/** A Go to build with: the computer's own, or one in a container. */
export type Go = { run(what: GoRun): Promise<ProgramResult> };

/** Nothing that is built here is linked to C libraries or asks git for a version. */
export const goEnvironment = { CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false -modcacherw' } as const;
