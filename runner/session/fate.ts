import type { Alive } from '../verdict/verdict.ts';
import { type Message, message } from '../words/message.ts';
import type { ApiCall, Container } from '../world/docker/model.ts';
import type { Process } from '../world/host/model.ts';
import type { World } from '../world/world.ts';

/** How it is with a process that was asked for. `spared`: it is gone, and that was the learner's doing or cannot be told. */
export type Fate = { readonly is: 'alive' | 'spared' } | { readonly is: 'ended'; readonly because: Message };

const alive: Fate = { is: 'alive' };
const spared: Fate = { is: 'spared' };
const ended = (because: Message): Fate => ({ is: 'ended', because });

/** `since`: what the learner did from then on, by the machine's clock in ms. Rejects with `WorldError` where the world cannot be asked. */
export async function fateOf(process: Alive, since: number, world: World): Promise<Fate> {
  switch (process.in) {
    case 'machine':
      return onMachine(process, since, world);
    case 'container':
      return inContainer(process, since, world);
    case 'pod':
      return inPod(process, since, world);
  }
}

const isThere = ({ pid, startTicks }: Alive, processes: readonly Process[]): boolean =>
  processes.some((each) => each.pid === pid && (startTicks === undefined || each.startTicks === startTicks));

/** Of a process of the machine nobody says how it ended: whoever has typed anything since may have ended it. */
async function onMachine(process: Alive, since: number, { host, shell }: World): Promise<Fate> {
  if (isThere(process, await host.processes())) return alive;
  const hasTyped = shell.commands(since).some(({ at }) => at > since);
  return hasTyped ? spared : ended(message('reopened.machine', { pid: process.pid }));
}

async function inContainer(process: Alive & { readonly in: 'container' }, since: number, world: World): Promise<Fate> {
  const { docker, host } = world;
  const container = await docker.container(process.container);
  if (container && isRunning(container) && isThere(process, await host.processes())) return alive;
  const known = container ?? docker.remembered(process.container);
  if (!known || docker.calls(since).some((call) => ends(call, known))) return spared;
  // Its first process has gone, and the engine has yet to say how: then it is looked at again.
  if (container && isRunning(container) && container.pid === process.pid) return alive;
  const { name } = known;
  const isUp = container !== undefined && isRunning(container);
  const code = isUp ? known.lastExitCode : known.exitCode;
  if (code !== undefined && bySignal(code)) return spared;
  if (isUp && code === undefined) return ended(message('reopened.inside', { name }));
  if (code === undefined) return ended(message('reopened.gone', { name }));
  return ended(message(isUp ? 'reopened.restarted' : 'reopened.container', { name, code }));
}

const isRunning = ({ state }: Container): boolean => state === 'running' || state === 'paused';

/** 128 and the number of a signal, 64 at most: signal(7), and "EXIT STATUS" in bash(1). */
const bySignal = (exitCode: number): boolean => exitCode > 128 && exitCode <= 128 + 64;

/** "Containers" in the Docker Engine API reference: what ends a container, or takes it away. */
const endings = /^\/containers\/([^/]+)(?:\/(?:stop|kill|restart|pause))?$/;

function ends({ method, path }: ApiCall, { id, name }: Container): boolean {
  if (method === 'POST' && path === '/containers/prune') return true;
  const [, reference] = endings.exec(path) ?? [];
  const isMeant = reference !== undefined && (reference === name || id.startsWith(reference));
  return isMeant && (method === 'DELETE' || (method === 'POST' && !path.endsWith(reference)));
}

/** A Pod is deleted, or made anew, because somebody wants it; only what it runs ends by itself, or by what is typed into it. */
async function inPod(process: Alive & { readonly in: 'pod' }, since: number, { kubernetes }: World): Promise<Fate> {
  const pod = (await kubernetes.pods()).find(({ uid }) => uid === process.pod);
  const container = pod?.containers.find(({ name }) => name === process.container);
  if (!pod || pod.deleting || !container) return spared;
  if (container.state === 'running' && isThere(process, await kubernetes.processes(pod))) return alive;
  const code = container.exitCode ?? container.lastExitCode;
  const isTypedInto = kubernetes
    .actions(0)
    .some(({ name, subresource, open, at }) => name === pod.name && streams.has(subresource) && (open || at >= since));
  if (isTypedInto || (code !== undefined && bySignal(code))) return spared;
  const values = { name: pod.name, container: container.name };
  return ended(
    code === undefined ? message('reopened.pod-gone', values) : message('reopened.pod', { ...values, code }),
  );
}

const streams: ReadonlySet<string | undefined> = new Set(['exec', 'attach']);
