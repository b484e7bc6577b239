import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { podOf } from '../../../runner/world/kubernetes/pod.ts';
import { type ClusterLab, clusterLab, configMapStep, openClusterLab } from '../clusterLab.ts';
import type { Figure } from '../figure.ts';
import { root, type Setting } from '../setting.ts';
import { median } from '../statistics.ts';

const times = 20;

/** ms */
const patience = 60_000;

/** From Enter until nginx had new workers, and until the verdict was drawn, in ms. */
type Signal = { readonly replaced: number; readonly drawn: number };

export const hup: Figure = {
  name: 'hup',
  about: 'From Enter on `kill -HUP` in a container to the verdict on the screen, and to new workers in `/proc`.',
  async measure(setting) {
    const signals = await measured(setting);
    return [
      {
        name: '`kill -HUP` → drawn',
        unit: 'ms',
        ours: median(signals.map(({ drawn }) => drawn)),
        limit: { of: 'new workers in `/proc`', value: median(signals.map(({ replaced }) => replaced)) },
        goal: { kind: 'beyond', most: 50 },
        times,
      },
    ];
  },
};

const pod = {
  metadata: { name: 'nginx' },
  spec: {
    shareProcessNamespace: true,
    terminationGracePeriodSeconds: 1,
    containers: [
      { name: 'nginx', image: 'nginx', imagePullPolicy: 'IfNotPresent' },
      { name: 'shell', image: 'busybox', imagePullPolicy: 'IfNotPresent', command: ['sleep', '36000'] },
    ],
  },
};

/** The second check is there to be seen: once it is told of, the first has looked at what the signal is to replace. */
const signalStep = (number: number): string => `
  - id: signal-${number}
    title: signal ${number}
    text: Send SIGHUP to the master of nginx.
    checks:
      - kubernetes/signalled: { pod: nginx, container: nginx, process: "nginx: master" }
      - kubernetes/object: { kind: ConfigMap, name: ${gate(number)} }
    solution: kubectl exec nginx -c shell -- pkill -HUP -o nginx`;

/** Between two signals the old workers must have gone, for what a step finds as it opens is what must be replaced. */
const gate = (number: number): string => `gone-${number}`;

async function measured(setting: Setting): Promise<readonly Signal[]> {
  const numbers = Array.from({ length: times + 1 }, (_, index) => 101 + index);
  const steps = numbers.flatMap((number) => [configMapStep(gate(number)), signalStep(number)]);
  await using lab = await openClusterLab(
    setting,
    clusterLab(setting, 'hup', [...steps, configMapStep(gate(101 + times + 1))]),
  );
  const master = await startNginx(lab);
  const { terminal } = lab.lab;
  terminal.write('kubectl exec -it nginx -c shell -- sh\r');
  await terminal.waitUntil(() => lastLine(lab) === '/ #', "the container's prompt", patience);
  const watcher = new Worker(join(root, 'test/bench/childrenOf.ts'), { workerData: master.pid });
  await once(watcher, 'online');
  const signals: Signal[] = [];
  for (const number of numbers) signals.push(await signalOnce(lab, watcher, `kill -HUP ${master.inside}`, number));
  await watcher.terminate();
  return signals.slice(1);
}

async function signalOnce(lab: ClusterLab, watcher: Worker, command: string, number: number): Promise<Signal> {
  const { terminal } = lab.lab;
  await lab.make('configmaps', { metadata: { name: gate(number) } });
  await lab.opened(`signal ${number}`);
  await terminal.wait('No SIGHUP', patience);
  terminal.write(command);
  await terminal.waitUntil(() => lastLine(lab) === `/ # ${command}`, 'the command', patience);
  const replaced = told(watcher, 'replaced');
  const alone = told(watcher, 'alone');
  const began = performance.now();
  terminal.keys('enter');
  const drawnAt = lab.opened(`${gate(number + 1)} is there`).then(() => performance.now());
  const [{ at }, drawn] = await Promise.all([replaced, drawnAt, alone]);
  return { replaced: at - performance.timeOrigin - began, drawn: drawn - began };
}

const lastLine = ({ lab: { terminal } }: ClusterLab): string => {
  const row = terminal.rows()[terminal.cursor().row] ?? '';
  return row.slice(row.lastIndexOf('│') + 1).trim();
};

type Told = { readonly type: string; readonly at: number };

function told(watcher: Worker, type: string): Promise<Told> {
  return new Promise((resolve) => {
    const hear = (message: Told) => {
      if (message.type !== type) return;
      watcher.off('message', hear);
      resolve(message);
    };
    watcher.on('message', hear);
  });
}

/** Starts the Pod; gives back the PID of the master of nginx on this computer, and in the Pod. */
async function startNginx(lab: ClusterLab): Promise<{ readonly pid: number; readonly inside: number }> {
  await lab.make('pods', pod);
  let uid = '';
  await lab.until('pods', (pods) => {
    const found = pods.find(({ metadata }) => metadata.name === 'nginx');
    uid = found?.metadata.uid ?? '';
    return found !== undefined && podOf({ object: found, at: 0, listed: true }).ready;
  });
  const groups = [`pod${uid}`, `pod${uid.replaceAll('-', '_')}`];
  const pid = readdirSync('/proc')
    .filter((each) => /^\d+$/.test(each))
    .find(
      (each) =>
        read(each, 'cmdline').startsWith('nginx: master') &&
        groups.some((group) => read(each, 'cgroup').includes(group)),
    );
  const inside = /^NSpid:.*\s(\d+)$/m.exec(read(pid ?? '', 'status'))?.[1];
  if (pid === undefined || inside === undefined) throw new Error('The node is no container of this computer.');
  return { pid: Number(pid), inside: Number(inside) };
}

/** Of a process that has ended there is nothing to read. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
