import type { Answer } from './model.ts';

/** How long a Service may take to answer, in s. */
export const requestPatience = 3;

/** What the node's helper has heard: `answered:` and the bytes of an HTTP answer, or `refused:` and why. */
export function readAnswer(said: string): Answer {
  const [, kind, rest = ''] = /^(answered|refused):([\s\S]*)$/.exec(said) ?? [];
  if (kind !== 'answered') return { kind: 'refused', why: rest };
  const [, status, , body = ''] = /^HTTP\/\d\.?\d? (\d{3})([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(rest) ?? [];
  return status === undefined
    ? { kind: 'refused', why: 'no HTTP' }
    : { kind: 'answered', status: Number(status), body };
}
