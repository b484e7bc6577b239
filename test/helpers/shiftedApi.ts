import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { KubeConfig } from '@kubernetes/client-node';
import { listening } from './listening.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../fixtures/tls', name), 'utf8');

export type ShiftedApi = AsyncDisposable & {
  /** Leads there, as whoever the given kubeconfig names by a token. */
  readonly kubeconfig: string;
};

const stamp = /\b(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z/g;

/** A cluster whose clocks all are that many ms ahead: the real one, with every time moved that it stamps on an answer. `dated`: whether answers say when they were given. */
export async function shiftedApi(kubeconfig: string, ahead: number, dated = true): Promise<ShiftedApi> {
  const config = new KubeConfig();
  config.loadFromString(kubeconfig);
  const cluster = config.getCurrentCluster();
  const token = config.getCurrentUser()?.token;
  const namespace = config.getContextObject(config.getCurrentContext())?.namespace;
  if (!cluster?.caData || !token) throw new Error('the kubeconfig must hold an authority and a token');
  const ca = Buffer.from(cluster.caData, 'base64');
  const moved = (time: number): Date => new Date(time + ahead);
  const shift = (text: string): string =>
    text.replace(stamp, (_, second: string, fraction = '') => {
      return `${moved(Date.parse(`${second}Z`))
        .toISOString()
        .slice(0, -5)}${fraction}Z`;
    });

  const pass: RequestListener = (asked, answer) => {
    const onward = request(
      `${cluster.server}${asked.url}`,
      // Not compressed, so that times can be found in it.
      { method: asked.method, ca, headers: { ...asked.headers, 'accept-encoding': 'identity' } },
      (answered) => {
        const { date = '', ...headers } = answered.headers;
        delete headers['content-length'];
        answer.sendDate = false;
        const now = dated ? { date: moved(Date.parse(date)).toUTCString() } : {};
        answer.writeHead(answered.statusCode ?? 500, { ...headers, ...now });
        answer.flushHeaders();
        answered.pipe(byLine(shift)).pipe(answer);
      },
    );
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  };
  const tls = { key: fixture('key.pem'), cert: fixture('cert.pem') };
  const server = await listening(0, pass, tls);
  const whole = {
    ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'shifted' },
    clusters: [
      {
        name: 'shifted',
        cluster: {
          server: `https://127.0.0.1:${server.port}`,
          'certificate-authority-data': Buffer.from(fixture('ca.pem')).toString('base64'),
        },
      },
    ],
    users: [{ name: 'shifted', user: { token } }],
    contexts: [{ name: 'shifted', context: { cluster: 'shifted', user: 'shifted', namespace } }],
  };
  return {
    kubeconfig: JSON.stringify(whole),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Changes a text line by line as it passes; what has no end yet waits for it. */
function byLine(change: (text: string) => string): Transform {
  let rest = '';
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      done(null, Buffer.from(lines.map((line) => `${change(line)}\n`).join(''), 'latin1'));
    },
    flush(done) {
      done(null, Buffer.from(change(rest), 'latin1'));
    },
  });
}
