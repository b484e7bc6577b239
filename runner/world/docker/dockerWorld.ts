import type Docker from 'dockerode';
import { z } from 'zod';
import type { FileSight } from '../host/files.ts';
import type { HostWorld } from '../host/model.ts';
import { instant } from '../instant.ts';
import type { Wake } from '../wake.ts';
import type { callLog } from './calls.ts';
import type { Connection } from './connection.ts';
import { containerFiles } from './containerFiles.ts';
import { Containers } from './containers.ts';
import type { EngineEvent } from './events.ts';
import { execLog, type Inspected } from './execs.ts';
import { configPath, createdContainer } from './glance.ts';
import { impostors } from './impostor.ts';
import { containerOf } from './inspect.ts';
import { layers } from './layers.ts';
import { containerLogs } from './logs.ts';
import { membersOf } from './members.ts';
import type { ApiCall, Container, DockerWorld, EngineNotice } from './model.ts';
import { engineObjects } from './objects.ts';
import { repeats } from './repeat.ts';
import { emptyStock, stockOf } from './stock.ts';
import { whyNotCreated } from './whyNotCreated.ts';

/** When an image was given its last name: "Inspect an image" in the Docker Engine API reference, not in the client's types. */
const named = z.object({ Metadata: z.object({ LastTagTime: z.string().transform(instant) }) });

/** So many of the engine's events are kept at least. */
const remembered = 5000;

type Given = {
  readonly connection: () => Connection;
  readonly docker: Docker;
  /** The same for what does not end. */
  readonly streams: Docker;
  /** A file of the machine's; empty where there is none. */
  readonly readFile: (path: string) => Promise<string>;
  /** What an overlay's upper folder on the machine holds besides its lower ones, as the helper lists it. */
  readonly listUpper: (upper: string, lower: string) => Promise<Buffer>;
  readonly sight: FileSight;
  readonly processes: HostWorld['processes'];
  /** The machine's clock as it was measured last, in ms since 1970. */
  readonly now: () => number;
  /** Rejects where the engine's clients on the machine find nobody to speak to. */
  readonly mustListen: () => Promise<void>;
  readonly isArriving: DockerWorld['isArriving'];
  readonly brought: DockerWorld['brought'];
  readonly allBrought: () => readonly string[];
  readonly holdAgainst: Parameters<typeof impostors>[0]['holdAgainst'];
  readonly calls: Pick<ReturnType<typeof callLog>, 'since' | 'askedFor' | 'whyNotStarted'>;
  readonly programRuns: DockerWorld['programRuns'];
  readonly programsTold: DockerWorld['programsTold'];
  readonly publish: (wake: Wake) => void;
};

/** The machine's engine as checks see it, and what keeps that true. */
export function dockerWorld({
  connection,
  docker,
  streams,
  readFile,
  listUpper,
  sight,
  processes,
  now,
  mustListen,
  isArriving,
  brought,
  allBrought,
  holdAgainst,
  calls,
  programRuns,
  programsTold,
  publish,
}: Given) {
  const known = engineObjects((question, signal) => connection().ask(question, signal));
  const execs = execLog({
    inspect: async (id, signal) => {
      const found = await connection().ask((engine): Promise<Inspected> => engine.getExec(id).inspect(), signal);
      return found === 'absent' ? undefined : found;
    },
    asked: calls.askedFor,
    failure: calls.whyNotStarted,
  });
  const notices: EngineNotice[] = [];
  const inspect = async (id: string): Promise<Container | undefined> => {
    try {
      return containerOf(await docker.getContainer(id).inspect());
    } catch {
      // Gone by now, or with the connection: once that is made again, stock is taken anew.
      return undefined;
    }
  };
  const containers = new Containers({
    inspect,
    glance: async (id) => createdContainer(await readFile(configPath(id)).catch(() => '')),
    onInspected: (subject, at) => publish({ topic: 'docker.container.inspected', at, subject }),
  });

  const apply = (event: EngineEvent): void => {
    known.apply(event);
    const action = event.action.split(':')[0] ?? event.action;
    notices.push(event);
    if (notices.length > 2 * remembered) notices.splice(0, remembered);
    const container = event.type === 'network' ? event.attributes.container : event.id;
    // A prune is told as an event of no container.
    if (event.type === 'container' && event.id !== '') {
      containers.apply(event);
      execs.apply(event);
    } else if (event.type === 'network' && container) {
      containers.refresh(container, event.at);
    }
    const exec = /^exec_(\w+)$/.exec(action)?.[1];
    const topic = exec ? `docker.exec.${exec}` : `docker.${event.type}.${action}`;
    publish({ topic, at: event.at, ...(container && { subject: container }) });
  };

  const image = async (name: string, signal?: AbortSignal) => {
    if (name === '') return undefined;
    const path = name.split('/').map(encodeURIComponent).join('/');
    const found = await connection().ask((engine) => engine.getImage(path).inspect(), signal);
    return found === 'absent' ? undefined : found;
  };

  const kept = layers({ connection, listUpper, isThere: async (id) => (await inspect(id)) !== undefined });
  const files = containerFiles({
    sight,
    container: (id, signal) => world.container(id, signal),
    changes: kept.changes,
    places: kept.places,
  });

  const logs = containerLogs({
    ...{ connection, streams },
    container: (id, signal) => world.container(id, signal),
    inspected: async (id, signal) => (await known.objects('container', id, signal))[0]?.is,
    onLine: (subject) => publish({ topic: 'docker.log', at: now(), subject }),
  });

  let answeringSince: number | undefined;
  const world: DockerWorld = {
    answers: async (signal) => {
      const times = await connection().answers(signal);
      await mustListen();
      return times;
    },
    answeringSince: () => (connection().isUp ? answeringSince : undefined),
    containers: async (signal) => {
      await connection().available(signal);
      return containers.all();
    },
    container: async (reference, signal) => {
      await connection().available(signal);
      return containers.find(reference);
    },
    processes: async (id, signal) => {
      await connection().available(signal);
      const [found, table] = await Promise.all([containers.find(id), processes(signal)]);
      return found ? membersOf(table, found, execs.times()) : [];
    },
    remembered: (id) => containers.remembered(id),
    removed: (since) => containers.removed(since),
    imageId: async (name, signal) => (await image(name, signal))?.Id,
    imageNamedAt: async (name, signal) => {
      const found = await image(name, signal);
      return found && (named.safeParse(found).data?.Metadata.LastTagTime ?? 0);
    },
    stock: (signal) =>
      connection()
        .ask(stockOf, signal)
        .then((found) => (found === 'absent' ? emptyStock : found)),
    objects: known.objects,
    isArriving,
    brought,
    changes: kept.changes,
    file: (id, path, { room = 0, signal } = {}) => files.file(id, path, room, signal),
    impostor: impostors({ places: kept.places, image, brought: allBrought, holdAgainst }),
    made: files.made,
    execs: execs.since,
    execTimes: execs.times,
    calls: calls.since,
    events: (since) => notices.filter(({ at }) => at >= since),
    logs: logs.read,
    repeat: repeats(connection, now),
    whyNotCreated: whyNotCreated(connection),
    programRuns,
    programsTold,
  };

  return {
    world,
    apply,
    close: logs.close,
    /** Takes in a call of the API. */
    called({ method, path, at }: ApiCall): void {
      const reference = method === 'POST' ? /^\/containers\/([^/]+)\/(?:re)?start$/.exec(path)?.[1] : undefined;
      if (reference !== undefined) containers.started(decodeURIComponent(reference), at);
    },
    /** Takes stock of what exists, once events are heard. */
    takeStock(at: number): Promise<void> {
      known.reset();
      answeringSince = at;
      return containers.reset(async () => (await docker.listContainers({ all: true })).map(({ Id }) => Id), at);
    },
  };
}
