import { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import { message } from '../../words/message.ts';
import { packageTrouble } from '../apt.ts';
import type { Engine } from '../engine/engine.ts';
import type { Task } from '../progress/report.ts';
import { SetupError } from '../SetupError.ts';
import { readBuild } from './readBuild.ts';
import type { Recipe } from './recipe.ts';

/** Every layer says whose it is from the first step on, so that those of a build that broke off can be found and removed. */
function labelled(dockerfile: Buffer, name: string): Buffer {
  return Buffer.from(dockerfile.toString().replace(/^FROM\s.*$/gim, (from) => `${from}\nLABEL seatrial.image=${name}`));
}

/** The recipe's folder as the engine wants it; no times and owners, so that equal files make equal layers. */
function contextOf({ files, name }: Recipe): Readable {
  const tar = pack();
  for (const { path, executable, content } of files) {
    const entry = { name: path, mode: executable ? 0o755 : 0o644, mtime: new Date(0) };
    tar.entry(entry, path === 'Dockerfile' ? labelled(content, name) : content);
  }
  tar.finalize();
  return Readable.from(tar);
}

/** Removes the layers that builds of this image left when they failed or broke off; nobody has a name for them. */
export async function removeLayers({ docker }: Engine, name: string): Promise<void> {
  await docker.pruneImages({ filters: { dangling: ['true'], label: [`seatrial.image=${name}`] } });
}

const kept = 10;

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
  const log: string[] = [];
  try {
    const stream = await engine.docker.buildImage(contextOf(recipe), {
      t: reference,
      labels: { 'seatrial.hash': hash, 'seatrial.base': base },
      buildargs: { BASE: base },
      networkmode: 'host',
      rm: true,
      forcerm: true,
      version: '1',
    });
    await readBuild(stream, ({ stream: text = '' }) => {
      const [, step, steps] = text.match(/^Step (\d+)\/(\d+) : /) ?? [];
      if (step && steps) task.progress(Number(step) - 1, Number(steps));
      for (const line of text.split('\n').filter((each) => each.trim())) {
        task.line(line);
        log.push(line);
        if (log.length > kept) log.shift();
      }
    });
  } catch (error) {
    throw trouble(name, error, log);
  } finally {
    await removeLayers(engine, name);
  }
}
