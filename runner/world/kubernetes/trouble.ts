import type Docker from 'dockerode';
import { type Message, message } from '../../words/message.ts';
import { statusOf } from '../statusOf.ts';
import { WorldError } from '../world.ts';
import { ApiSilent } from './apiSilent.ts';
import { type Api, Refused } from './call.ts';
import { type ClusterNode, kindNetwork } from './cluster.ts';
import type { KubernetesObject } from './model.ts';

/** Why a certificate is refused where a clock is off: X509 error codes of Node's TLS. */
const untimely = ['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'];

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

type Given = { readonly api: Api; readonly host: Docker; readonly nodes: readonly ClusterNode[] };

/** Says why the cluster could not be asked, by what is known of the containers that it consists of. */
export function explainer({ api, host, nodes }: Given) {
  return async (error: unknown): Promise<unknown> => {
    if (error instanceof Refused) return new WorldError(refusal(error, nodes.length > 0), { cause: error });
    // What is none of these is no fault of the cluster's: called off, or an error of our own.
    if (!(error instanceof ApiSilent)) return error;
    const { cause } = error;
    const why = (await nodeTrouble(host, nodes)) ?? silence(api, codeOf(cause));
    return why ? new WorldError(why, { cause: error }) : error;
  };
}

/** While an API server begins it refuses even those who may do everything, as the runner may in a cluster of ours. */
function refusal({ status, message: said }: Refused, ours: boolean): Message {
  const begins = status >= 500 || status === 429 || (ours && (status === 401 || status === 403));
  return begins ? message('kubernetes.api-begins', { said }) : message('kubernetes.refused', { said });
}

function silence({ server }: Api, code: string): Message | undefined {
  if (untimely.includes(code)) return message('kubernetes.clock', { server });
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'EPIPE') return message('kubernetes.api-stopped');
  return code === '' ? message('kubernetes.api-hangs') : undefined;
}

/** What is wrong with the container of the first of these nodes, the control plane, if it is that. */
export async function nodeTrouble(host: Docker, [first]: readonly ClusterNode[]): Promise<Message | undefined> {
  if (!first) return undefined;
  const found = await host
    .getContainer(first.container)
    .inspect()
    .then(
      (inspected) => inspected,
      (error: unknown) => (statusOf(error) === 404 ? 'gone' : undefined),
    );
  const { name: node } = first;
  if (found === 'gone') return message('kubernetes.node-removed', { node });
  if (found?.State.Paused) return message('kubernetes.node-paused', { node });
  if (found && !found.State.Running) return message('kubernetes.node-stopped', { node });
  if (found && !(kindNetwork in found.NetworkSettings.Networks))
    return message('kubernetes.node-off-network', { node, network: kindNetwork });
  return undefined;
}

type Condition = { readonly type?: unknown; readonly status?: unknown; readonly message?: unknown };

/** What to say where no node of the cluster works; undefined where one does. */
export function nodesNotReady(nodes: readonly KubernetesObject[]): Message | undefined {
  const ready = nodes.map((node) => ({ node: node.metadata.name, ...readiness(node) }));
  const [first] = ready;
  if (!first || ready.some(({ status }) => status === 'True')) return undefined;
  return message('kubernetes.node-not-ready', { node: first.node, said: String(first.message ?? '') });
}

function readiness({ status }: KubernetesObject): Condition {
  const conditions: unknown = typeof status === 'object' && status && 'conditions' in status ? status.conditions : [];
  const list: readonly Condition[] = Array.isArray(conditions) ? conditions : [];
  return list.find(({ type }) => type === 'Ready') ?? {};
}
