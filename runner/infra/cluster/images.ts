import type { Readable } from 'node:stream';
import type Docker from 'dockerode';
import { message } from '../../words/message.ts';
import type { ClusterNode } from '../../world/kubernetes/cluster.ts';
import { nodeTrouble } from '../../world/kubernetes/trouble.ts';
import { WorldError } from '../../world/world.ts';
import { runIn } from './runIn.ts';

const ctr = ['ctr', '--namespace=k8s.io', 'images'] as const;

/** As containerd names what manifests name: `nginx` is `docker.io/library/nginx:latest`. */
export function fullName(name: string): string {
  const [first = '', ...rest] = name.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const hosted = isHost ? name : rest.length > 0 ? `docker.io/${name}` : `docker.io/library/${name}`;
  return /:[^/]*$/.test(hosted) ? hosted : `${hosted}:latest`;
}

type Wanted = { readonly id: string; readonly reference: string; readonly name: string };

/**
Brings images of an engine onto nodes under the names that manifests use: in one archive, so that a layer that several of
them have comes once, and only those that a node lacks.
*/
export async function loadImages(
  docker: Docker,
  nodes: readonly ClusterNode[],
  images: ReadonlyMap<string, string>,
): Promise<void> {
  const wanted = await Promise.all(
    [...images].map(async ([reference, name]): Promise<Wanted> => {
      const { Id: id } = await docker
        .getImage(reference)
        .inspect()
        .catch((cause: unknown) => {
          throw new WorldError(message('world.image-missing', { image: name }), { cause });
        });
      return { id, reference, name: fullName(name) };
    }),
  );
  await Promise.all(
    nodes.map((node) =>
      loadOnto(docker, docker.getContainer(node.container), wanted).catch(async (cause: unknown) => {
        // What an engine refuses of a container it refuses because of what became of that.
        const why = await nodeTrouble(docker, [node]);
        if (why) throw new WorldError(why, { cause });
        if (cause instanceof WorldError) throw cause;
        const said = cause instanceof Error ? cause.message : String(cause);
        throw new WorldError(message('cluster.load-failed', { images: [...images.values()].join(', '), said }), {
          cause,
        });
      }),
    ),
  );
}

async function loadOnto(docker: Docker, node: Docker.Container, images: readonly Wanted[]): Promise<void> {
  const missing = lacking(await listed(node), images);
  if (missing.length === 0) return;
  const archive = await saved(
    docker,
    missing.map(({ reference }) => reference),
  );
  const names = missing.map(({ name }) => name).join(', ');
  await orSay(runIn(node, [...ctr, 'import', '--all-platforms', '--snapshotter=overlayfs', '-'], archive), names);
  await Promise.all(
    missing.map(({ reference, name }) =>
      orSay(runIn(node, [...ctr, 'tag', '--force', fullName(reference), name]), names),
    ),
  );
}

/** Images as one archive, as `docker save` writes it. dockerode's types lack what it has for that. */
function saved(docker: Docker, references: readonly string[]): Promise<Readable> {
  const save: (options: { readonly names: readonly string[] }) => Promise<Readable> = Reflect.get(docker, 'getImages');
  return save.call(docker, { names: references });
}

async function orSay(running: ReturnType<typeof runIn>, images: string): Promise<string> {
  const { code, output, errors } = await running;
  if (code === 0) return output;
  throw new WorldError(message('cluster.load-failed', { images, said: errors.trim() }));
}

/** What a node has: an image's name → its digest. Under `sha256:…`, an image's id on the engine, it is listed too. */
async function listed(node: Docker.Container): Promise<ReadonlyMap<string, string>> {
  const rows = (await orSay(runIn(node, [...ctr, 'ls']), '')).split('\n').slice(1);
  return new Map(
    rows.flatMap((row): (readonly [string, string])[] => {
      const [name, , digest] = row.split(/\s+/);
      return name && digest ? [[name, digest]] : [];
    }),
  );
}

/** Those images that a node lacks, or has in another version under the same name. */
export const lacking = (there: ReadonlyMap<string, string>, images: readonly Wanted[]): readonly Wanted[] =>
  images.filter(({ id, name }) => {
    const digest = there.get(name);
    // Docker's own store names an image by its configuration, its containerd store by its manifest, as the node does.
    return digest === undefined || (digest !== id && digest !== there.get(id));
  });
