import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { message } from '../../words/message.ts';
import type { Engine, Env } from '../engine/engine.ts';
import { goTrouble } from '../go/goTrouble.ts';
import { jobs } from '../go/jobs.ts';
import { provideGo } from '../go/provideGo.ts';
import { readRecipe } from '../images/recipe.ts';
import { withLock } from '../lock.ts';
import type { Report } from '../progress/report.ts';
import { downloadKind } from './download.ts';
import { findKind, ownKind } from './findKind.ts';
import { kindRelease, kindVersion } from './release.ts';

export type KindOptions = {
  readonly engine: Engine;
  readonly env: Env;
  readonly report: Report;
  /** `images/`: what Go is built with where there is none. */
  readonly images: string;
};

/** Packages that are compiled for it where nothing is in Go's cache. */
const compiled = 330;

async function buildKind({ engine, env, report, images }: KindOptions, path: string): Promise<void> {
  const go = await provideGo(engine, await readRecipe(images, 'node'), env, report);
  await mkdir(dirname(path), { recursive: true });
  // On the same file system as where it goes, so that it is there whole or not at all.
  const folder = await mkdtemp(`${path}-`);
  try {
    await report.task(message('setup.task-kind-build', { version: kindVersion }), async (task) => {
      let done = 0;
      const { code, tail } = await go.run({
        folder: tmpdir(),
        into: folder,
        args: () => ['install', '-v', '-trimpath', `-p=${jobs()}`, `sigs.k8s.io/kind@v${kindVersion}`],
        env: (into) => ({ GOBIN: into }),
        onLine: (line) => {
          task.line(line);
          if (!line.startsWith('go: ')) task.progress(++done, compiled);
        },
      });
      if (code !== 0) throw goTrouble('kind', tail);
      await rename(join(folder, 'kind'), path);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
The path of a kind that fits: the learner's own; else ours, which is fetched, or built where nothing can be fetched.
Throws a {@link SetupError} that says why there is none.
*/
export async function kindProgram(options: KindOptions): Promise<string> {
  const { env, report } = options;
  const found = await findKind(env);
  if (found) return found.program;
  const path = ownKind(env);
  const wait = () => report.note(message('setup.kind-other'));
  return withLock(`kind ${path}`, wait, async () => {
    const others = await findKind(env);
    if (others) return others.program;
    const release = kindRelease(process.platform, process.arch);
    const title = message('setup.task-kind', { version: kindVersion });
    const came = release && (await report.task(title, (task) => downloadKind(release, path, task)));
    if (!came) await buildKind(options, path);
    return path;
  });
}
