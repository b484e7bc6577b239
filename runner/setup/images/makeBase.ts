import type { Readable } from 'node:stream';
import { message } from '../../words/message.ts';
import { installPackages, packageTrouble } from '../apt.ts';
import type { Engine, Env } from '../engine/engine.ts';
import { type Facts, factsOf, which } from '../engine/facts.ts';
import type { Task } from '../progress/report.ts';
import { run } from '../run.ts';
import { SetupError } from '../SetupError.ts';
import { packageBase } from './packageBase.ts';
import { readBuild } from './readBuild.ts';

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

async function ensureTool(env: Env, facts: Facts, task: Task): Promise<void> {
  if (which('mmdebstrap', env)) return;
  if (!facts.apt || !facts.root) {
    throw new SetupError(message('setup.base-no-tool', { distribution: facts.distribution }));
  }
  await installPackages(['mmdebstrap'], { sudo: false, env, task, optional: ['debian-archive-keyring'] });
}

async function importBase(docker: Engine['docker'], tar: Readable): Promise<string> {
  const changes = [`LABEL seatrial.image=base seatrial.hash=${packageBase.hash}`, 'CMD ["bash"]'];
  return readBuild(await docker.importImage(tar, { changes }));
}

/**
Makes the base from packages and imports it. It gets its name last, so an interrupted one is never taken for whole.
Throws a {@link SetupError} that says what lacks.
*/
export async function makeBase({ docker }: Engine, env: Env, task: Task, facts = factsOf(env)): Promise<string> {
  await ensureTool(env, facts, task);
  // Settled from the start: a tool that fails closes the stream first, and the engine then hangs up before we know why.
  const imports: Promise<PromiseSettledResult<string>[]>[] = [];
  const { code, tail } = await run('mmdebstrap', [...packageBase.args, packageBase.suite, '-'], {
    env,
    onOutput: (tar) => imports.push(Promise.allSettled([importBase(docker, tar)])),
    onLine: (line) => {
      task.line(line.replace(/^I: /, ''));
      const stage = stages.findIndex((text) => line.includes(text));
      if (stage >= 0) task.progress(stage, stages.length);
    },
  });
  const imported = (await imports[0])?.[0];
  if (code !== 0) {
    if (imported?.status === 'fulfilled') await docker.getImage(imported.value).remove({ force: true });
    throw packageTrouble(['mmdebstrap', packageBase.suite], tail);
  }
  if (imported?.status !== 'fulfilled') throw imported?.reason;
  await docker.getImage(imported.value).tag({ repo: packageBase.repo, tag: packageBase.hash });
  return packageBase.reference;
}
