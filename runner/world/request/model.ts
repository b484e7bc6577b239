/** What is asked of whom. */
export type Request = {
  /** An address, or a name as whoever asks resolves it. */
  readonly host: string;
  readonly port: number;
  /** Asked for by `GET`; unset where a connection alone is wanted. */
  readonly path?: string;
  /** As whom the server is addressed, where that is not `host`. */
  readonly name?: string;
};

/**
What came of it. `mute`: a connection was made, and what came over it is no answer: nothing at all, or no HTTP. `timed-out`: nothing came
back, or no way leads there.
*/
export type Answer =
  /** `status`: none of a connection alone; `body` is then what the other side has said of itself. */
  | { readonly kind: 'answered'; readonly status?: number; readonly body: string }
  | { readonly kind: 'refused' | 'timed-out' | 'unresolved' | 'mute'; readonly why: string };
