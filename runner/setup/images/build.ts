import { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import { message } from '../../words/message.ts';
import { packageTrouble } from '../apt.ts';
import type { Engine } from '../engine/engine.ts';
import type { Task } from '../progress/report.ts';
import { SetupError } from '../SetupError.ts';
import { EngineRefusal, readBuild } from './readBuild.ts';
import type { Recipe } from './recipe.ts';

/** The recipe's folder as the engine wants it; no times and owners, so that equal files make equal layers. */
function contextOf({ files }: Recipe): Readable {
  const tar = pack();
  for (const { path, executable, content } of files) {
    tar.entry({ name: path, mode: executable ? 0o755 : 0o644, mtime: new Date(0) }, content);
  }
  tar.finalize();
  return Readable.from(tar);
}

const kept = 10;

/** A failed build leaves the layers that it had made; only what nobody has named since is taken away. */
async function removeLayers({ docker }: Engine, ids: readonly string[]): Promise<void> {
  for (const id of ids.toReversed()) {
    const image = docker.getImage(id);
    const tags = await image.inspect().then(
      ({ RepoTags, RepoDigests }) => [...(RepoTags ?? []), ...(RepoDigests ?? [])],
      () => ['gone'],
    );
    if (tags.length > 0) return;
    await image.remove().catch(() => {});
  }
}

function trouble(name: string, reason: unknown, log: readonly string[]): SetupError {
  const text = [...log, reason instanceof Error ? reason.message : String(reason)].join('\n');
  const known = packageTrouble([name], log);
  if (/no space left/i.test(text)) return new SetupError(message('setup.disk-full', { log: text }), { cause: reason });
  if (known.explanation.id !== 'setup.apt-failed') return known;
  return new SetupError(message('setup.image-failed', { name, log: text }), { cause: reason });
}

/**
Builds an image by the engine's own builder, which every engine has, on the base given. The container that a step runs in
uses the computer's network, since a bridge may not reach the package archive.
*/
export async function buildImage(engine: Engine, recipe: Recipe, base: string, task: Task): Promise<void> {
  const { name, hash, reference } = recipe;
  const layers: string[] = [];
  const log: string[] = [];
  try {
    const stream = await engine.docker.buildImage(contextOf(recipe), {
      t: reference,
      labels: { 'seatrial.image': name, 'seatrial.hash': hash, 'seatrial.base': base },
      buildargs: { BASE: base },
      networkmode: 'host',
      rm: true,
      forcerm: true,
      version: '1',
    });
    await readBuild(stream, ({ stream: text = '' }) => {
      const [, step, steps] = text.match(/^Step (\d+)\/(\d+) : /) ?? [];
      if (step && steps) task.progress(Number(step) - 1, Number(steps));
      const layer = text.match(/^ ---> ([0-9a-f]{12})\n/)?.[1];
      if (layer) layers.push(layer);
      for (const line of text.split('\n').filter((each) => each.trim())) {
        task.line(line);
        log.push(line);
        if (log.length > kept) log.shift();
      }
    });
  } catch (error) {
    await removeLayers(engine, layers);
    if (error instanceof EngineRefusal || error instanceof Error) throw trouble(name, error, log);
    throw error;
  }
}
