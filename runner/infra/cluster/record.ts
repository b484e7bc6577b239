import type Docker from 'dockerode';
import { z } from 'zod';
import { nodeFolder } from './names.ts';
import { readFiles, writeFiles } from './nodeFiles.ts';

const made = z.object({
  recipe: z.string(),
  /** How many nodes it has when nothing lacks. */
  nodes: z.number().default(1),
  /** Of an own cluster: the session that it was made for. */
  session: z.string().optional(),
  /** The process that makes it. */
  by: z.number().optional(),
});

const complete = z.object({
  /** Base64 of the PEM of who signs the API server's certificate. */
  authority: z.string(),
  /** By which the runner is let in as who it is. */
  token: z.string(),
});

/** What a cluster was made from, written before it is one. */
export type Made = z.infer<typeof made>;

/** What is known of a cluster once it is whole. */
export type Complete = z.infer<typeof complete>;

/**
What Seatrial has written into a control plane's container about its cluster. It lies there, rather than in a folder of the
learner's, because it is true of that container: it goes with it, and whoever uses the same engine finds it.
*/
export type ClusterRecord = {
  readonly made: Made;
  /** Undefined where its creation was broken off. */
  readonly complete?: Complete;
  /** Undefined where it was not taken. */
  readonly baseline?: Buffer;
  /** The files of its control plane, as a `NodeState`; undefined where they were not looked at. */
  readonly node?: Buffer;
  /** When a session was last opened on it, in ms since 1970; undefined where none was. */
  readonly usedAt?: number;
};

const paths = {
  made: `${nodeFolder}/made.json`,
  complete: `${nodeFolder}/complete.json`,
  baseline: `${nodeFolder}/baseline.json.gz`,
  node: `${nodeFolder}/node.json.gz`,
  used: `${nodeFolder}/used`,
};

const inFolder = (path: string): string => path.slice(nodeFolder.length + 1);

/** What is written in a control plane; undefined for a cluster that somebody else has made. */
export async function readRecord(container: Docker.Container): Promise<ClusterRecord | undefined> {
  const files = await readFiles(container, nodeFolder);
  const parsed = made.safeParse(json(files.get(inFolder(paths.made))));
  if (!parsed.success) return undefined;
  const whole = complete.safeParse(json(files.get(inFolder(paths.complete)))).data;
  const baseline = files.get(inFolder(paths.baseline));
  const node = files.get(inFolder(paths.node));
  const usedAt = Number(files.get(inFolder(paths.used))?.toString());
  return {
    made: parsed.data,
    ...(whole && { complete: whole }),
    ...(baseline && { baseline }),
    ...(node && { node }),
    ...(usedAt > 0 && { usedAt }),
  };
}

function json(content: Buffer | undefined): unknown {
  try {
    return JSON.parse(content?.toString() ?? '');
  } catch {
    return undefined;
  }
}

export const madeFile = (given: Made): Record<string, string> => ({ [paths.made]: JSON.stringify(given) });

/** Notes that a cluster is whole, and what it and its control plane are like untouched. */
export const writeComplete = (
  container: Docker.Container,
  given: Complete,
  { baseline, node }: Required<Pick<ClusterRecord, 'baseline' | 'node'>>,
): Promise<void> =>
  writeFiles(container, {
    [paths.baseline]: baseline,
    [paths.node]: node,
    [paths.complete]: JSON.stringify(given),
  });

/** Notes that the cluster is used now. */
export const writeUsed = (container: Docker.Container): Promise<void> =>
  writeFiles(container, { [paths.used]: String(Date.now()) });
