import type { Env } from '../engine/engine.ts';
import { runProgram } from '../runProgram.ts';
import type { FoundGo } from './findGo.ts';
import { type Go, goEnvironment } from './go.ts';

/** The computer's own Go, with its user's settings and caches. */
export const hostGo = ({ program }: FoundGo, env: Env): Go => ({
  run: ({ folder, into, args, env: more, onLine }) =>
    runProgram(program, args(into), { cwd: folder, env: { ...env, ...goEnvironment, ...more?.(into) }, onLine }),
});
