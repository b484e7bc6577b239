import type Docker from 'dockerode';
import { z } from 'zod';
import { instant } from '../instant.ts';
import type { EngineEvent } from './events.ts';
import type { EngineKind, EngineObject } from './model.ts';

const moment = z.string().transform(instant).catch(0);

// "Inspect a container", "… an image", "… a network", "… a volume" in the Docker Engine API reference.
const container = z.object({ Id: z.string(), Name: z.string(), Created: moment });
const image = z.object({
  Id: z.string(),
  RepoTags: z.array(z.string()).nullish(),
  Created: moment,
  Metadata: z.object({ LastTagTime: moment }).optional(),
});
const network = z.object({ Id: z.string(), Name: z.string(), Created: moment });
/** Its time has no fraction. */
const volume = z.object({ Name: z.string(), CreatedAt: moment });

/** As checks see it: an image once for each of its names. */
function objectsOf(kind: EngineKind, is: unknown): readonly EngineObject[] {
  switch (kind) {
    case 'container': {
      const { Id: id, Name, Created: createdAt } = container.parse(is);
      return [{ id, name: Name.replace(/^\//, ''), createdAt, is }];
    }
    case 'image': {
      const { Id: id, RepoTags, Created, Metadata } = image.parse(is);
      const names = RepoTags?.length ? RepoTags : [id.replace(/^sha256:/, '').slice(0, 12)];
      const createdAt = Math.max(Created, Metadata?.LastTagTime ?? 0);
      return names.map((name) => ({ id, name: name.replace(/:latest$/, ''), createdAt, is }));
    }
    case 'network': {
      const { Id: id, Name: name, Created: createdAt } = network.parse(is);
      return [{ id, name, createdAt, is }];
    }
    case 'volume': {
      const { Name: name, CreatedAt } = volume.parse(is);
      return [{ id: name, name, createdAt: CreatedAt + 999, is }];
    }
  }
}

/** Asks the engine; `absent` where there is none. */
type Ask = <T>(question: (docker: Docker) => Promise<T>, signal?: AbortSignal) => Promise<T | 'absent'>;

/** Networks tell which containers are connected. */
const touched: Readonly<Record<string, readonly EngineKind[]>> = {
  container: ['container', 'network'],
  network: ['network', 'container'],
  image: ['image'],
  volume: ['volume'],
};

/** What the engine has, inspected once and kept until an event says that it may be another. */
export function engineObjects(ask: Ask) {
  const inspected = new Map<string, unknown>();
  const lists = new Map<string, readonly string[]>();
  let version = 0;

  /** Kept only where nothing has happened while it was asked for. */
  const keep = async <T>(known: Map<string, T>, key: string, question: () => Promise<T>): Promise<T> => {
    const before = version;
    const there = known.get(key);
    if (there !== undefined) return there;
    const answer = await question();
    if (version === before) known.set(key, answer);
    return answer;
  };

  const inspect = (docker: Docker, kind: EngineKind, id: string): Promise<unknown> => {
    switch (kind) {
      case 'container':
        return docker.getContainer(id).inspect();
      case 'image':
        return docker.getImage(id).inspect();
      case 'network':
        return docker.getNetwork(id).inspect();
      case 'volume':
        return docker.getVolume(id).inspect();
    }
  };

  const listed = async (docker: Docker, kind: EngineKind): Promise<readonly string[]> => {
    switch (kind) {
      case 'container':
        return (await docker.listContainers({ all: true })).map(({ Id }) => Id);
      case 'image':
        return (await docker.listImages()).map(({ Id }) => Id);
      case 'network':
        return (await docker.listNetworks()).map(({ Id }) => Id);
      case 'volume':
        return ((await docker.listVolumes()).Volumes ?? []).map(({ Name }) => Name);
    }
  };

  const one = async (kind: EngineKind, id: string, signal?: AbortSignal): Promise<readonly EngineObject[]> => {
    const is = await keep<unknown>(inspected, `${kind} ${id}`, () =>
      ask((docker) => inspect(docker, kind, id), signal),
    );
    return is === 'absent' ? [] : objectsOf(kind, is);
  };

  return {
    apply({ type, action }: EngineEvent): void {
      if (action.startsWith('exec_') || action === 'top') return;
      version += 1;
      const kinds: readonly string[] = touched[type] ?? [];
      for (const known of [inspected, lists])
        for (const key of known.keys()) if (kinds.includes(key.split(' ')[0] ?? '')) known.delete(key);
    },
    /** Nothing is known of what has happened meanwhile. */
    reset(): void {
      version += 1;
      inspected.clear();
      lists.clear();
    },
    /** Those of a kind, newest first; of this id, id prefix or name alone where one is given. */
    async objects(kind: EngineKind, reference?: string, signal?: AbortSignal): Promise<readonly EngineObject[]> {
      if (reference !== undefined) return one(kind, reference, signal);
      const ids = await keep(lists, kind, async () => {
        const answer = await ask((docker) => listed(docker, kind), signal);
        return answer === 'absent' ? [] : answer;
      });
      const all = await Promise.all([...new Set(ids)].map((id) => one(kind, id, signal)));
      return all.flat().toSorted((a, b) => b.createdAt - a.createdAt);
    },
  };
}
