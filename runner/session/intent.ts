/** What the learner asks for, from a key of the panel or a command typed in the shell. */
export type Intent =
  | { readonly type: 'hint' }
  /** Show the solution; asked again, type it for me. */
  | { readonly type: 'solution' }
  | { readonly type: 'solve' }
  | { readonly type: 'skip' }
  | { readonly type: 'answer'; readonly text: string }
  /** What they think that will happen. */
  | { readonly type: 'predict'; readonly text: string }
  /** Look at everything again, now. */
  | { readonly type: 'recheck' };
