import { join } from 'node:path';
import type { Source } from '../../infra/engine/candidates.ts';
import type { Env } from '../../infra/engine/engine.ts';
import { factsOf } from '../../infra/engine/facts.ts';
import { findEngine, type SilentEngine } from '../../infra/engine/findEngine.ts';
import { registryOf } from '../../infra/images/registry.ts';
import { imageStore } from '../../infra/images/store.ts';
import { type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { examineDisk, examineMemory, examineNode, examinePlatform } from './computer.ts';
import type { Examined } from './examined.ts';
import { examineImages, examineRegistry } from './images.ts';
import { examineCluster, examineKind } from './kubernetes.ts';
import { examinePrivileged } from './privileged.ts';

export type ExamineOptions = { readonly env: Env; readonly language: Language; readonly root: string };

const title = message('setup.doctor-engine');

function sourceOf(source: Source) {
  if (source.kind === 'host') return message('setup.doctor-source-host');
  if (source.kind === 'context') return message('setup.doctor-source-context', { name: source.name });
  return message('setup.doctor-source-usual');
}

function missing(tried: readonly SilentEngine[], language: Language): Examined {
  const words = tried.map(({ host, why }) =>
    say(language, message('setup.doctor-tried', { host, why: say(language, why) })),
  );
  const detail = message('setup.doctor-engine-none', { tried: words.join('\n') });
  return { id: 'engine', title, status: 'failed', detail };
}

/** Looks at everything a lab needs and changes nothing; each finding is handed on as soon as it is known. */
export async function* examine({ env, language, root }: ExamineOptions): AsyncGenerator<Examined> {
  const facts = factsOf(env);
  yield examineNode();
  yield examinePlatform(facts);
  yield examineMemory();
  const finding = await findEngine(env);
  if (finding.status !== 'found') {
    yield missing(finding.status === 'missing' ? finding.tried : [finding.tried], language);
    yield await examineDisk(undefined, root, false);
    return;
  }
  const { engine, source } = finding;
  const where = { version: engine.version, host: engine.endpoint, source: say(language, sourceOf(source)) };
  yield { id: 'engine', title, status: 'ok', detail: message('setup.doctor-engine-at', where) };
  const version = engine.cgroup.slice(1);
  const cgroup = message('setup.doctor-cgroup-is', { version });
  yield { id: 'cgroup', title: message('setup.doctor-cgroup'), status: 'ok', detail: cgroup };

  const images = await imageStore(engine, { folder: join(root, 'images'), env }).list();
  const current = images.filter(({ state }) => state === 'current');
  const tryable = current.find(({ name }) => name === 'machine') ?? current[0];
  yield await examinePrivileged(engine, tryable?.reference);
  const info: { DockerRootDir?: string } = await engine.docker.info();
  const built = images.every(({ state }) => state !== 'missing');
  yield await examineDisk(engine.endpoint.startsWith('unix:') ? info.DockerRootDir : undefined, root, built);
  yield await examineRegistry(registryOf(engine), facts, env, images);
  yield examineImages(images);
  yield await examineKind(env);
  yield await examineCluster(env, root, images);
}
