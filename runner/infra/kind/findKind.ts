import { join } from 'node:path';
import type { Env } from '../engine/engine.ts';
import { which } from '../engine/facts.ts';
import { cacheFolder } from '../environment.ts';
import { isAtLeast } from '../go/versions.ts';
import { runProgram } from '../runProgram.ts';
import { kindVersion } from './release.ts';

export type FoundKind = { readonly program: string; readonly version: string };

/** Where our own is kept: never on anybody's PATH. */
export const ownKind = (env: Env): string => join(cacheFolder(env), 'kind', kindVersion, 'kind');

/** A kind and its version, whatever it is; undefined where that is none. */
export async function askKind(program: string, env: Env): Promise<FoundKind | undefined> {
  const { code, tail } = await runProgram(program, ['version'], { env });
  const version = tail.join('\n').match(/^kind v?(\d+\.\d+\.\d+)/m)?.[1];
  return code === 0 && version ? { program, version } : undefined;
}

/** The kind to make clusters with: the learner's own where it is new enough, else ours, if it is there. */
export async function findKind(env: Env): Promise<FoundKind | undefined> {
  const installed = which('kind', env);
  for (const program of installed ? [installed, ownKind(env)] : [ownKind(env)]) {
    const found = await askKind(program, env);
    if (found && isAtLeast(found.version, kindVersion)) return found;
  }
  return undefined;
}
