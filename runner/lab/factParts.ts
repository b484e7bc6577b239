import { nearest } from './nearest.ts';
import type { Reference } from './template.ts';

const ofProcess = ['pid', 'insidePid', 'name', 'program', 'line', 'pidNamespace', 'parent'] as const;
const ofContainer = ['id', 'name', 'image', 'ip', 'pid', 'process', 'main', 'processes'] as const;

/** What a fact is: a text has no parts; what a check of another engine finds is its own business. */
export type FactKind = 'container' | 'text' | 'host' | 'other';

/** Facts that Docker's checks bind are containers; what is kept is a text. */
export function kindOfFact(path: readonly PropertyKey[]): FactKind {
  if (path.includes('keep')) return 'text';
  return String(path.at(-2)).startsWith('docker/') ? 'container' : 'other';
}

type Wrong = { readonly part: string; readonly suggestion: string | undefined };

/** The first part of a reference that its fact has not; undefined where all is well. */
export function unknownPart({ path }: Reference, kind: FactKind): Wrong | undefined {
  if (kind === 'other') return undefined;
  if (kind === 'text') return path[0] === undefined ? undefined : { part: path[0], suggestion: undefined };
  if (kind === 'host') {
    if (path[0] !== 'process') return { part: path[0] ?? '', suggestion: 'process' };
    return /^\d+$/.test(path[1] ?? '') ? partOfProcess(path.slice(2)) : { part: path[1] ?? '', suggestion: '1' };
  }
  const [part, ...rest] = path;
  if (part === undefined) return undefined;
  if (part === 'process' || part === 'main') return partOfProcess(rest);
  return among(part, ofContainer) ?? (rest[0] === undefined ? undefined : { part: rest[0], suggestion: undefined });
}

function partOfProcess([part, ...rest]: readonly string[]): Wrong | undefined {
  if (part === undefined) return undefined;
  if (part === 'parent') return partOfProcess(rest);
  return among(part, ofProcess) ?? (rest[0] === undefined ? undefined : { part: rest[0], suggestion: undefined });
}

const among = (part: string, parts: readonly string[]): Wrong | undefined =>
  parts.includes(part) ? undefined : { part, suggestion: nearest(part, parts) };
