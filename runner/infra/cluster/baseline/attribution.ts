import type Docker from 'dockerode';
import { z } from 'zod';
import { auditFolder, userOf } from '../names.ts';
import { runIn } from '../runIn.ts';
import type { SessionPlace } from './sessions.ts';
import type { Item } from './snapshot.ts';

const entry = z.object({
  verb: z.string(),
  objectRef: z.object({
    apiGroup: z.string().default(''),
    resource: z.string(),
    namespace: z.string().default(''),
    name: z.string().default(''),
  }),
  responseStatus: z.object({ code: z.number() }).optional(),
});

const writes = new Set(['create', 'update', 'patch', 'delete']);

/** Who a session is in the audit log: its learner, and whatever runs in its namespace. */
const usersOf = ({ namespace }: SessionPlace): readonly string[] => [
  `"username":"${userOf(namespace)}"`,
  `"username":"system:serviceaccount:${namespace}:`,
];

/** Tells which objects these sessions have written, as the audit log has it. */
export async function writtenBy(
  control: Docker.Container,
  places: readonly SessionPlace[],
): Promise<(item: Item) => boolean> {
  if (places.length === 0) return () => false;
  const patterns = places.flatMap(usersOf).flatMap((pattern) => ['-e', pattern]);
  const { output } = await runIn(control, ['grep', '--recursive', '--no-filename', '-F', ...patterns, auditFolder]);
  const written = new Set(
    output.split('\n').flatMap((line) => {
      const found = entry.safeParse(parse(line)).data;
      if (!found || !writes.has(found.verb) || (found.responseStatus?.code ?? 0) >= 300) return [];
      const { apiGroup, resource, namespace, name } = found.objectRef;
      // A namespace is its own: the log says so, the object does not.
      return [`${apiGroup} ${resource} ${resource === 'namespaces' ? '' : namespace}/${name}`];
    }),
  );
  return ({ type, object: { metadata } }) => {
    const [group] = type.apiVersion.includes('/') ? type.apiVersion.split('/') : [''];
    return written.has(`${group} ${type.resource} ${metadata.namespace ?? ''}/${metadata.name}`);
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
