import { resolve } from 'node:path';
import { prepare } from '../../../runner/commands/setup/prepare.ts';
import { clusters } from '../../../runner/infra/cluster/clusters.ts';
import type { Clusters } from '../../../runner/infra/cluster/model.ts';
import { withLock } from '../../../runner/infra/lock.ts';
import { machinesOn } from '../../../runner/infra/machine/machinesOn.ts';
import type { Machines } from '../../../runner/infra/machine/model.ts';
import type { ClusterNeeds } from '../../../runner/world/kubernetes/cluster.ts';
import type { Pod } from '../../../runner/world/kubernetes/model.ts';
import type { Machine } from '../../../runner/world/machine/machine.ts';
import { run } from '../machine.ts';

const images = ['nginx', 'busybox'];

/** The project's engine with all that clusters need. */
export const ready = await prepare({
  images: ['machine', ...images],
  kubernetes: true,
  language: 'en',
  env: { ...process.env, SEATRIAL_INSTALL: 'never' },
  stdin: process.stdin,
  stderr: process.stderr,
  root: resolve(import.meta.dirname, '../../..'),
});

const { kind, engine } = ready;
if (!kind) throw new Error('set-up has made no clusters possible');

export const testClusters: Clusters = clusters({ docker: engine.docker, ...kind, env: process.env, withLock });

export const clusterMachines: Machines = machinesOn({ ...ready, clusters: async () => testClusters });

/** A machine with a place in a cluster that has the images nginx and busybox. `await using` removes both. */
export async function openLearner(needs: ClusterNeeds = {}, session = `test-${process.pid}`) {
  const machine = await clusterMachines.create({ session, lab: 'test', language: 'en', needs: { kubernetes: needs } });
  try {
    await machine.load(images);
    return { ...machine, [Symbol.asyncDispose]: () => machine.remove() };
  } catch (error) {
    await machine.remove();
    throw error;
  }
}

/** The seed's Pod: nginx, and a shell that may look into it. */
export const sharedPod = `
apiVersion: v1
kind: Pod
metadata: { name: nginx }
spec:
  shareProcessNamespace: true
  terminationGracePeriodSeconds: 1
  containers:
    - { name: nginx, image: nginx, imagePullPolicy: IfNotPresent }
    - name: shell
      image: busybox
      imagePullPolicy: IfNotPresent
      command: [sleep, "3600"]
      securityContext: { capabilities: { add: [SYS_PTRACE] } }
      stdin: true
      tty: true
`;

/** Applies a manifest as the learner. */
export const apply = (machine: Machine, manifest: string): Promise<string> =>
  run(machine, `kubectl apply -f - <<'END'\n${manifest}\nEND`);

/** Resolves with what this finds, looked for again whenever the world says that something has happened. */
export async function found<T>({ world }: Machine, look: () => Promise<T | undefined>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const again = () => {
    look().then((there) => there !== undefined && resolve(there), reject);
  };
  const stop = world.subscribe(again);
  again();
  return promise.finally(stop);
}

/** Resolves with this Pod once it is ready. */
export const readyPod = (machine: Machine, name: string): Promise<Pod> =>
  found(machine, async () =>
    (await machine.world.kubernetes.pods()).find((pod) => pod.name === name && pod.ready && !pod.deleting),
  );
