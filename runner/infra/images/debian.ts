import type { Readable } from 'node:stream';
import { message } from '../../words/message.ts';
import { installPackages, packageTrouble } from '../apt.ts';
import type { Engine, Env } from '../engine/engine.ts';
import { factsOf, type HostFacts, which } from '../engine/facts.ts';
import type { Task } from '../progress/report.ts';
import { runProgram } from '../runProgram.ts';
import { SetupError } from '../SetupError.ts';
import { readBuild } from './readBuild.ts';

/** A Debian made of packages, by mmdebstrap(1). */
export type Debian = {
  readonly suite: string;
  readonly args: readonly string[];
  /** What the image of it says of itself, as in a Dockerfile. */
  readonly changes: readonly string[];
};

/** mmdebstrap's stages, as its log on the standard error names them (`I: …`). */
const stages = [
  'automatically chosen mode',
  'running apt-get update',
  'downloading',
  'extracting',
  'installing essential',
  'installing remaining',
  'cleaning',
  'creating tarball',
];

async function ensureTool(env: Env, facts: HostFacts, task: Task): Promise<void> {
  if (which('mmdebstrap', env)) return;
  if (!facts.apt || !facts.root) {
    throw new SetupError(message('setup.base-no-tool', { distribution: facts.distribution }));
  }
  await installPackages(['mmdebstrap'], { sudo: false, env, task, optional: ['debian-archive-keyring'] });
}

async function importTar(docker: Engine['docker'], tar: Readable, changes: readonly string[]): Promise<string> {
  return readBuild(await docker.importImage(tar, { changes }));
}

/** Makes a Debian from packages and imports it; returns the image's ID, it has no name. Throws a {@link SetupError} that says what lacks. */
export async function importDebian(
  { docker }: Engine,
  { suite, args, changes }: Debian,
  env: Env,
  task: Task,
  facts = factsOf(env),
): Promise<string> {
  await ensureTool(env, facts, task);
  // Settled from the start: a tool that fails closes the stream first, and the engine then hangs up before we know why.
  const imports: Promise<PromiseSettledResult<string>[]>[] = [];
  const { code, tail } = await runProgram('mmdebstrap', [...args, suite, '-'], {
    env,
    onOutput: (tar) => imports.push(Promise.allSettled([importTar(docker, tar, changes)])),
    onLine: (line) => {
      task.line(line.replace(/^I: /, ''));
      const stage = stages.findIndex((text) => line.includes(text));
      if (stage >= 0) task.progress(stage, stages.length);
    },
  });
  const imported = (await imports[0])?.[0];
  if (code !== 0) {
    if (imported?.status === 'fulfilled') await docker.getImage(imported.value).remove({ force: true });
    throw packageTrouble(['mmdebstrap', suite], tail);
  }
  if (imported?.status !== 'fulfilled') throw imported?.reason;
  return imported.value;
}
