import type Docker from 'dockerode';
import { message } from '../../words/message.ts';
import { readDetails } from '../../world/host/details.ts';
import { fileSight, machineFile } from '../../world/host/files.ts';
import { readTable } from '../../world/host/table.ts';
import type { ClusterSession } from '../../world/kubernetes/cluster.ts';
import { follow, type Line } from '../../world/machine/channel.ts';
import { MachineClock } from '../../world/machine/clock.ts';
import { Helper } from '../../world/machine/helper.ts';
import type { Machine, Said } from '../../world/machine/machine.ts';
import { readNotice } from '../../world/machine/notice.ts';
import { relay } from '../../world/machine/relay.ts';
import { requestsOn } from '../../world/machine/requests.ts';
import { shellWorld } from '../../world/shell/shellWorld.ts';
import type { Wake } from '../../world/wake.ts';
import { type World, WorldError } from '../../world/world.ts';
import { clusterPart, noCluster } from './clusterPart.ts';
import { enginePart, noEngine } from './enginePart.ts';
import type { Shape } from './needs.ts';
import { removeMachine } from './removeMachine.ts';
import { openTerminal } from './terminal.ts';
import { whyMachineGone } from './whyMachineGone.ts';

type Given = {
  readonly host: Docker;
  readonly imageReference: (name: string) => Promise<string>;
  readonly id: string;
  readonly name: string;
  readonly nonce: string;
  readonly shape: Shape;
  /** Where the lab has one. */
  readonly cluster?: ClusterSession;
  /** The machine's own start is said after this time; ms since 1970. */
  readonly begunAfter: number;
  /** What the learner said before, somebody has heard already; ms since 1970. */
  readonly saidAfter: number;
  /** Set for a machine that was there before: since when its engine's events are wanted, in ms since 1970. */
  readonly events?: number;
};

/** Puts a running machine's parts together: its world, its terminal, and the one channel by which it tells what happens. */
export function connect(given: Given): Machine {
  const { host, imageReference, id, name, nonce, shape, cluster: session, begunAfter, saidAfter, events } = given;
  const listeners = new Set<(wake: Wake) => void>();
  const hearers = new Set<(said: Said) => void>();
  const begun = Promise.withResolvers<void>();
  let whyGone: WorldError | undefined;

  const publish = (wake: Wake): void => {
    for (const listener of listeners) listener(wake);
  };

  const whyLost = () => whyGone?.explanation ?? message('world.helper-lost');
  const helper = new Helper(() => relay(host, id, ['/usr/lib/seatrial/helper']), whyLost);
  const requests = requestsOn(host, id, whyLost);
  const clock = new MachineClock(async () => Number((await helper.ask('now')).toString()) * 1000);
  const now = () => clock.measure();
  const shell = shellWorld(helper);
  const parts = { host, imageReference, publish };
  const engine = shape.engine
    ? enginePart({
        ...{ ...parts, id, nonce, helper, now, clock: clock.now, whyGone: () => whyGone?.explanation },
        ...(events !== undefined && { events }),
      })
    : noEngine;
  const computer = async (): Promise<string> => (await helper.ask('outer')).toString();
  const cluster = session
    ? clusterPart({
        ...parts,
        session,
        clock,
        whyGone: () => whyGone?.explanation,
        ...(shape.computer && { computer }),
      })
    : noCluster;

  const onLine = ({ text, at }: Line): void => {
    engine.hear(text);
    const notice = readNotice(text, nonce);
    switch (notice?.type) {
      case 'begun':
        engine.became('started');
        if (at > begunAfter) begun.resolve();
        break;
      case 'service':
        if (notice.name === 'docker') engine.became(notice.state);
        break;
      case 'command': {
        const { line, exit, directory, began, settings } = notice;
        shell.add({
          ...{ line, exitCode: exit, directory, at: notice.at * 1000 },
          ...(began !== undefined && { began: began * 1000 }),
          ...(settings && { settings }),
        });
        publish({ topic: 'shell.command', at: notice.at * 1000 });
        break;
      }
      case 'program':
      case 'called':
      case 'listed':
      case 'told':
      case 'blind':
        engine.ran(notice, at);
        break;
      case 'said':
        if (at > saidAfter) for (const hearer of hearers) hearer({ words: notice.words, at });
        break;
    }
  };

  const channel = follow(host, id, onLine);
  let detached = false;
  const letGo = (): void => {
    detached = true;
    engine.close();
    channel.close();
    helper.close();
    requests.close();
  };
  const detach = async (): Promise<void> => {
    letGo();
    await cluster.detach();
  };

  const machineGone = channel.ended.then(async () => {
    // Let go of, not lost: there is nothing to be told.
    if (detached) return new Promise<never>(() => undefined);
    whyGone = await whyMachineGone({ host, id, name, ...(session && { beside: session }) });
    await detach();
    return whyGone;
  });

  const clusterGone = cluster.gone.then((why) => new WorldError(why, { code: 'cluster-gone' }));

  const world: World = {
    docker: engine.world,
    kubernetes: cluster.world,
    host: {
      processes: async () => readTable(await helper.ask('table')),
      details: async (pid) => readDetails(await helper.ask('details', String(pid))),
      file: machineFile(fileSight(helper)),
      request: requests.request,
    },
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
    gone: Promise.race([machineGone, clusterGone]),
    terminal: async (size, name) => {
      await begun.promise;
      return openTerminal(host, id, size, name);
    },
    load: async (images) => {
      await Promise.all([engine.load(images), cluster.load(images)]);
    },
    wake: (topic) => publish({ topic, at: clock.now() }),
    onSaid: (hearer) => {
      hearers.add(hearer);
      return () => hearers.delete(hearer);
    },
    detach,
    remove: async () => {
      letGo();
      await Promise.all([removeMachine(host, id), cluster.remove()]);
    },
  };
}
