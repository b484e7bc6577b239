import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverOf } from '../../runner/infra/cluster/adminKubeconfig.ts';
import { readFiles } from '../../runner/infra/cluster/nodeFiles.ts';
import { nodesOf } from '../../runner/infra/cluster/nodesOf.ts';
import { until } from '../../runner/infra/cluster/until.ts';
import { type Api, openApi } from '../../runner/world/kubernetes/call.ts';
import type { KubernetesObject } from '../../runner/world/kubernetes/model.ts';
import { atPrompt, type LabOnScreen, startProgram } from './labOnScreen.ts';
import type { Setting } from './setting.ts';

/** ms */
const patience = 120_000;

/** Writes a lab for the cluster that is kept, with these steps as YAML; gives back its folder. */
export function clusterLab({ folder }: Setting, name: string, steps: readonly string[]): string {
  const path = join(folder, `cluster-${name}`, 'bench');
  mkdirSync(path, { recursive: true });
  writeFileSync(
    join(path, 'lab.yaml'),
    `format: 1
id: bench
title: Many steps
minutes: 5
needs: { kubernetes: { node: true } }
images: [nginx, busybox]
steps:
${steps.join('\n')}
`,
  );
  return path;
}

/** A step that is passed once this ConfigMap is there. */
export const configMapStep = (name: string): string => `
  - id: ${name}
    title: ${name} is there
    text: Make the ConfigMap \`${name}\`.
    checks:
      - kubernetes/object: { kind: ConfigMap, name: ${name} }
    solution: kubectl create configmap ${name}`;

/** A lab on the screen, and its place in the cluster that is kept as the learner reaches it by a program of their own. */
export class ClusterLab implements AsyncDisposable {
  readonly lab: LabOnScreen;
  readonly api: Api;

  constructor(lab: LabOnScreen, api: Api) {
    this.lab = lab;
    this.api = api;
  }

  /** Where the API has objects of the core's in this namespace: `pods`, `configmaps`. */
  path(plural: string): string {
    return `/api/v1/namespaces/${this.api.namespace}/${plural}`;
  }

  async make(plural: string, object: object): Promise<void> {
    await this.api.call('POST', this.path(plural), { body: object });
  }

  async remove(plural: string, name: string): Promise<void> {
    await this.api.call('DELETE', `${this.path(plural)}/${name}`);
  }

  /** Resolves once this holds for the objects of this kind. */
  until(plural: string, holds: (objects: readonly KubernetesObject[]) => boolean): Promise<void> {
    return until(this.api, this.path(plural), holds, AbortSignal.timeout(patience));
  }

  /** Resolves once the step of this title is the open one on the screen. */
  opened(title: string): Promise<void> {
    return this.lab.terminal.wait(`. ${title}`, patience);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.api.close();
    await this.lab[Symbol.asyncDispose]();
  }
}

/** Opens the lab in this folder once its images are there. */
export async function openClusterLab(setting: Setting, folder: string): Promise<ClusterLab> {
  const lab = await startProgram(setting, ['run', folder, '--trust']);
  await lab.terminal.waitUntil(atPrompt, "the shell's prompt", patience);
  await lab.loaded();
  return new ClusterLab(lab, await learnersApi(setting, lab));
}

/** The learner's kubeconfig is for a machine beside the node: from here another address leads to the same server. */
async function learnersApi({ prepared: { engine } }: Setting, lab: LabOnScreen): Promise<Api> {
  const { id } = await lab.machine();
  const files = await readFiles(engine.docker.getContainer(id), '/root/.kube');
  const kubeconfig = files.get('config')?.toString() ?? '';
  const cluster = /current-context: (\S+)/.exec(kubeconfig)?.[1];
  const [control] = await nodesOf(engine.docker, cluster);
  if (!control) throw new Error('The lab has no cluster.');
  return openApi(kubeconfig.replace(/server: \S+/, `server: ${serverOf(control)}`));
}
