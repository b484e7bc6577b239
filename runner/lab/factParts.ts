import { nearest } from './nearest.ts';
import type { Reference } from './template.ts';

const ofProcess = ['pid', 'insidePid', 'name', 'program', 'line', 'pidNamespace', 'parent'] as const;
const ofPodProcess = [...ofProcess, 'computerPid'] as const;
const ofContainer = ['id', 'name', 'image', 'ip', 'networks', 'pid', 'process', 'main', 'processes'] as const;
const ofPod = ['uid', 'name', 'namespace', 'ip', 'node', 'owner', 'container', 'process'] as const;
const ofPodContainer = ['id', 'name', 'image', 'process', 'child'] as const;

/** What a fact is: a text has no parts; what a check of another engine finds is its own business. */
export type FactKind = 'container' | 'pod' | 'text' | 'host' | 'other';

/** What Docker's checks bind are containers; of Kubernetes' the one on Pods binds Pods, and all others texts or Pods by their parameters. */
export function kindOfFact(path: readonly PropertyKey[]): FactKind {
  if (path.includes('keep')) return 'text';
  const check = String(path.at(-2));
  if (check === 'kubernetes/pod') return 'pod';
  if (check === 'kubernetes/file') return 'text';
  return check.startsWith('docker/') ? 'container' : 'other';
}

type Wrong = { readonly part: string; readonly suggestion: string | undefined };

/** The first part of a reference that its fact has not; undefined where all is well. */
export function unknownPart({ path }: Reference, kind: FactKind): Wrong | undefined {
  const [part, ...rest] = path;
  switch (kind) {
    case 'other':
      return undefined;
    case 'text':
      return part === undefined ? undefined : { part, suggestion: undefined };
    case 'host':
      return part === 'process' ? byPid(rest, ofProcess) : { part: part ?? '', suggestion: 'process' };
    case 'pod':
      return partOfPod(path);
    case 'container':
      if (part === undefined) return undefined;
      if (part === 'process' || part === 'main') return partOfProcess(rest, ofProcess);
      if (part === 'networks') return partOfNetwork(rest);
      return only(part, rest, ofContainer);
  }
}

function partOfNetwork([name, field, ...more]: readonly string[]): Wrong | undefined {
  if (name === undefined || field === undefined) return { part: 'networks', suggestion: 'networks.NAME.ip' };
  return only(field, more, ['ip']);
}

function partOfPod([part, ...rest]: readonly string[]): Wrong | undefined {
  if (part === undefined) return undefined;
  if (part === 'process') return byPid(rest, ofPodProcess);
  if (part === 'owner' && rest.length > 0) return only(rest[0] ?? '', rest.slice(1), ['kind', 'name']);
  if (part !== 'container') return only(part, rest, ofPod);
  const [name, field, ...more] = rest;
  if (name === undefined) return { part, suggestion: 'container.NAME' };
  if (field === undefined) return undefined;
  if (field === 'process' || field === 'child') return partOfProcess(more, ofPodProcess);
  return only(field, more, ofPodContainer);
}

const byPid = ([pid = '', ...rest]: readonly string[], parts: readonly string[]): Wrong | undefined =>
  /^\d+$/.test(pid) ? partOfProcess(rest, parts) : { part: pid, suggestion: '1' };

function partOfProcess([part, ...rest]: readonly string[], parts: readonly string[]): Wrong | undefined {
  if (part === undefined) return undefined;
  if (part === 'parent') return partOfProcess(rest, parts);
  return only(part, rest, parts);
}

/** A part that has no parts itself. */
const only = (part: string, [more]: readonly string[], parts: readonly string[]): Wrong | undefined => {
  if (!parts.includes(part)) return { part, suggestion: nearest(part, parts) };
  return more === undefined ? undefined : { part: more, suggestion: undefined };
};
