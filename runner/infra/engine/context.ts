import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import type { Env } from './engine.ts';

const Config = z.object({ currentContext: z.string().optional() });

const Meta = z.object({
  Endpoints: z.object({ docker: z.object({ Host: z.string(), SkipTLSVerify: z.boolean().default(false) }) }),
});

export type DockerContext = { readonly name: string; readonly endpoint: Endpoint | undefined };

function readJson<T>(path: string, shape: z.ZodType<T>): T | undefined {
  try {
    return shape.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** The folder of docker(1)'s own settings. */
export const dockerFolder = (env: Env): string => env.DOCKER_CONFIG || join(env.HOME || '/root', '.docker');

/**
The docker context that docker(1) would use, if one is chosen that is not `default`. Its endpoint is undefined where the
context's files cannot be read. A context lies in the folder that the SHA-256 of its name names (docker/cli, cli/context/store).
*/
export function currentContext(env: Env): DockerContext | undefined {
  const folder = dockerFolder(env);
  const name = env.DOCKER_CONTEXT || readJson(join(folder, 'config.json'), Config)?.currentContext;
  if (!name || name === 'default') return undefined;
  const id = createHash('sha256').update(name).digest('hex');
  const docker = readJson(join(folder, 'contexts/meta', id, 'meta.json'), Meta)?.Endpoints.docker;
  if (!docker) return { name, endpoint: undefined };
  const certificates = join(folder, 'contexts/tls', id, 'docker');
  const tls = existsSync(certificates) && { tls: { folder: certificates, verify: !docker.SkipTLSVerify } };
  return { name, endpoint: { host: docker.Host, ...tls } };
}
