import { pipeline } from 'node:stream/promises';
import type Docker from 'dockerode';
import { attach } from '../attach.ts';
import type { Engine } from '../engine/engine.ts';
import { imageTrouble } from '../images/build.ts';
import { saveImages } from '../images/save.ts';
import type { Task } from '../progress/report.ts';
import { puttingAway } from '../putAway.ts';

const store = '/var/lib/containerd';

export type Preload = {
  /** ID of the image of a node's file system. */
  readonly root: string;
  /** The script of `images/node/pods/preload`. */
  readonly script: string;
  /** The images of the cluster's own Pods, the first of them the one with the programs. */
  readonly images: readonly [string, ...string[]];
};

const names = { unpacking: 'seatrial-node-unpacking', filling: 'seatrial-node-filling' } as const;

async function remove(docker: Docker, name: string): Promise<void> {
  const left = await docker.listContainers({ all: true, filters: { name: [`^/${name}$`] } });
  for (const { Id } of left) await docker.getContainer(Id).remove({ force: true, v: true });
}

/** A new container of this name; one that a build left which was killed is removed. */
async function fresh(docker: Docker, options: Docker.ContainerCreateOptions & { readonly name: string }) {
  await remove(docker, options.name);
  return docker.createContainer(options);
}

/**
Puts images into containerd's store in a node's file system, unpacked; returns the new file system's image, which has no
name. It needs a privileged container, which no build has.
*/
export function preload(engine: Engine, given: Preload, task: Task): Promise<string> {
  const putAway = () => Promise.all(Object.values(names).map((name) => remove(engine.docker, name)));
  return puttingAway(putAway, () => unpacked(engine, given, task));
}

async function unpacked(engine: Engine, { root, script, images }: Preload, task: Task): Promise<string> {
  const { docker } = engine;
  // Neither container has a label: the image would have it, and every node.
  const container = await fresh(docker, {
    name: names.unpacking,
    Image: root,
    Cmd: ['bash', '-c', script, 'preload', images[0]],
    OpenStdin: true,
    StdinOnce: true,
    // A volume: containerd's own layers need a file system that is none itself.
    HostConfig: { Privileged: true, NetworkMode: 'none', Mounts: [{ Type: 'volume', Target: store, Source: '' }] },
  });
  try {
    const { input, tail } = await attach(container, task.line);
    await container.start();
    // A script that fails reads no further; its own words say why.
    await pipeline(await saveImages(engine, images), input).catch(() => undefined);
    const { StatusCode } = await container.wait();
    if (StatusCode !== 0) throw imageTrouble('node', new Error(`preload: ${StatusCode}`), await tail);
    task.progress(1, 2);
    return await joined(docker, container.id);
  } catch (error) {
    throw imageTrouble('node', error, []);
  } finally {
    await container.remove({ force: true, v: true });
  }
}

/** What the container has written, and what is in its volume, as one image. */
async function joined(docker: Engine['docker'], id: string): Promise<string> {
  const changes = ['LABEL seatrial.image=node', 'CMD []'];
  const { Id: without }: { Id: string } = await docker.getContainer(id).commit({ changes });
  const filling = await fresh(docker, { name: names.filling, Image: without, Cmd: ['true'] });
  try {
    const content = await docker.getContainer(id).getArchive({ path: `${store}/.` });
    await filling.putArchive(content, { path: store });
    const { Id }: { Id: string } = await filling.commit({ changes });
    return Id;
  } finally {
    await filling.remove({ force: true });
  }
}
