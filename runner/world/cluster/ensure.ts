import { message } from '../../words/message.ts';
import { WorldError } from '../world.ts';
import { recipeOf } from './config.ts';
import { createCluster, type Maker, type Wanted } from './createCluster.ts';
import { findCluster, type OurCluster } from './findCluster.ts';
import type { Live } from './live.ts';
import { keptCluster } from './names.ts';
import { removeCluster } from './removeCluster.ts';
import { wakeUp } from './wakeUp.ts';

type Situation = Pick<Wanted, 'signal' | 'tell'>;

/** The cluster that is kept: opened, awakened, or made where there is none, or none that today's labs can use. */
export async function ensureKept(maker: Maker, situation: Situation): Promise<Live> {
  const { docker, image } = maker;
  const { signal, tell } = situation;
  const { name, found } = await keptName(maker);
  if (found) {
    const why = found.record.complete === undefined ? 'half-made' : undefined;
    if (why === undefined && found.record.made.recipe === recipeOf(image, 1)) {
      const live = await wakeUp(docker, found, () => tell(message('cluster.waking')), signal).catch(() => undefined);
      signal.throwIfAborted();
      if (live) return live;
      tell(message('cluster.remade-broken', { cluster: name }));
    } else tell(message(why ? 'cluster.remade-half-made' : 'cluster.remade-outdated', { cluster: name }));
    await removeCluster(docker, name);
  } else tell(message('cluster.creating'));
  return made(maker, { ...situation, name, nodes: 1 });
}

/** A cluster for this session alone. */
export async function makeOwn(maker: Maker, wanted: Wanted): Promise<Live> {
  wanted.tell(message('cluster.creating-own', { nodes: wanted.nodes }));
  await removeCluster(maker.docker, wanted.name);
  return made(maker, wanted);
}

async function made(maker: Maker, wanted: Wanted): Promise<Live> {
  await createCluster(maker, wanted);
  const found = await findCluster(maker.docker, wanted.name);
  if (found.kind !== 'ours') throw new WorldError(message('cluster.vanished', { cluster: wanted.name }));
  return wakeUp(maker.docker, found, () => undefined, wanted.signal);
}

/** The first of the names for the kept cluster that nobody else has taken, and what of ours has it. */
export async function keptName({
  docker,
}: Pick<Maker, 'docker'>): Promise<{ readonly name: string; readonly found?: OurCluster }> {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? keptCluster : `${keptCluster}-${count}`;
    const found = await findCluster(docker, name);
    if (found.kind === 'nothing') return { name };
    if (found.kind === 'ours') return { name, found };
  }
}
