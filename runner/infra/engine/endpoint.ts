import { readFileSync } from 'node:fs';
import { Agent as HttpsAgent } from 'node:https';
import { join } from 'node:path';
import Dockerode from 'dockerode';

/** Folder with `ca.pem`, `cert.pem` and `key.pem`, as docker(1) keeps them. */
export type Tls = { readonly folder: string; readonly verify: boolean };

/** Where an engine may listen, as `DOCKER_HOST` names it. */
export type Endpoint = { readonly host: string; readonly tls?: Tls };

export type Address =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'tcp'; readonly hostname: string; readonly port: number; readonly path: string }
  | { readonly kind: 'ssh'; readonly to: string }
  | { readonly kind: 'unreadable' };

/** Reads `unix://`, `tcp://`, `http://`, `https://` and `ssh://`; without a scheme it is tcp, as for docker(1). */
export function addressOf({ host, tls }: Endpoint): Address {
  if (host.startsWith('unix://')) return { kind: 'socket', path: host.slice(7) || '/var/run/docker.sock' };
  const text = host.includes('://') ? host : `tcp://${host}`;
  if (!URL.canParse(text)) return { kind: 'unreadable' };
  const url = new URL(text);
  if (url.protocol === 'ssh:') return { kind: 'ssh', to: text.slice('ssh://'.length) };
  if (!['tcp:', 'http:', 'https:'].includes(url.protocol) || !url.hostname) return { kind: 'unreadable' };
  const fallback = tls || url.protocol === 'https:' ? 2376 : 2375;
  const path = url.pathname.replace(/\/$/, '');
  return { kind: 'tcp', hostname: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || fallback, path };
}

function pem(folder: string, name: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return undefined;
  }
}

/** The certificates of an endpoint; a file that lacks is left out, and the engine then refuses in its own words. */
export function certificates({ folder, verify }: Tls) {
  return {
    ca: pem(folder, 'ca.pem'),
    cert: pem(folder, 'cert.pem'),
    key: pem(folder, 'key.pem'),
    rejectUnauthorized: verify,
  };
}

/** A client of an endpoint that has answered. Every field is given, for dockerode fills gaps from the environment. */
export function clientOf(endpoint: Endpoint): Dockerode {
  const address = addressOf(endpoint);
  if (address.kind === 'socket') {
    const options = { socketPath: address.path, host: undefined, port: undefined, protocol: 'http' as const };
    return new Dockerode({ ...options, ca: undefined, cert: undefined, key: undefined });
  }
  if (address.kind !== 'tcp') throw new TypeError(`no client speaks to ${endpoint.host}`);
  const { hostname, port, path } = address;
  const options = { host: hostname, port, pathPrefix: path || '/', ca: undefined, cert: undefined, key: undefined };
  if (!endpoint.tls) return new Dockerode({ ...options, protocol: 'http' });
  const agent = new HttpsAgent(certificates(endpoint.tls));
  return new Dockerode({ ...options, protocol: 'https', ...{ agent } });
}

/** The variables that make docker(1) use an endpoint. */
export function environmentOf({ host, tls }: Endpoint): Record<string, string> {
  if (!tls) return { DOCKER_HOST: host };
  return { DOCKER_HOST: host, DOCKER_CERT_PATH: tls.folder, [tls.verify ? 'DOCKER_TLS_VERIFY' : 'DOCKER_TLS']: '1' };
}
