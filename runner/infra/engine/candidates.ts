import { join } from 'node:path';
import { currentContext, dockerFolder } from './context.ts';
import type { Endpoint } from './endpoint.ts';
import type { Env } from './engine.ts';

/** Who named an endpoint. What the learner named in the environment must answer; nothing else is then tried. */
export type Source =
  | { readonly kind: 'host' }
  | { readonly kind: 'context'; readonly name: string; readonly demanded: boolean }
  | { readonly kind: 'usual' };

export type Candidate = { readonly source: Source; readonly endpoint: Endpoint | undefined };

/** The sockets of Docker, Docker Desktop, Colima, rootless Docker and Podman, in this order. */
function usualSockets(env: Env): readonly string[] {
  const home = env.HOME || '/root';
  const runtime = env.XDG_RUNTIME_DIR;
  return [
    '/var/run/docker.sock',
    join(home, '.docker/run/docker.sock'),
    join(home, '.docker/desktop/docker.sock'),
    join(home, '.colima/default/docker.sock'),
    join(env.XDG_CONFIG_HOME || join(home, '.config'), 'colima/default/docker.sock'),
    ...(runtime ? [join(runtime, 'docker.sock'), join(runtime, 'podman/podman.sock')] : []),
    '/run/podman/podman.sock',
    join(home, '.local/share/containers/podman/machine/podman.sock'),
  ];
}

/** The places to look for the learner's engine, in the order in which docker(1) and habit put them. */
export function candidates(env: Env, sockets = usualSockets(env)): readonly Candidate[] {
  if (env.DOCKER_HOST) {
    const verify = Boolean(env.DOCKER_TLS_VERIFY);
    const tls = (verify || env.DOCKER_TLS) && { tls: { folder: env.DOCKER_CERT_PATH || dockerFolder(env), verify } };
    return [{ source: { kind: 'host' }, endpoint: { host: env.DOCKER_HOST, ...tls } }];
  }
  const context = currentContext(env);
  const demanded = Boolean(env.DOCKER_CONTEXT);
  const named = context && {
    source: { kind: 'context' as const, name: context.name, demanded },
    endpoint: context.endpoint,
  };
  if (named && demanded) return [named];
  const usual = sockets.map((path) => ({ source: { kind: 'usual' as const }, endpoint: { host: `unix://${path}` } }));
  return [...(named ? [named] : []), ...usual];
}
