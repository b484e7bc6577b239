import type { LabIn } from '../../lab/lab.ts';
import type { ReadResult } from '../../lab/read.ts';
import type { Tools } from '../../typist/harness.ts';
import type { Language } from '../../words/message.ts';

export type AuthorSessionRequest = {
  readonly labs: LabIn;
  readonly language: Language;
  readonly tools: Tools;
  /** Reads the lab's files again. */
  readonly read: () => ReadResult;
  /** Told whenever there is something else to be shown. */
  readonly onChange: () => void;
  /** Told of an error of our own. */
  readonly onFault: (error: unknown) => void;
};
