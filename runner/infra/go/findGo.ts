import type { Env } from '../engine/engine.ts';
import { which } from '../engine/facts.ts';
import { runProgram } from '../runProgram.ts';
import { isAtLeast } from './versions.ts';

export type FoundGo = { readonly program: string; readonly version: string };

/** The computer's own Go: on the PATH, or where its installer puts it. Undefined where there is none so new. */
export async function findGo(env: Env, least: string): Promise<FoundGo | undefined> {
  const programs = [which('go', env), '/usr/local/go/bin/go'].filter((each) => each !== undefined);
  const asked = programs.map(async (program): Promise<readonly FoundGo[]> => {
    // Outside of any module, so that none asks for another version than the program's own.
    const { code, tail } = await runProgram(program, ['env', 'GOVERSION'], { env, cwd: '/' });
    const version = tail.at(-1)?.match(/^go(\d\S*)/)?.[1];
    return code === 0 && version && isAtLeast(version, least) ? [{ program, version }] : [];
  });
  return (await Promise.all(asked)).flat()[0];
}
