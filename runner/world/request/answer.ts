import type { Answer, Request } from './model.ts';

/** What the requester is given, for a process in whose place it asks: `self` for its own. */
export const questionOf = (process: string, { host, port, path, name = host }: Request): readonly string[] => [
  ...[process, host, String(port), path ?? ''],
  port === 80 || name !== host ? name : `${name}:${port}`,
];

const failures = ['refused', 'timed-out', 'unresolved', 'mute'] as const;

/** What the requester has heard: how it went, and why or what. Undefined where the process was gone. */
export function readAnswer(said: string, { path }: Request): Answer | undefined {
  const [, kind, rest = ''] = /^([a-z-]+):([\s\S]*)$/.exec(said) ?? [];
  const failure = failures.find((each) => each === kind);
  if (failure) return { kind: failure, why: rest };
  if (kind !== 'answered') return undefined;
  if (path === undefined) return { kind, body: rest };
  const [, status, , body = ''] = /^HTTP\/\d\.?\d? (\d{3})([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(rest) ?? [];
  return status === undefined ? { kind: 'mute', why: 'no HTTP' } : { kind, status: Number(status), body };
}
