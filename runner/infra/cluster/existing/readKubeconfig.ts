import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { message } from '../../../words/message.ts';
import { ForeignError } from './ForeignError.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** An entry of one of a kubeconfig's lists, the paths in it made absolute. */
export type Entry = Readonly<Record<string, unknown>>;

/** What kubectl would know: every entry of every file by its name, the first of a name standing. */
export type Merged = {
  readonly clusters: ReadonlyMap<string, Entry>;
  readonly contexts: ReadonlyMap<string, Entry>;
  readonly users: ReadonlyMap<string, Entry>;
  /** Paths of the files that were looked for. */
  readonly files: readonly string[];
};

const entry = z.looseObject({});
const lists = z.object({
  clusters: z.array(z.object({ name: z.string(), cluster: entry })).nullish(),
  contexts: z.array(z.object({ name: z.string(), context: entry })).nullish(),
  users: z.array(z.object({ name: z.string(), user: entry })).nullish(),
});

/** The files that kubectl would read: those in `$KUBECONFIG`, else `~/.kube/config` ("Organizing cluster access" in Kubernetes' documentation). */
export function kubeconfigFiles({ KUBECONFIG, HOME }: Env): readonly string[] {
  const named = [...new Set((KUBECONFIG ?? '').split(delimiter).filter((path) => path !== ''))];
  return named.length > 0 ? named : [join(HOME || homedir(), '.kube', 'config')];
}

/** Reads the learner's kubeconfig, and only reads it. Rejects with `WorldError` where a file is not one. */
export async function readKubeconfig(env: Env): Promise<Merged> {
  const { loadYaml } = await import('@kubernetes/client-node');
  const files = kubeconfigFiles(env);
  const clusters = new Map<string, Entry>();
  const contexts = new Map<string, Entry>();
  const users = new Map<string, Entry>();
  for (const file of files) {
    const text = textOf(file);
    if (text === undefined) continue;
    try {
      const read = lists.parse(loadYaml(text) ?? {});
      const folder = dirname(resolve(file));
      for (const { name, cluster } of read.clusters ?? []) keep(clusters, name, within(folder, cluster));
      for (const { name, context } of read.contexts ?? []) keep(contexts, name, context);
      for (const { name, user } of read.users ?? []) keep(users, name, within(folder, user));
    } catch (cause) {
      const said = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
      throw new ForeignError(message('existing.unreadable', { file, said }), { cause });
    }
  }
  return { clusters, contexts, users, files };
}

/** A file that is not there is passed over, as kubectl does. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new ForeignError(message('existing.unreadable', { file, said: String(cause) }), { cause });
  }
}

function keep(all: Map<string, Entry>, name: string, found: Entry): void {
  if (!all.has(name)) all.set(name, found);
}

const pathFields = ['certificate-authority', 'client-certificate', 'client-key', 'tokenFile'];

/** Paths in a kubeconfig are meant from the folder that it lies in, as is a program with a slash in its name. */
function within(folder: string, found: Entry): Entry {
  const absolute = pathFields.flatMap((field) => {
    const path = found[field];
    return typeof path === 'string' && path !== '' ? [[field, resolve(folder, path)] as const] : [];
  });
  const { exec } = found;
  const program = typeof exec === 'object' && exec !== null && 'command' in exec ? exec.command : undefined;
  const isPath = typeof program === 'string' && program.includes('/');
  return {
    ...found,
    ...Object.fromEntries(absolute),
    ...(isPath && { exec: { ...Object(exec), command: resolve(folder, program) } }),
  };
}
