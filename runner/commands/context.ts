import type { Language } from '../words/message.ts';

/** What a command is given: nothing else of the process is its business. */
export type CommandContext = {
  readonly language: Language;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Folder of the checkout: labs, images and documents lie in it. */
  readonly root: string;
  /** Folder that the command was typed in. */
  readonly cwd: string;
};

/** How a command ended; `docs/exit-codes.md` says what each means to a script. */
export const exitCodes = {
  done: 0,
  notFinished: 1,
  wrongUse: 2,
  machine: 3,
  lab: 4,
  ours: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export type Command<Options> = (context: CommandContext, options: Options) => Promise<ExitCode>;
