import { join } from 'node:path';
import { availableMemory } from 'node:process';
import type { Env } from '../../infra/engine/engine.ts';
import { which } from '../../infra/engine/facts.ts';
import { findGo } from '../../infra/go/findGo.ts';
import { goVersion } from '../../infra/go/provideGo.ts';
import { readRecipe } from '../../infra/images/recipe.ts';
import type { StoredImage } from '../../infra/images/store.ts';
import { askKind, findKind } from '../../infra/kind/findKind.ts';
import { kindVersion } from '../../infra/kind/release.ts';
import { type Message, message } from '../../words/message.ts';
import type { Examined } from './examined.ts';
import { gigabytes } from './gigabytes.ts';

/** bytes: a cluster of one node takes 0.7 GB, a lab on it 1 GB. */
const memoryNeeded = 1.7e9;

/** What makes clusters. It speaks to the engine by the docker program, which is not everywhere where an engine is. */
export async function examineKind(env: Env): Promise<Examined> {
  const shown = { id: 'kind', title: message('setup.doctor-kind') };
  if (!which('docker', env)) return { ...shown, status: 'warning', detail: message('setup.doctor-kind-docker') };
  const found = await findKind(env);
  if (found) return { ...shown, status: 'ok', detail: message('setup.doctor-kind-at', { ...found }) };
  const installed = which('kind', env);
  const older = installed ? await askKind(installed, env) : undefined;
  const detail = older
    ? message('setup.doctor-kind-old', { ...older, needed: kindVersion })
    : message('setup.doctor-kind-none', { needed: kindVersion });
  return { ...shown, status: 'warning', detail };
}

async function howBuilt(env: Env, folder: string): Promise<Message> {
  const go = await findGo(env, goVersion(await readRecipe(folder, 'node')));
  return go ? message('setup.doctor-node-with-go', { ...go }) : message('setup.doctor-node-without-go');
}

/** Whether there is room for a cluster, and how its node's image comes here where it is not yet. */
export async function examineCluster(env: Env, root: string, images: readonly StoredImage[]): Promise<Examined> {
  const shown = { id: 'kubernetes', title: message('setup.doctor-kubernetes') };
  const bytes = availableMemory();
  const sizes = { free: gigabytes(bytes), needed: gigabytes(memoryNeeded) };
  if (bytes < memoryNeeded) return { ...shown, status: 'warning', detail: message('setup.doctor-cluster-low', sizes) };
  const built = images.some(({ name, state }) => name === 'node' && state === 'current');
  if (built) return { ...shown, status: 'ok', detail: message('setup.doctor-cluster-is', sizes) };
  return { ...shown, status: 'warning', detail: await howBuilt(env, join(root, 'images')) };
}
