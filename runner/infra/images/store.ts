import { join } from 'node:path';
import { message } from '../../words/message.ts';
import type { Engine, Env } from '../engine/engine.ts';
import { goImage } from '../go/goImage.ts';
import { withLock } from '../lock.ts';
import type { Report } from '../progress/report.ts';
import { SetupError } from '../SetupError.ts';
import { buildImage, removeLayers } from './build.ts';
import { debianBase } from './debianBase.ts';
import { hasImage } from './hasImage.ts';
import { packageBase } from './packageBase.ts';
import { type Recipe, readRecipe, recipeNames } from './recipe.ts';
import { registryOf } from './registry.ts';

export type StoredImage = {
  readonly name: string;
  readonly purpose: string;
  readonly reference: string;
  /** `current`: of today's recipe. `old`: of an earlier one. `missing`: not built yet. */
  readonly state: 'current' | 'old' | 'missing';
  /** bytes */
  readonly size: number;
  /** ms since 1970 */
  readonly createdAt: number;
};

export type ImageStore = {
  /** Makes sure that these images are there as their recipes say; returns how to name each to the engine. */
  ensure(names: readonly string[], report: Report): Promise<ReadonlyMap<string, string>>;
  list(): Promise<readonly StoredImage[]>;
  /** Removes every version of an image, by its name; returns what was removed. */
  remove(name: string): Promise<readonly string[]>;
  /** Names of all recipes. */
  names(): Promise<readonly string[]>;
};

export type ImageStoreOptions = { readonly folder: string; readonly env: Env };

/** The images that Seatrial makes from the recipes in `folder` and keeps on the learner's engine, by the hash of what they are made from. */
export function imageStore(engine: Engine, { folder, env }: ImageStoreOptions): ImageStore {
  const { docker } = engine;
  const registry = registryOf(engine);

  async function stored(name?: string) {
    const images = await docker.listImages({
      filters: { label: [name ? `seatrial.image=${name}` : 'seatrial.image'] },
    });
    return images.flatMap(({ RepoTags, Labels, Size, Created, Id }) =>
      (RepoTags ?? [])
        .filter((tag) => tag !== '<none>:<none>')
        .map((tag) => ({
          tag,
          name: Labels?.['seatrial.image'] ?? '',
          size: Size,
          createdAt: Created * 1000,
          id: Id,
        })),
    );
  }

  async function baseFor(recipe: Recipe, report: Report): Promise<string> {
    if (recipe.base === 'scratch') return recipe.base;
    if (await registry.provide(recipe.base, report)) return recipe.base;
    if (recipe.name !== 'node') return debianBase(engine, env, report);
    const { makeNodeBase } = await import('../node/makeNodeBase.ts');
    return makeNodeBase(engine, { recipe, folder: join(folder, recipe.name), env, report });
  }

  async function make(recipe: Recipe, report: Report): Promise<void> {
    const { name, reference } = recipe;
    const wait = () => report.note(message('setup.image-other-builds', { name }));
    await withLock(`${engine.endpoint} ${name}`, wait, async () => {
      if (await hasImage(engine, reference)) return;
      const base = await baseFor(recipe, report);
      await report.task(message('setup.task-image', { name }), (task) => buildImage(engine, recipe, base, task));
    });
  }

  return {
    names: () => recipeNames(folder),

    async ensure(names, report) {
      const recipes = await Promise.all(names.map((name) => readRecipe(folder, name)));
      const there = new Set((await stored()).map(({ tag }) => tag));
      const missing = recipes.filter(({ reference }) => !there.has(reference));
      report.plan(missing.map(({ name }) => message('setup.task-image', { name })));
      for (const recipe of missing) await make(recipe, report);
      return new Map(recipes.map(({ name, reference }) => [name, reference]));
    },

    async list() {
      const recipes = await Promise.all((await recipeNames(folder)).map((name) => readRecipe(folder, name)));
      const images = await stored();
      const purposes = new Map(recipes.map(({ name, purpose }) => [name, purpose]));
      const node = recipes.find(({ name }) => name === 'node');
      const current = new Set([
        packageBase.reference,
        ...recipes.map(({ reference }) => reference),
        ...(node ? [goImage(node)] : []),
      ]);
      const here = images.map(({ tag, name, size, createdAt }): StoredImage => {
        const state = current.has(tag) ? 'current' : 'old';
        return { name, purpose: purposes.get(name) ?? '', reference: tag, state, size, createdAt };
      });
      const missing = recipes
        .filter(({ reference }) => !images.some(({ tag }) => tag === reference))
        .map(({ name, purpose, reference }): StoredImage => {
          return { name, purpose, reference, state: 'missing', size: 0, createdAt: 0 };
        });
      return [...here, ...missing].toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
    },

    async remove(name) {
      const images = await stored(name);
      for (const { tag } of images) {
        try {
          await docker.getImage(tag).remove();
        } catch (cause) {
          // 409: a container uses it (Engine API, `DELETE /images/{name}`).
          if (!(cause instanceof Error && 'statusCode' in cause && cause.statusCode === 409)) throw cause;
          throw new SetupError(message('setup.image-in-use', { reference: tag }), { cause });
        }
      }
      await removeLayers(engine, name);
      return images.map(({ tag }) => tag);
    },
  };
}
