import type Docker from 'dockerode';
import { type Message, message } from '../../words/message.ts';
import { WorldError } from '../../world/world.ts';
import { verifyCluster } from './baseline/verifyCluster.ts';
import { bringUp } from './bringUp.ts';
import { recipeOf } from './config.ts';
import { createCluster, type Maker, type Wanted } from './createCluster.ts';
import { findCluster, type OurCluster } from './findCluster.ts';
import { hasPlaces } from './hasPlaces.ts';
import { isLockedOut } from './isLockedOut.ts';
import type { OpenCluster } from './live.ts';
import { keptCluster } from './names.ts';
import { refusalTold } from './refusalTold.ts';
import { removeCluster } from './removeCluster.ts';

type Situation = Pick<Wanted, 'signal' | 'tell'>;

/**
The cluster that is kept, proven to be as it was made: opened, awakened, put in order, or made where there is none that
today's labs can use. Rejects with `WorldError` where it is in disorder and others are at work on it.
*/
export async function ensureKept(maker: Maker, situation: Situation): Promise<OpenCluster> {
  const { name, found } = await keptName(maker);
  if (!found) situation.tell(message('cluster.creating'));
  else {
    const usable = await refusalTold(name, () => use(maker, found, situation));
    if ('live' in usable) return usable.live;
    situation.tell(usable.why);
    await removeCluster(maker.docker, name);
  }
  return made(maker, { ...situation, name, nodes: 1 });
}

type Usable = { readonly live: OpenCluster } | { readonly why: Message };

/** Opens the cluster that is kept, or says why another must be made in its place. */
async function use(maker: Maker, found: OurCluster, { signal, tell }: Situation): Promise<Usable> {
  const { docker } = maker;
  const { name: cluster, record } = found;
  const isWhole = found.nodes.length >= record.made.nodes;
  if (isWhole && record.complete === undefined) return { why: message('cluster.remade-half-made', { cluster }) };
  let live: Awaited<ReturnType<typeof bringUp>> | undefined;
  try {
    live = await bringUp(
      docker,
      found,
      (why) => tell(message(`cluster.${why === 'asleep' ? 'waking' : 'off-network'}`)),
      signal,
    );
    return await proven(maker, live, { signal, tell });
  } catch (error) {
    live?.api.close();
    signal.throwIfAborted();
    return instead(docker, found, error);
  }
}

async function proven(
  { docker, image }: Maker,
  live: OpenCluster & { readonly mended: readonly string[] },
  { signal, tell }: Situation,
): Promise<Usable> {
  const { name: cluster, record } = live;
  const proof = await verifyCluster({ docker, live, signal });
  if (proof.kind === 'restored') tell(proof.what);
  // Whoever is at work on an older one is not to lose it for a newer one.
  const outdated = record.made.recipe !== recipeOf(image, 1) && proof.isFree;
  if (proof.kind !== 'spoiled' && !outdated) return { live };
  if (!proof.isFree) throw new WorldError(message('cluster.spoiled', { cluster }));
  live.api.close();
  return { why: message(outdated ? 'cluster.remade-outdated' : 'cluster.remade-spoiled', { cluster }) };
}

/**
Says why another cluster must be made in place of one that failed like this: because it is broken, or somebody has taken the
runner's rights away. Rejects where machines would lose their place by that, and with what may pass.
*/
async function instead(docker: Docker, { name: cluster, record }: OurCluster, error: unknown): Promise<Usable> {
  const isBroken = error instanceof WorldError && error.code === 'broken';
  if (!isBroken && !isLockedOut(error)) throw error;
  if (record.complete && (await hasPlaces(docker, record.complete)))
    throw new WorldError(message(isBroken ? 'cluster.broken-shared' : 'cluster.spoiled', { cluster }), {
      cause: error,
    });
  return { why: message(isBroken ? 'cluster.remade-broken' : 'cluster.remade-spoiled', { cluster }) };
}

/** A cluster for this session alone. */
export async function makeOwn(maker: Maker, wanted: Wanted): Promise<OpenCluster> {
  wanted.tell(message('cluster.creating-own', { nodes: wanted.nodes }));
  await removeCluster(maker.docker, wanted.name);
  return made(maker, wanted);
}

const made = (maker: Maker, wanted: Wanted): Promise<OpenCluster> =>
  refusalTold(wanted.name, async () => {
    await createCluster(maker, wanted);
    const found = await findCluster(maker.docker, wanted.name);
    if (found.kind !== 'ours') throw new WorldError(message('cluster.vanished', { cluster: wanted.name }));
    return bringUp(maker.docker, found, () => undefined, wanted.signal);
  });

/** The first of the names for the kept cluster that nobody else has taken, and what of ours has it. */
export async function keptName({
  docker,
  kept = keptCluster,
}: Pick<Maker, 'docker' | 'kept'>): Promise<{ readonly name: string; readonly found?: OurCluster }> {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? kept : `${kept}-${count}`;
    const found = await findCluster(docker, name);
    if (found.kind === 'nothing') return { name };
    if (found.kind === 'ours') return { name, found };
  }
}
