/** What a stretch of text is for; the theme says how that looks. */
export type Tone =
  | 'plain'
  | 'strong'
  | 'heading'
  | 'code'
  | 'muted'
  | 'good'
  | 'fresh'
  | 'bad'
  | 'warn'
  | 'accent'
  | 'key';

export type Span = { readonly text: string; readonly tone: Tone };

/** One row of the panel. */
export type Line = readonly Span[];

export const span = (text: string, tone: Tone = 'plain'): Span => ({ text, tone });

export const blankLine: Line = [];
