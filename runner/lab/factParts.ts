import { nearest } from './nearest.ts';
import type { Reference } from './template.ts';

const ofProcess = ['pid', 'insidePid', 'name', 'program', 'line', 'pidNamespace', 'parent'] as const;
const ofPodProcess = [...ofProcess, 'computerPid'] as const;
const ofContainer = ['id', 'name', 'image', 'ip', 'networks', 'pid', 'process', 'main', 'processes'] as const;
const ofPod = ['uid', 'name', 'namespace', 'ip', 'node', 'owner', 'container', 'process'] as const;
const ofPodContainer = ['id', 'name', 'image', 'process', 'child'] as const;

/** The parts of facts. Whoever reads them has a reader for each: its type holds it to these. */
export type Parts = {
  readonly process: (typeof ofProcess)[number];
  readonly podProcess: (typeof ofPodProcess)[number];
  readonly container: (typeof ofContainer)[number];
  readonly pod: (typeof ofPod)[number];
  readonly podContainer: (typeof ofPodContainer)[number];
};

type Reader<Given, Value> = (given: Given, rest: readonly string[]) => Value;

/** A reader of every part: `given` is what the fact is read from, `rest` the path behind the part. */
export type Readers<Part extends string, Given, Value> = Readonly<Record<Part, Reader<Given, Value>>>;

/** The reader of a part; undefined where the fact has no such part. */
export const readerOf = <Part extends string, Given, Value>(
  readers: Readers<Part, Given, Value>,
  part: string,
): Reader<Given, Value> | undefined => new Map<string, Reader<Given, Value>>(Object.entries(readers)).get(part);

/** What a fact is: a text has no parts; of what may be one thing or another nothing is known beforehand. */
export type FactKind = 'container' | 'pod' | 'object' | 'text' | 'host' | 'other';

/** A field as the engine's inspect names it: `State.ExitCode`. Which there are the engine's version decides. */
const isInspected = (part: string): boolean => /^[A-Z]/.test(part);

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
    case 'object':
      if (part === undefined || isInspected(part)) return undefined;
      return only(part, rest, ['id', 'name']);
    case 'container':
      if (part === undefined || isInspected(part)) return undefined;
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
