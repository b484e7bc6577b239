import type Docker from 'dockerode';
import { type Message, message } from '../../words/message.ts';
import type { MachineClock } from '../machine/clock.ts';
import { relay } from '../machine/relay.ts';
import { questionOf, readAnswer } from '../request/answer.ts';
import type { Answer, Request } from '../request/model.ts';
import { requester } from '../request/requester.ts';
import type { Wake } from '../wake.ts';
import { WorldError } from '../world.ts';
import { ActionLog } from './actionLog.ts';
import { actsOf } from './acts.ts';
import type { ClusterSession } from './cluster.ts';
import { Connection } from './connection.ts';
import { eventOf } from './events.ts';
import { closedTo, missingParts } from './hindrances.ts';
import { podLogs } from './logs.ts';
import type { KubernetesObject, KubernetesWorld, Pod } from './model.ts';
import { nodesOn } from './nodes.ts';
import { podOf } from './pod.ts';
import { podPrograms } from './podPrograms.ts';
import { podSight } from './podSight.ts';
import { outerPids, podProcesses } from './processes.ts';
import { shellsIn } from './shells.ts';
import { otherClock, sameClock } from './stamps.ts';
import { troubled } from './troubled.ts';
import type { KnownObject } from './watch.ts';

type Given = {
  /** The engine that the nodes run on. */
  readonly host: Docker;
  readonly session: ClusterSession;
  readonly clock: MachineClock;
  readonly publish: (wake: Wake) => void;
  /** Why nothing can be asked any more, where that is so. */
  readonly whyGone?: () => Message | undefined;
  /** PIDs on the computer, a line for each process as `outerPids` reads it; undefined where the machine does not show them. */
  readonly computer?: () => Promise<string>;
};

/** What most labs are about besides Pods: a script's look is woken by what becomes of these. */
const common = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'Service', 'ConfigMap', 'Event'];

/** A session's place in a cluster as checks see it, and the way to let go of it. */
export type OpenKubernetes = { readonly world: KubernetesWorld; close(): void };

/** Opens no connection yet to the API: the first question does. The audit log is followed at once. */
export function kubernetesWorld({
  host,
  session,
  clock,
  publish,
  whyGone = () => undefined,
  computer,
}: Given): OpenKubernetes {
  const { namespace, nodes: containers, user, auditLog } = session;
  const nodes = nodesOn(host, containers, whyGone);
  const requesters = nodesOn(host, containers, whyGone, requester);
  const [control] = containers;
  const { now } = clock;

  const connection = new Connection({
    ...{ host, session, now, whyGone },
    onChange: ({ kind, metadata }) => {
      publish({ topic: `kubernetes.object.${kind}`, at: now(), subject: metadata.uid });
      if (kind === 'Event') publish({ topic: 'kubernetes.event', at: now() });
    },
    onAgain: () => {
      log?.follow();
      clock
        .measure()
        .catch(() => undefined)
        .then(() => publish({ topic: 'reconnected', at: now() }));
    },
  });

  const log =
    control && auditLog !== undefined
      ? new ActionLog({
          ...{ path: auditLog, user, namespace },
          start: (command) => relay(host, control.container, command),
          onHeard: ({ action, at }) => {
            const topic = action.subresource === undefined ? '' : `.${action.subresource}`;
            publish({ topic: `kubernetes.action${topic}`, at });
          },
        })
      : undefined;

  const audited = (): ActionLog => {
    if (!log) throw new WorldError(message('kubernetes.no-audit'));
    const gone = whyGone() ?? session.trouble?.();
    if (gone) throw new WorldError(gone);
    return log;
  };

  const logs = connection.withApi((api) =>
    podLogs({ api, namespace, onLine: ({ uid }) => publish({ topic: 'kubernetes.log', at: now(), subject: uid }) }),
  );

  // Nodes that are known are containers of the engine that the machine runs on.
  const stamps = control ? sameClock : otherClock(clock, connection.ahead);

  const read = new WeakMap<KubernetesObject, Pod>();
  const podFrom = (seen: KnownObject): Pod => {
    const pod = read.get(seen.object) ?? podOf(seen, stamps);
    read.set(seen.object, pod);
    programs.learn(pod);
    return pod;
  };

  const processes: KubernetesWorld['processes'] = async (pod, container, signal) => {
    signal?.throwIfAborted();
    if (pod.node === undefined) return [];
    const [dump, outer] = await Promise.all([nodes.ask(pod.node, 'pod', pod.uid), computer?.() ?? '']);
    const found = podProcesses(dump, pod, outerPids(outer));
    return container === undefined ? found : found.filter((each) => each.container === container);
  };

  const asked = async (node: string | undefined, process: string, to: Request): Promise<Answer | undefined> =>
    readAnswer((await requesters.ask(node, 'request', ...questionOf(process, to))).toString(), to);

  const programs = podPrograms({
    ...{ host, nodes: containers, processes, now },
    acts: (pod, signal) => world.acts(pod, signal),
    onExec: () => publish({ topic: 'kubernetes.exec', at: now() }),
    onOpened: () => publish({ topic: 'kubernetes.read', at: now() }),
  });

  const world: KubernetesWorld = {
    namespace,
    audited: log !== undefined,
    hasNodes: control !== undefined,
    answers: async (signal) => {
      connection.watch(common);
      return connection.answers(signal);
    },
    objects: async (kind, signal, within) => (await connection.all(kind, signal, within)).map(({ object }) => object),
    removed: (kind, since, within) => connection.removed(kind, since, within),
    hindrances: async (pod, signal) => {
      if (!control) return [];
      const [known, nodesKnown] = await Promise.all([
        pod ? connection.all('Pod', signal, pod.namespace) : [],
        connection.all('Node', signal),
      ]);
      const all = nodesKnown.map(({ object }) => object);
      const object = known.find(({ object: { metadata } }) => metadata.uid === pod?.uid)?.object;
      const changed = new Set(
        (log?.since(0) ?? [])
          .filter(({ resource, verb, code }) => resource === 'nodes' && !/^(get|list|watch)$/.test(verb) && code < 400)
          .map(({ name }) => name),
      );
      const own = pod?.node;
      if (own !== undefined && all.length > 0 && !all.some(({ metadata }) => metadata.name === own))
        return [{ kind: 'no-node', by: pod?.scheduled ? 'other' : 'learner', node: own }];
      const asked = containers.filter(({ name }, index) => index === 0 || name === own);
      const lacking = await Promise.all(
        asked.map(async ({ name }, index) =>
          missingParts(name, (await nodes.ask(name, 'parts')).toString(), index === 0),
        ),
      );
      return [...lacking.flat(), ...(own === undefined ? closedTo(object, all, (node) => changed.has(node)) : [])];
    },
    pods: async (signal, within) => {
      const found = (await connection.all('Pod', signal, within)).map(podFrom);
      return within === undefined || within === namespace ? found : found.map((pod) => ({ ...pod, namespace: within }));
    },
    processes,
    execs: programs.execs,
    acts: async (pod, signal) => {
      const execs = pod && (await programs.execs(pod, signal));
      const calls = [...audited().since(0), ...audited().strays(0)].toSorted((one, other) => one.at - other.at);
      const done = calls.filter(({ dryRun }) => !dryRun);
      return actsOf(done, namespace, pod, execs);
    },
    shells: (pod, kept, signal) => shellsIn({ kubernetes: world, now }, pod, kept, signal),
    troubled: (pod, signal) => troubled(world, pod, signal),
    readers: programs.readers,
    ...podSight(nodes),
    logs: async (pod, container, signal) => connection.explained(async () => (await logs).read(pod, container, signal)),
    logLines: async (pod, container, signal) =>
      connection.explained(async () => (await logs).lines(pod, container, signal)),
    written: async (pod, container, signal) =>
      connection.explained(async () => (await logs).written(pod, container, signal)),
    previousLogs: async (pod, container, signal) =>
      connection.explained(async () => (await logs).previous(pod, container, signal)),
    events: async (since, signal, within) =>
      (await connection.all('Event', signal, within))
        .map((seen) => eventOf(seen, stamps))
        .filter(({ at }) => at >= since)
        .sort((a, b) => a.at - b.at),
    actions: (since) => audited().since(since),
    strays: (since) => audited().strays(since),
    request: async (to, from) => {
      if (!from || 'node' in from) return asked(from?.node, 'self', to);
      const { pod, container } = from;
      const id = pod.containers.find(({ name }) => name === container)?.id;
      const [first] = id === undefined ? [] : await processes(pod, id);
      return first && asked(pod.node, String(first.pid), to);
    },
  };

  return {
    world,
    close: () => {
      log?.close();
      nodes.close();
      requesters.close();
      programs.close();
      logs.then(
        (each) => each.close(),
        () => undefined,
      );
      connection.close();
    },
  };
}
