import { resolve } from 'node:path';
import { engineOrThrow, type Prepared, prepare } from '../../runner/commands/setup/prepare.ts';
import type { Engine } from '../../runner/infra/engine/engine.ts';
import { findEngine } from '../../runner/infra/engine/findEngine.ts';
import { say } from '../../runner/words/say.ts';
import { WorldError } from '../../runner/world/world.ts';

/** An engine that is missing fails a test with set-up's own sentence. */
async function orSay<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    throw error instanceof WorldError ? new Error(say('en', error.explanation), { cause: error }) : error;
  });
}

/** The engine that tests use: the one that set-up finds for a learner. */
export const testEngine = (): Promise<Engine> => orSay(async () => engineOrThrow(await findEngine(process.env), 'en'));

/** That engine with the project's images on it. Tests install nothing: `npm test` has done it before they begin. */
export const prepared = (): Promise<Prepared> =>
  orSay(() =>
    prepare({
      images: 'all',
      language: 'en',
      env: { ...process.env, SEATRIAL_INSTALL: 'never' },
      stdin: process.stdin,
      stderr: process.stderr,
      root: resolve(import.meta.dirname, '../..'),
    }),
  );
