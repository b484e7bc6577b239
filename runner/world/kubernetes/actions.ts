import { z } from 'zod';
import { instant } from '../instant.ts';
import type { KubernetesAction } from './model.ts';

const person = z.object({ username: z.string() });

/** An entry of the audit log: "Event" of audit.k8s.io/v1 in the Kubernetes configuration APIs. */
const entry = z.object({
  auditID: z.string(),
  stage: z.string(),
  requestURI: z.string(),
  verb: z.string(),
  user: person,
  impersonatedUser: person.optional(),
  userAgent: z.string().catch(''),
  objectRef: z
    .object({
      resource: z.string(),
      apiGroup: z.string().catch(''),
      namespace: z.string().optional(),
      name: z.string().optional(),
      subresource: z.string().optional(),
    })
    .optional(),
  /** Options of a deletion, which say in the body what others say in the query. */
  requestObject: z
    .object({ dryRun: z.array(z.string()).nullish() })
    .optional()
    .catch(undefined),
  responseStatus: z.object({ code: z.number().catch(0), message: z.string().optional() }).optional(),
  requestReceivedTimestamp: z.string(),
  stageTimestamp: z.string(),
});

/** As whom the shell's completion asks (images/machine/Dockerfile), and check scripts: nobody has asked for what they ask. */
export const nobody = 'seatrial-completion';

export type Heard = {
  /** The same for every stage of one request. */
  readonly id: string;
  readonly action: KubernetesAction;
  /** Whether the request has ended by now; a stream is told of when it begins, too. */
  readonly ended: boolean;
  /** When it got so far, by the node's clock, in ms since 1970. */
  readonly at: number;
};

/** What a line of the audit log tells of this user; undefined where it is about something else. */
export function readAction(line: string, user: string): Heard | undefined {
  const read = entry.safeParse(jsonIn(line)).data;
  if (!read?.objectRef || !['ResponseStarted', 'ResponseComplete', 'Panic'].includes(read.stage)) return undefined;
  const { objectRef: of, impersonatedUser, responseStatus, requestObject } = read;
  if (read.user.username !== user && impersonatedUser?.username !== user) return undefined;
  if (impersonatedUser?.username === nobody) return undefined;
  // A Namespace lies in none, though the log gives its own name for it.
  const within = of.resource === 'namespaces' ? undefined : of.namespace;
  const query = new URL(read.requestURI, 'http://cluster').searchParams;
  const container = query.get('container') ?? '';
  const code = responseStatus?.code ?? 0;
  return {
    id: read.auditID,
    ended: read.stage !== 'ResponseStarted',
    at: instant(read.stageTimestamp),
    action: {
      verb: read.verb,
      resource: of.resource,
      group: of.apiGroup,
      ...(within !== undefined && { namespace: within }),
      ...(of.name !== undefined && { name: of.name }),
      ...(of.subresource !== undefined && { subresource: of.subresource }),
      command: query.getAll('command'),
      ...(container !== '' && { container }),
      code,
      open: read.stage === 'ResponseStarted' && code === 101,
      ...(responseStatus?.message !== undefined && { said: responseStatus.message }),
      dryRun: query.has('dryRun') || (requestObject?.dryRun ?? []).length > 0,
      agent: read.userAgent,
      at: instant(read.requestReceivedTimestamp),
    },
  };
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
