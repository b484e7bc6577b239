import type Docker from 'dockerode';
import pLimit from 'p-limit';
import { message } from '../../words/message.ts';
import { imagesAtOnce } from '../../world/machine/engine.ts';
import { WorldError } from '../../world/world.ts';
import { memory } from './memory.ts';

type Given = {
  /** The engine that has the images, and the machine's. */
  readonly host: Docker;
  readonly machine: Docker;
  readonly imageReference: (name: string) => Promise<string>;
  /** Resolves once the machine's engine answers. */
  readonly ready: () => Promise<void>;
};

/** Brings images to the machine, each once: who asks for one that is on its way waits for the same. */
export function imageLoader({ host, machine, imageReference, ready }: Given) {
  const loaded = new Map<string, Promise<void>>();
  const arriving = new Set<string>();
  const ids = new Map<string, string>();
  const inTurn = pLimit(imagesAtOnce);

  const load = async (name: string): Promise<void> => {
    const reference = await imageReference(name);
    const { Id: id } = await host
      .getImage(reference)
      .inspect()
      .catch((cause: unknown) => {
        throw new WorldError(message('world.image-missing', { image: name }), { cause });
      });
    await ready();
    const there = await idOf(machine, `${name}:latest`);
    if (there === id) return void ids.set(name, id);
    // Saved by its id, it carries no name of the host's into the machine.
    const inside = (await idOf(machine, id)) ?? (await inTurn(() => send(host, machine, id)));
    ids.set(name, inside);
    await machine.getImage(inside).tag({ repo: name, tag: 'latest' });
  };

  const bring = (names: readonly string[]): Promise<void> => {
    for (const name of names) {
      if (loaded.has(name)) continue;
      arriving.add(name);
      const ended = () => arriving.delete(name);
      const loading = load(name)
        .finally(ended)
        .catch((cause: unknown) => {
          loaded.delete(name);
          if (cause instanceof WorldError) throw cause;
          const said = cause instanceof Error ? cause.message : String(cause);
          throw new WorldError(message('world.load-failed', { images: name, said }), { cause });
        });
      loaded.set(name, loading);
    }
    return Promise.all(names.map((name) => loaded.get(name))).then(() => undefined);
  };

  const plain = (name: string) => name.replace(/:latest$/, '');
  return {
    bring,
    isArriving: (name: string) => arriving.has(plain(name)),
    /** The id that it has on the machine, whatever its name stands for by now. */
    brought: (name: string) => ids.get(plain(name)),
    /** The ids of all that it has brought. */
    all: (): readonly string[] => [...ids.values()],
  };
}

async function idOf(docker: Docker, reference: string): Promise<string | undefined> {
  const image = await docker
    .getImage(reference)
    .inspect()
    .catch(() => undefined);
  return image?.Id;
}

/** How much of an image passes before its pieces are swept away, in bytes. */
const sweepEvery = 2 * 1024 ** 2;

/** Streams an image from one engine into another. Returns its id there. */
async function send(host: Docker, machine: Docker, id: string): Promise<string> {
  const { sweep, tidy } = memory();
  const image = await host.getImage(id).get();
  const loading = machine.loadImage(image, { quiet: true });
  let passed = 0;
  image.on('data', (chunk: Buffer) => {
    passed += chunk.length;
    if (passed < sweepEvery) return;
    passed = 0;
    sweep();
  });
  const answer = await loading;
  let said = '';
  for await (const chunk of answer) said += String(chunk);
  tidy();
  const inside = /Loaded image ID: (sha256:[0-9a-f]{64})/.exec(said)?.[1];
  if (!inside) throw new Error(said.trim());
  return inside;
}
