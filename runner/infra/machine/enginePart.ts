import type Docker from 'dockerode';
import { type Message, message } from '../../words/message.ts';
import { callLog } from '../../world/docker/calls.ts';
import { Connection } from '../../world/docker/connection.ts';
import { dockerWorld } from '../../world/docker/dockerWorld.ts';
import type { DockerWorld } from '../../world/docker/model.ts';
import { programWatch } from '../../world/docker/programs.ts';
import { withoutDocker } from '../../world/docker/without.ts';
import { fileSight } from '../../world/host/files.ts';
import { readTable } from '../../world/host/table.ts';
import { engineOf } from '../../world/machine/engine.ts';
import type { Helper } from '../../world/machine/helper.ts';
import type { MachineNotice } from '../../world/machine/notice.ts';
import type { Wake } from '../../world/wake.ts';
import { WorldError } from '../../world/world.ts';
import { imageLoader } from './load.ts';

type State = Extract<MachineNotice, { type: 'service' }>['state'];
type Ran = Extract<MachineNotice, { type: 'program' | 'called' | 'listed' | 'told' | 'blind' }>;

/** What a machine has for its Docker engine's sake. */
export type EnginePart = {
  readonly world: DockerWorld;
  /** Takes in a line of the machine's output. */
  hear(text: string): void;
  /** The machine's services say that it was started or stopped, or does not start. */
  became(state: State): void;
  /** Something was run in a container that is watched over, or missed there. */
  ran(notice: Ran, at: number): void;
  load(images: readonly string[]): Promise<void>;
  close(): void;
};

/** Where the engine's clients on the machine find it. */
const socket = '/var/run/docker.sock';

const awayBy = {
  started: undefined,
  stopped: message('world.engine-stopped'),
  failing: message('world.engine-fails'),
} as const;

type Given = {
  readonly host: Docker;
  readonly imageReference: (name: string) => Promise<string>;
  readonly id: string;
  readonly nonce: string;
  readonly helper: Helper;
  readonly now: () => Promise<number>;
  /** The same, as it was measured last. */
  readonly clock: () => number;
  readonly publish: (wake: Wake) => void;
  readonly whyGone: () => Message | undefined;
  /** Since when the engine's events are wanted, in ms since 1970; all that it knows of unless given. */
  readonly events?: number;
};

/** Connects to the engine that runs on a machine. */
export function enginePart(given: Given): EnginePart {
  const { host, imageReference, id, nonce, helper, now, clock, publish, whyGone, events } = given;
  let starts = Promise.withResolvers<void>();
  let state: State = 'started';
  const engine = engineOf(host, id, nonce);
  const calls = callLog(nonce);
  const programs = programWatch({
    ...{ helper, nonce, calls: calls.since, now },
    container: (container) => docker.world.container(container),
    execs: (since, signal) => docker.world.execs(since, signal),
  });
  const ready = () => connection.available();
  const images = imageLoader({ host, machine: engine.docker, imageReference, ready });
  const docker = dockerWorld({
    connection: () => connection,
    docker: engine.docker,
    streams: engine.streams,
    now: clock,
    readFile: async (path) => (await helper.ask('read', path)).toString(),
    listUpper: (upper, lower) => helper.ask('changes', upper, lower),
    sight: fileSight(helper),
    processes: async () => readTable(await helper.ask('table')),
    mustListen: async () => {
      const said = (await helper.ask('listens', socket)).toString();
      if (said !== '') throw new WorldError(message('world.socket-lost', { socket, said }));
    },
    isArriving: images.isArriving,
    brought: images.brought,
    allBrought: images.all,
    holdAgainst: async (pid, layers, names) =>
      (await helper.ask('impostor', String(pid), layers.join(':'), ...names)).toString(),
    calls,
    programRuns: programs.runs,
    programsTold: programs.told,
    publish,
  });
  const connection = new Connection(engine.docker, (events ?? 0) / 1000, {
    onEvent: (event) => {
      docker.apply(event);
      // Where that fails, whoever asks for what was run begins it, and says so.
      if (event.type === 'container' && event.action === 'start') programs.started(event.id).catch(() => undefined);
    },
    engineStarts: () => starts.promise,
    whyGone,
    whyAway: () => awayBy[state],
    onConnected: async () => {
      const at = await now();
      await docker.takeStock(at);
      publish({ topic: 'reconnected', at });
    },
  });

  return {
    world: docker.world,
    hear(text) {
      const call = calls.read(text);
      if (call) {
        docker.called(call);
        publish({ topic: call.error === undefined ? 'docker.api' : 'docker.api.refused', at: call.at });
      }
      if (!text.includes('msg="API listen on ')) return;
      state = 'started';
      starts.resolve();
      starts = Promise.withResolvers();
    },
    became(now) {
      state = now;
    },
    ran(notice, at) {
      if (programs.hear(notice, at)) publish({ topic: 'program', at, subject: notice.container });
    },
    load: images.bring,
    close() {
      connection.close();
      docker.close();
      engine.close();
    },
  };
}

/** A machine that runs no engine. */
export const noEngine: EnginePart = {
  world: withoutDocker,
  hear: () => undefined,
  became: () => undefined,
  ran: () => undefined,
  load: async () => undefined,
  close: () => undefined,
};
