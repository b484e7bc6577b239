import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { message } from '../../../words/message.ts';
import { ForeignError } from './ForeignError.ts';
import type { Merged } from './readKubeconfig.ts';

const clusterEntry = z.looseObject({
  server: z.string(),
  'certificate-authority': z.string().optional(),
  'certificate-authority-data': z.string().optional(),
  'insecure-skip-tls-verify': z.boolean().optional(),
  'tls-server-name': z.string().optional(),
  'proxy-url': z.string().optional(),
});

/** How a cluster is reached and told to be itself, as a kubeconfig has it. */
export type ClusterEntry = {
  readonly server: string;
  readonly 'certificate-authority-data'?: string;
  readonly 'insecure-skip-tls-verify'?: boolean;
  readonly 'tls-server-name'?: string;
  readonly 'proxy-url'?: string;
};

const contextEntry = z.looseObject({ cluster: z.string(), user: z.string() });

/** A context of the learner's kubeconfig, on its own. */
export type ExistingContext = {
  readonly name: string;
  readonly server: string;
  /** As the kubeconfig names who it lets in. */
  readonly user: string;
  /** Tells one cluster from another whatever a context is called: of the server's address and of who signs its certificate. */
  readonly identity: string;
  readonly cluster: ClusterEntry;
  /** A kubeconfig with nothing but this context, for the runner. */
  readonly kubeconfig: string;
};

/** The context of this name; undefined where there is none. Throws `WorldError` where what it names cannot be used. */
export function contextOf({ clusters, contexts, users }: Merged, name: string): ExistingContext | undefined {
  const found = contexts.get(name);
  if (!found) return undefined;
  const context = contextEntry.safeParse(found).data;
  const cluster = clusterEntry.safeParse(context && clusters.get(context.cluster)).data;
  const user = context && users.get(context.user);
  if (!context || !cluster || !user) throw new ForeignError(message('existing.incomplete', { context: name }));
  if (!cluster.server.startsWith('https://')) {
    throw new ForeignError(message('existing.not-https', { context: name, server: cluster.server }));
  }
  const authority = authorityOf(cluster);
  const { 'certificate-authority': _, ...rest } = cluster;
  const whole = { ...rest, ...(authority !== undefined && { 'certificate-authority-data': authority }) };
  const identity = createHash('sha256')
    .update([cluster.server.replace(/\/+$/, ''), authority ?? ''].join('\n'))
    .digest('hex');
  return {
    name,
    server: cluster.server,
    user: context.user,
    identity,
    cluster: whole,
    kubeconfig: JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': name,
      contexts: [{ name, context }],
      clusters: [{ name: context.cluster, cluster: whole }],
      users: [{ name: context.user, user }],
    }),
  };
}

/** Base64 of a PEM. */
function authorityOf({
  'certificate-authority-data': data,
  'certificate-authority': file,
}: z.infer<typeof clusterEntry>): string | undefined {
  if (data !== undefined && data !== '') return data;
  if (file === undefined || file === '') return undefined;
  try {
    return readFileSync(file).toString('base64');
  } catch (cause) {
    throw new ForeignError(message('existing.unreadable', { file, said: String(cause) }), { cause });
  }
}
