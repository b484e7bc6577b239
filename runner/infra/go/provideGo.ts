import { join } from 'node:path';
import { message } from '../../words/message.ts';
import type { Engine, Env } from '../engine/engine.ts';
import { cacheFolder } from '../environment.ts';
import { buildContext } from '../images/build.ts';
import { contextOf } from '../images/context.ts';
import { debianBase } from '../images/debianBase.ts';
import { hasImage } from '../images/hasImage.ts';
import { inFolder, type Recipe } from '../images/recipe.ts';
import type { Report } from '../progress/report.ts';
import { containerGo } from './containerGo.ts';
import { findGo } from './findGo.ts';
import type { Go } from './go.ts';
import { goImage } from './goImage.ts';
import { hostGo } from './hostGo.ts';
import { goFor } from './versions.ts';

/** Where Go in a container keeps what it has fetched and compiled. */
export const goCache = (env: Env): string => join(cacheFolder(env), 'go');

export const goVersion = ({ files }: Recipe): string =>
  goFor(files.filter(({ path }) => path.endsWith('/go.mod')).map(({ content }) => content.toString()));

/** Go, new enough for what the node's recipe builds: the computer's own, else the distribution's in a container. */
export async function provideGo(engine: Engine, recipe: Recipe, env: Env, report: Report): Promise<Go> {
  const version = goVersion(recipe);
  const found = await findGo(env, version);
  if (found) return hostGo(found, env);
  const image = goImage(recipe);
  if (!(await hasImage(engine, image))) {
    const base = await debianBase(engine, env, report);
    await report.task(message('setup.task-go'), (task) =>
      buildContext(
        engine,
        { name: 'go', context: contextOf('go', inFolder(recipe, 'go')), reference: image, args: { BASE: base } },
        task,
      ),
    );
  }
  return containerGo(engine, { env, image, version, cache: goCache(env) });
}
