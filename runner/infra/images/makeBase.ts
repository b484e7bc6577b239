import type { Engine, Env } from '../engine/engine.ts';
import { factsOf } from '../engine/facts.ts';
import type { Task } from '../progress/report.ts';
import { importDebian } from './debian.ts';
import { packageBase } from './packageBase.ts';

/**
Makes the base from packages and imports it. It gets its name last, so an interrupted one is never taken for whole.
Throws a {@link SetupError} that says what lacks.
*/
export async function makeBase(engine: Engine, env: Env, task: Task, facts = factsOf(env)): Promise<string> {
  const { suite, args, hash, repo, reference } = packageBase;
  const changes = [`LABEL seatrial.image=base seatrial.hash=${hash}`, 'CMD ["bash"]'];
  const id = await importDebian(engine, { suite, args, changes }, env, task, facts);
  await engine.docker.getImage(id).tag({ repo, tag: hash });
  return reference;
}
