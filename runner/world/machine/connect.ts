import type Docker from 'dockerode';
import { type Message, message } from '../../words/message.ts';
import { callLog } from '../docker/calls.ts';
import { Connection } from '../docker/connection.ts';
import { dockerWorld } from '../docker/dockerWorld.ts';
import { programWatch } from '../docker/programs.ts';
import { readTable } from '../host/table.ts';
import { withoutCluster } from '../kubernetes/without.ts';
import { shellWorld } from '../shell/shellWorld.ts';
import type { Wake } from '../wake.ts';
import type { World } from '../world.ts';
import { follow, type Line } from './channel.ts';
import { engineOf } from './engine.ts';
import { Helper } from './helper.ts';
import { imageLoader } from './load.ts';
import type { Machine, Said } from './machine.ts';
import { readMark } from './mark.ts';
import { relay } from './relay.ts';
import { removeMachine } from './removeMachine.ts';
import { openTerminal } from './terminal.ts';
import { whyMachineGone } from './whyMachineGone.ts';

type Given = {
  readonly host: Docker;
  readonly imageReference: (name: string) => Promise<string>;
  readonly id: string;
  readonly name: string;
  readonly nonce: string;
  /** The machine's own start is said after this time; ms since 1970. */
  readonly begunAfter: number;
  /** What the learner said before, somebody has heard already; ms since 1970. */
  readonly saidAfter: number;
  /** Set for a machine that was there before: since when its engine's events are wanted, in ms since 1970. */
  readonly events?: number;
};

/** Puts a running machine's parts together: its world, its terminal, and the one channel by which it tells what happens. */
export function connect({ host, imageReference, id, name, nonce, begunAfter, saidAfter, events }: Given): Machine {
  const listeners = new Set<(wake: Wake) => void>();
  const hearers = new Set<(said: Said) => void>();
  const begun = Promise.withResolvers<void>();
  let starts = Promise.withResolvers<void>();
  let whyGone: Message | undefined;

  const publish = (wake: Wake): void => {
    for (const listener of listeners) listener(wake);
  };

  const engine = engineOf(host, id, nonce);
  const helper = new Helper(
    () => relay(host, id, ['/usr/lib/seatrial/helper']),
    () => whyGone ?? message('world.helper-lost'),
  );
  const now = async (): Promise<number> => Number((await helper.ask('now')).toString()) * 1000;
  const calls = callLog(nonce);
  const shell = shellWorld(helper);
  const programs = programWatch(helper, nonce, (container) => docker.world.container(container));
  const ready = () => connection.available();
  const images = imageLoader({ host, machine: engine.docker, imageReference, ready });
  const docker = dockerWorld({
    connection: () => connection,
    docker: engine.docker,
    readFile: async (path) => (await helper.ask('read', path)).toString(),
    script: (run, env) => shell.world.script(run, env, 10_000),
    isArriving: images.isArriving,
    calls: calls.since,
    programRuns: programs.runs,
    publish,
  });

  const onLine = ({ text, at }: Line): void => {
    const call = calls.read(text);
    if (call) publish({ topic: 'docker.api', at: call.at });
    if (text.includes('msg="API listen on ')) {
      starts.resolve();
      starts = Promise.withResolvers();
    }
    const mark = readMark(text, nonce);
    switch (mark?.type) {
      case 'begun':
        if (at > begunAfter) begun.resolve();
        break;
      case 'command': {
        const { line, exit, directory } = mark;
        shell.add({ line, exitCode: exit, directory, at: mark.at * 1000 });
        publish({ topic: 'shell.command', at: mark.at * 1000 });
        break;
      }
      case 'program':
        programs.add({ container: mark.container, program: mark.program, at });
        publish({ topic: 'program', at, subject: mark.container });
        break;
      case 'said':
        if (at > saidAfter) for (const hearer of hearers) hearer({ words: mark.words, at });
        break;
    }
  };

  const channel = follow(host, id, onLine);
  const connection = new Connection(engine.docker, events === undefined ? undefined : events / 1000, {
    onEvent: docker.apply,
    engineStarts: () => starts.promise,
    whyGone: () => whyGone,
    onConnected: async () => {
      const at = await now();
      await docker.takeStock(at);
      publish({ topic: 'reconnected', at });
    },
  });

  let detached = false;
  const detach = async (): Promise<void> => {
    detached = true;
    connection.close();
    channel.close();
    engine.close();
    helper.close();
  };

  const gone = channel.ended.then(async () => {
    // Let go of, not lost: there is nothing to be told.
    if (detached) return new Promise<never>(() => undefined);
    whyGone = await whyMachineGone(host, id, name);
    await detach();
    return whyGone;
  });

  const world: World = {
    docker: docker.world,
    kubernetes: withoutCluster,
    host: { processes: async () => readTable(await helper.ask('table')) },
    shell: shell.world,
    now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return {
    id,
    name,
    world,
    gone,
    terminal: async (size, name) => {
      await begun.promise;
      return openTerminal(host, id, size, name);
    },
    load: images.bring,
    wake: (topic) => publish({ topic, at: Date.now() }),
    onSaid: (hearer) => {
      hearers.add(hearer);
      return () => hearers.delete(hearer);
    },
    detach,
    remove: async () => {
      await detach();
      await removeMachine(host, id);
    },
  };
}
