import type { Clock } from '../../../runner/verdict/clock.ts';
import { membersOf } from '../../../runner/world/docker/members.ts';
import type { ApiCall, Container, Exec } from '../../../runner/world/docker/model.ts';
import { withoutDocker } from '../../../runner/world/docker/without.ts';
import type { HostProcess } from '../../../runner/world/host/model.ts';
import type { KubernetesObject, Pod, PodProcess } from '../../../runner/world/kubernetes/model.ts';
import { withoutCluster } from '../../../runner/world/kubernetes/without.ts';
import type { ScriptResult, ShellCommand } from '../../../runner/world/shell/model.ts';
import type { Wake } from '../../../runner/world/wake.ts';
import type { World, WorldError } from '../../../runner/world/world.ts';

/** What is on a machine that stands in a test's memory, to be changed at will. What changes wakes nobody by itself. */
export type Things = {
  containers: readonly Container[];
  removed: readonly Container[];
  processes: readonly HostProcess[];
  pods: readonly Pod[];
  podProcesses: readonly PodProcess[];
  /** Pods that are no more. */
  removedPods: readonly KubernetesObject[];
  calls: readonly ApiCall[];
  execs: readonly Exec[];
  commands: readonly ShellCommand[];
  /** Why nobody answers: an engine that has stopped. */
  down: WorldError | undefined;
  /** How long it takes to find that out, in ms. */
  slow: number;
  /** How often the engine has begun to answer. */
  times: number;
  /** From when on it has. */
  answeringSince: number;
  /** By how much the machine's clock goes wrong, in ms. */
  ahead: number;
  /** What a check script comes to. */
  script: (run: string, env: Readonly<Record<string, string>>) => ScriptResult;
};

/** A `World` over these things, and the way to wake those who listen to it. */
export function worldOf(things: Things, clock: Clock): { readonly world: World; readonly wake: (wake: Wake) => void } {
  const listeners = new Set<(wake: Wake) => void>();
  const asked = async <T>(answer: () => T): Promise<T> => {
    if (things.down && things.slow > 0) await new Promise<void>((resolve) => clock.after(things.slow, resolve));
    if (things.down) throw things.down;
    return answer();
  };
  const since = <T extends { readonly at: number }>(all: readonly T[], from: number) =>
    all.filter(({ at }) => at >= from);
  const named = (reference: string) => (each: Container) => each.name === reference || each.id.startsWith(reference);

  const world: World = {
    docker: {
      ...withoutDocker,
      answers: () => asked(() => things.times),
      answeringSince: () => (things.down ? undefined : things.answeringSince),
      containers: () => asked(() => things.containers),
      container: (reference) => asked(() => things.containers.find(named(reference))),
      processes: (id) =>
        asked(() => {
          const container = things.containers.find((each) => each.id === id);
          return container ? membersOf(things.processes, container, things.execs) : [];
        }),
      remembered: (id) => [...things.containers, ...things.removed].find((each) => each.id === id),
      impostor: () => asked(() => undefined),
      removed: (from) => things.removed.filter(({ createdAt }) => createdAt >= from),
      execs: (from) => asked(() => since(things.execs, from)),
      execTimes: () => things.execs,
      calls: (from) => since(things.calls, from),
    },
    kubernetes: {
      ...withoutCluster,
      answers: () => asked(() => things.times),
      namespace: 'lab',
      pods: () => asked(() => things.pods),
      removed: () => things.removedPods,
      processes: () => asked(() => things.podProcesses),
      actions: () => [],
      strays: () => [],
    },
    host: {
      processes: () => asked(() => things.processes),
      details: () => asked(() => undefined),
      file: () => asked(() => undefined),
      request: () => asked(() => undefined),
    },
    shell: {
      commands: (from) => since(things.commands, from),
      script: (run, env) => asked(() => things.script(run, env)),
      check: (run, env) => asked(() => things.script(run, env)),
    },
    now: () => asked(() => clock.now() + things.ahead),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { world, wake: (wake) => [...listeners].forEach((each) => void each(wake)) };
}
