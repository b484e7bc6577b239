import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { attach } from '../attach.ts';
import type { Engine, Env } from '../engine/engine.ts';
import type { ProgramResult } from '../runProgram.ts';
import { type Go, goEnvironment } from './go.ts';

/** Certificates that the computer trusts, so that a container trusts them too. */
const certificates = '/etc/ssl/certs/ca-certificates.crt';

/** What decides how Go reaches its modules (`go help environment`). */
const network = /^(GOPROXY|GOSUMDB|GONOSUMDB|GONOPROXY|GOPRIVATE|GOINSECURE|(https?|no)_proxy)$/i;

export type ContainerGoOptions = {
  readonly env: Env;
  /** The image with Go in it. */
  readonly image: string;
  readonly version: string;
  /** Folder for Go's caches, so that a build that broke off goes on where it was. */
  readonly cache: string;
};

function environment({ env, version }: ContainerGoOptions): readonly string[] {
  const reach = Object.entries(env).filter(([name, value]) => network.test(name) && value);
  const own = { HOME: '/cache', GOPATH: '/cache/go', GOCACHE: '/cache/build', GOTOOLCHAIN: `go${version}` };
  return Object.entries({ ...Object.fromEntries(reach), ...goEnvironment, ...own }).map(([k, v]) => `${k}=${v}`);
}

/** Go in a container. It runs as the user who asks, and no longer than this process. */
export function containerGo({ docker }: Engine, options: ContainerGoOptions): Go {
  const { image, cache } = options;
  return {
    async run({ folder, into, args, env: more, onLine }): Promise<ProgramResult> {
      await mkdir(cache, { recursive: true });
      const binds = [`${folder}:/source:ro`, `${into}:/out`, `${cache}:/cache`];
      if (existsSync(certificates)) binds.push(`${certificates}:${certificates}:ro`);
      const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
      const container = await docker.createContainer({
        Image: image,
        Cmd: ['go', ...args('/out')],
        Env: [...environment(options), ...Object.entries(more?.('/out') ?? {}).map(([k, v]) => `${k}=${v}`)],
        WorkingDir: '/source',
        User: user,
        Labels: { seatrial: 'setup' },
        OpenStdin: true,
        StdinOnce: true,
        HostConfig: { Binds: binds, NetworkMode: 'host', AutoRemove: true },
      });
      const { tail } = await attach(container, onLine);
      const ended = container.wait({ condition: 'next-exit' });
      await container.start();
      const { StatusCode: code } = await ended;
      return { code, tail: await tail };
    },
  };
}
