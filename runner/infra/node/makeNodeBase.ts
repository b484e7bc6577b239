import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../../words/message.ts';
import type { Engine, Env } from '../engine/engine.ts';
import { cacheFolder } from '../environment.ts';
import { goImage } from '../go/goImage.ts';
import { goCache, provideGo } from '../go/provideGo.ts';
import { buildContext, removeLayers } from '../images/build.ts';
import { type BuiltFile, contextOf } from '../images/context.ts';
import { importDebian } from '../images/debian.ts';
import { debianBase } from '../images/debianBase.ts';
import { hasImage } from '../images/hasImage.ts';
import { inFolder, type Recipe } from '../images/recipe.ts';
import { stagesOf } from '../progress/part.ts';
import type { Report, Task } from '../progress/report.ts';
import { nodeDebian } from './nodeDebian.ts';
import { preload } from './preload.ts';
import { buildPrograms, kubernetesVersion, programs, programWeights } from './programs.ts';

/** Seconds that each stage takes on two cores. */
const weights = {
  programs: Object.values(programWeights).reduce<number>((sum, each) => sum + each, 0),
  debian: 25,
  node: 5,
  pause: 12,
  pods: 10,
  preload: 20,
} as const;

/** Images of the cluster's own Pods, under the names that its manifests and containerd's settings have. */
const podImages = { programs: 'seatrial.local/programs:v1', pause: 'seatrial.local/pause:v1' } as const;

const name = 'node';
const label = `LABEL seatrial.image=${name}`;

type Options = {
  readonly recipe: Recipe;
  /** `images/node` */
  readonly folder: string;
  readonly env: Env;
  readonly report: Report;
};

type Made = { readonly engine: Engine; readonly recipe: Recipe; readonly base: string; readonly built: string };

/** Builds one folder of the recipe, and what was compiled for it. */
function part({ engine, recipe }: Made, folder: string, args: Readonly<Record<string, string>>, more: PartOptions) {
  const context = contextOf(name, inFolder(recipe, folder), more.built);
  const { reference, task } = more;
  return buildContext(engine, { name, context, args, ...(reference && { reference }) }, task);
}

type PartOptions = { readonly task: Task; readonly reference?: string; readonly built?: readonly BuiltFile[] };

/** Names that were only needed while it was made. */
async function unname(engine: Engine, references: readonly string[]): Promise<void> {
  for (const reference of references) {
    if (await hasImage(engine, reference)) await engine.docker.getImage(reference).remove({ force: true });
  }
}

async function assemble(made: Made, version: string, env: Env, stages: Readonly<Record<keyof typeof weights, Task>>) {
  const { engine, base, built, recipe } = made;
  try {
    const debian = await importDebian(engine, { ...nodeDebian, changes: [label] }, env, stages.debian);
    const root = await part(made, 'debian', { BASE: debian, KUBERNETES: version }, { task: stages.node });
    await part(made, 'pause', { BASE: base }, { task: stages.pause, reference: podImages.pause });
    const files = programs.map((each) => ({ path: `programs/${each}`, from: join(built, each) }));
    await part(made, 'pods', { BASE: root }, { task: stages.pods, reference: podImages.programs, built: files });
    const script =
      inFolder(recipe, 'pods')
        .find(({ path }) => path === 'preload')
        ?.content.toString() ?? '';
    return await preload(engine, { root, script, images: [podImages.programs, podImages.pause] }, stages.preload);
  } finally {
    await unname(engine, Object.values(podImages));
  }
}

/**
Makes what a node is made of where no registry answers: Debian packages and Go modules (`images/node`). Returns the ID of
its image, which has no name. A build that broke off goes on with what Go has compiled. Throws a {@link SetupError}.
*/
export async function makeNodeBase(engine: Engine, { recipe, folder, env, report }: Options): Promise<string> {
  const base = await debianBase(engine, env, report);
  const go = await provideGo(engine, recipe, env, report);
  const built = join(cacheFolder(env), 'node');
  const goMod = recipe.files.find(({ path }) => path === 'programs/kubernetes/go.mod')?.content.toString() ?? '';
  const version = kubernetesVersion(goMod);
  // What a build left that was ended from outside.
  await unname(engine, Object.values(podImages));
  await removeLayers(engine, name);
  try {
    const id = await report.task(message('setup.task-node', { version }), async (task) => {
      const stages = stagesOf(task, weights);
      await buildPrograms(go, join(folder, 'programs'), version, built, stages.programs);
      return assemble({ engine, recipe, base, built }, version, env, stages);
    });
    // What a finished build leaves is of no use to a learner, and ten times as big as the image.
    for (const each of [built, goCache(env)]) await rm(each, { recursive: true, force: true });
    await unname(engine, [goImage(recipe)]);
    return id;
  } catch (error) {
    await removeLayers(engine, name);
    throw error;
  }
}
