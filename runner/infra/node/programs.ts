import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Go } from '../go/go.ts';
import { goTrouble } from '../go/goTrouble.ts';
import { jobs } from '../go/jobs.ts';
import { stagesOf } from '../progress/part.ts';
import type { Task } from '../progress/report.ts';

type Module = {
  /** Its folder in `programs/`. */
  readonly folder: string;
  readonly packages: readonly string[];
  /** How many packages are compiled where nothing is in Go's cache. */
  readonly compiled: number;
};

const modules = {
  kubernetes: { folder: 'kubernetes', packages: ['.', './registry'], compiled: 2900 },
  storage: { folder: 'local-path-provisioner', packages: ['github.com/rancher/local-path-provisioner'], compiled: 500 },
  metrics: { folder: 'metrics-server', packages: ['sigs.k8s.io/metrics-server/cmd/metrics-server'], compiled: 1100 },
} as const satisfies Record<string, Module>;

/** Seconds that each takes on two cores, nothing in Go's cache. */
export const programWeights = { kubernetes: 250, storage: 35, metrics: 100 } as const;

/** What they are called, in the folder that they are built into. */
export const programs = ['kubernetes', 'registry', 'local-path-provisioner', 'metrics-server'] as const;

/** Kubernetes' version, as its go.mod names it: `v1.34.4`. */
export const kubernetesVersion = (goMod: string): string => goMod.match(/^\s*k8s\.io\/kubernetes (v\S+)/m)?.[1] ?? '';

/** What `kubectl version` says, and what kubeadm goes by. */
function linkerFlags(version: string): string {
  const [major, minor] = version.slice(1).split('.');
  const facts = { gitVersion: version, gitMajor: major, gitMinor: minor, gitCommit: '', gitTreeState: 'clean' };
  const set = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'].flatMap((path) =>
    Object.entries(facts).map(([name, value]) => `-X ${path}.${name}=${value}`),
  );
  return ['-s -w', ...set].join(' ');
}

/** Builds all programs of a node from `source` (`images/node/programs`) into a folder. Throws a {@link SetupError}. */
export async function buildPrograms(go: Go, source: string, version: string, into: string, task: Task): Promise<void> {
  await mkdir(into, { recursive: true });
  const stages = stagesOf(task, programWeights);
  for (const name of ['kubernetes', 'storage', 'metrics'] as const) {
    const { folder, packages, compiled } = modules[name];
    let done = 0;
    const { code, tail } = await go.run({
      folder: join(source, folder),
      into,
      args: (out) => [
        ...['build', '-v', '-trimpath', `-p=${jobs()}`],
        ...['-ldflags', name === 'kubernetes' ? linkerFlags(version) : '-s -w'],
        ...['-o', `${out}/`, ...packages],
      ],
      onLine: (line) => {
        stages[name].line(line);
        // Modules come before packages, and the last to come is the linker, which says nothing.
        if (!line.startsWith('go: ')) stages[name].progress(++done, compiled * 1.1);
      },
    });
    if (code !== 0) throw goTrouble('Kubernetes', tail);
    stages[name].progress(1, 1);
  }
}
