import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { type Message, message } from '../../words/message.ts';
import { addressOf, certificates, type Endpoint } from './endpoint.ts';

export type Answer =
  | { readonly status: 'answered'; readonly version: string; readonly cgroup: 'v1' | 'v2' }
  | { readonly status: 'silent'; readonly reason: SilentReason; readonly why: Message };

export type SilentReason = 'absent' | 'denied' | 'stopped' | 'slow' | 'ssh' | 'other';

/** From `GET /info` of the Engine API 1.41; an engine before 20.10 has no field for the version of control groups: it is 1. */
const Info = z.object({ ServerVersion: z.string(), CgroupVersion: z.string().default('1') });

function open(endpoint: Endpoint, path: string, signal: AbortSignal): Promise<IncomingMessage> {
  const address = addressOf(endpoint);
  return new Promise((resolve, reject) => {
    if (address.kind === 'socket') {
      requestHttp({ socketPath: address.path, path, signal }, resolve).on('error', reject).end();
    } else if (address.kind === 'tcp') {
      const { hostname, port } = address;
      const options = { hostname, port, path: `${address.path}${path}`, signal, agent: false as const };
      const secure = endpoint.tls && { ...options, ...certificates(endpoint.tls) };
      (secure ? requestHttps(secure, resolve) : requestHttp(options, resolve)).on('error', reject).end();
    }
  });
}

function silent(error: NodeJS.ErrnoException): Answer {
  const { code = '', name } = error;
  const because = (reason: SilentReason, why: Message): Answer => ({ status: 'silent', reason, why });
  if (code === 'ENOENT' || code === 'ENOTDIR') return because('absent', message('setup.why-absent'));
  if (code === 'EACCES' || code === 'EPERM') return because('denied', message('setup.why-denied'));
  if (code === 'ECONNREFUSED') return because('stopped', message('setup.why-refused'));
  if (name === 'TimeoutError' || code === 'ABORT_ERR') return because('slow', message('setup.why-timeout'));
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return because('other', message('setup.why-unknown-host'));
  return because('other', message('setup.why-error', { text: error.message || code || name }));
}

/** Asks what listens at an endpoint for its version. It never throws: who does not answer is told with the reason. */
export async function ask(endpoint: Endpoint, deadline: number): Promise<Answer> {
  const address = addressOf(endpoint);
  const refuse = (why: Message): Answer => ({ status: 'silent', reason: 'other', why });
  if (address.kind === 'ssh') return { status: 'silent', reason: 'ssh', why: message('setup.why-ssh') };
  if (address.kind === 'unreadable') return refuse(message('setup.why-unreadable'));
  try {
    const response = await open(endpoint, '/info', AbortSignal.timeout(deadline));
    const body = await text(response);
    if (response.statusCode !== 200) {
      return refuse(message('setup.why-status', { status: response.statusCode ?? 0, text: body.trim().slice(0, 200) }));
    }
    const info = Info.safeParse(JSON.parse(body));
    if (!info.success) return refuse(message('setup.why-no-engine'));
    const { ServerVersion: version, CgroupVersion } = info.data;
    return { status: 'answered', version, cgroup: CgroupVersion.endsWith('2') ? 'v2' : 'v1' };
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(message('setup.why-no-engine'));
    return silent(error instanceof Error ? error : new Error(String(error)));
  }
}
