import type Docker from 'dockerode';
import type { Places } from './containerFiles.ts';
import type { DockerWorld } from './model.ts';

type Sources = {
  /** Folders on the machine: what a container has written, then its image's layers. */
  readonly places: (id: string, signal?: AbortSignal) => Promise<Places | undefined>;
  readonly image: (name: string, signal?: AbortSignal) => Promise<Docker.ImageInspectInfo | undefined>;
  /** Ids of the images that the lab has brought. */
  readonly brought: () => readonly string[];
  /** The path of what a process executes, where these layers have another program of one of these names; else empty. */
  readonly holdAgainst: (pid: number, layers: readonly string[], names: readonly string[]) => Promise<string>;
};

/** Tells whether a container's process is the program of its image that it is taken for. */
export function impostors({ places, image, brought, holdAgainst }: Sources): DockerWorld['impostor'] {
  /** The topmost folder of each image that was brought. */
  const tops = new Map<string, string>();

  const topOf = async (id: string, signal?: AbortSignal): Promise<string> => {
    const known = tops.get(id);
    if (known !== undefined) return known;
    const data: Readonly<Record<string, string>> = (await image(id, signal))?.GraphDriver?.Data ?? {};
    const top = data.UpperDir ?? '';
    if (top !== '') tops.set(id, top);
    return top;
  };

  return async (id, pid, names, signal) => {
    const [, ...layers] = (await places(id, signal))?.layers ?? [];
    if (layers.length === 0) return undefined;
    const tops = await Promise.all(brought().map((each) => topOf(each, signal)));
    const ground = layers.findIndex((each) => tops.includes(each));
    const found = await holdAgainst(pid, ground < 0 ? layers : layers.slice(ground), names);
    return found === '' ? undefined : found;
  };
}
