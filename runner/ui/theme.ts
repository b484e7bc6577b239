import type { TextProps } from 'ink';
import type { StepState } from '../session/state.ts';
import type { Tone } from './text/line.ts';

/** Of middling lightness, so that they read on dark and on light grounds alike (4.4:1 on black and on white). */
const green = 'ansi256(28)';
const red = 'ansi256(160)';
const amber = 'ansi256(130)';
const blue = 'ansi256(31)';
const grey = 'ansi256(243)';

export type Look = Pick<TextProps, 'color' | 'backgroundColor' | 'bold' | 'dimColor' | 'inverse'>;

export const looks: Readonly<Record<Tone, Look>> = {
  plain: {},
  strong: { bold: true },
  heading: { bold: true },
  code: { color: blue },
  muted: { color: grey },
  good: { color: green },
  fresh: { color: 'ansi256(231)', backgroundColor: green, bold: true },
  bad: { color: red, bold: true },
  warn: { color: amber, bold: true },
  accent: { color: blue, bold: true },
  key: { bold: true },
};

/** Every state by a mark and a colour: either alone is enough to tell. */
export const stepMarks: Readonly<Record<StepState['status'], { readonly mark: string; readonly tone: Tone }>> = {
  solved: { mark: '✔', tone: 'good' },
  shown: { mark: '⚑', tone: 'warn' },
  skipped: { mark: '↷', tone: 'warn' },
  open: { mark: '●', tone: 'accent' },
  ahead: { mark: '○', tone: 'muted' },
};

export const focusColor = blue;
export const restColor = grey;
