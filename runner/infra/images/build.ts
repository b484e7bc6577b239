import type { Readable } from 'node:stream';
import { message } from '../../words/message.ts';
import { packageTrouble } from '../apt.ts';
import type { Engine } from '../engine/engine.ts';
import type { Task } from '../progress/report.ts';
import { SetupError } from '../SetupError.ts';
import { contextOf } from './context.ts';
import { readBuild } from './readBuild.ts';
import type { Recipe } from './recipe.ts';
import { unmarked } from './unmarked.ts';

/** Removes the layers that builds of this image left when they failed or broke off; nobody has a name for them. */
export async function removeLayers({ docker }: Engine, name: string): Promise<void> {
  await docker.pruneImages({ filters: { dangling: ['true'], label: [`seatrial.image=${name}`] } });
}

const kept = 10;

/** Why an image could not be made, from the last lines that its tools wrote and the engine's own reason. */
export function imageTrouble(name: string, reason: unknown, log: readonly string[]): SetupError {
  if (reason instanceof SetupError) return reason;
  const text = [...log, reason instanceof Error ? reason.message : String(reason)].join('\n');
  const known = packageTrouble([name], log);
  if (/no space left/i.test(text)) return new SetupError(message('setup.disk-full', { log: text }), { cause: reason });
  if (known.code !== 'packages') return known;
  return new SetupError(message('setup.image-failed', { name, log: text }), { cause: reason });
}

export type Build = {
  /** Of the image that this is a part of; what is said if it fails. */
  readonly name: string;
  readonly context: Readable;
  /** Without one, the image has no name. */
  readonly reference?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly args: Readonly<Record<string, string>>;
};

/**
Builds by the engine's own builder, which every engine has; returns the image's ID. The container that a step runs in
uses the computer's network, since a bridge may not reach the package archive.
*/
export async function buildContext({ docker }: Engine, build: Build, task: Task): Promise<string> {
  const { name, context, reference, labels, args } = build;
  const log: string[] = [];
  try {
    const stream = await docker.buildImage(context, {
      ...(reference && { t: reference }),
      ...(labels && { labels }),
      buildargs: args,
      networkmode: 'host',
      rm: true,
      forcerm: true,
      version: '1',
    });
    return await readBuild(stream, ({ stream: text = '' }) => {
      const [, step, steps] = text.match(/^Step (\d+)\/(\d+) : /) ?? [];
      if (step && steps) task.progress(Number(step) - 1, Number(steps));
      for (const line of text.split('\n').filter((each) => each.trim())) {
        task.line(line);
        log.push(line);
        if (log.length > kept) log.shift();
      }
    });
  } catch (error) {
    throw imageTrouble(name, error, log);
  }
}

/** What learners stand on; all others are for them to look into. */
const hosts: ReadonlySet<string> = new Set(['machine', 'node']);

/** Builds an image on the base given and names it by its recipe. */
export async function buildImage(engine: Engine, recipe: Recipe, base: string, task: Task): Promise<void> {
  const { name, files, hash } = recipe;
  const labels = { 'seatrial.hash': hash, 'seatrial.base': base };
  try {
    const build = { name, context: contextOf(name, files), labels, args: { BASE: base } };
    const built = await buildContext(engine, build, task);
    const id = hosts.has(name) ? built : await unmarked(engine, built);
    await engine.docker.getImage(id).tag({ repo: `seatrial/${name}`, tag: hash });
  } finally {
    await removeLayers(engine, name);
  }
}
