import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { kindConfig, nodeFiles } from '../../../runner/infra/cluster/config.ts';
import { nodeFolder } from '../../../runner/infra/cluster/names.ts';
import { namespaceReady, nodesReady, servicesReady } from '../../../runner/infra/cluster/ready.ts';
import { removeCluster } from '../../../runner/infra/cluster/removeCluster.ts';
import { openApi } from '../../../runner/world/kubernetes/call.ts';
import { clustersOf, makerOf } from '../clusters.ts';
import type { Figure } from '../figure.ts';
import type { Setting } from '../setting.ts';
import { inTurn, median } from '../statistics.ts';

const times = 3;
const name = `seatrial-bench-new-${process.pid}`;

/** ms */
const patience = 600_000;

export const cluster: Figure = {
  name: 'cluster',
  about: 'From no cluster to a place in one, and to a bare one that is as ready.',
  async measure(setting) {
    const { ours, bare } = await inTurn(times, { ours: () => ourCluster(setting), bare: () => bareCluster(setting) });
    const limit = { of: '`kind create cluster` → as ready', value: median(bare) };
    return [
      { name: 'cluster → ready', unit: 'ms', ours: median(ours), limit, goal: { kind: 'times', most: 1.1 }, times },
    ];
  },
};

async function ourCluster({ prepared }: Setting): Promise<number> {
  const request = { session: 'bench', lab: 'bench', needs: {}, signal: AbortSignal.timeout(patience), tell: () => {} };
  try {
    const began = performance.now();
    const place = await clustersOf(prepared, name).open(request);
    const took = performance.now() - began;
    await place.detach();
    return took;
  } finally {
    await removeCluster(prepared.engine.docker, name);
  }
}

/** The same image and configuration; what our own creation writes into the node is there from a folder of this computer. */
async function bareCluster({ prepared, folder }: Setting): Promise<number> {
  const { kind, image, env } = makerOf(prepared);
  const own = mkdtempSync(join(folder, 'kind-'));
  for (const [path, content] of Object.entries(nodeFiles)) {
    mkdirSync(dirname(join(own, 'node', path)), { recursive: true });
    writeFileSync(join(own, 'node', path), content);
  }
  const extraMounts = [{ hostPath: join(own, 'node'), containerPath: nodeFolder }];
  const config = { ...JSON.parse(kindConfig(1)), nodes: [{ role: 'control-plane', extraMounts }] };
  const kubeconfig = join(own, 'kubeconfig');
  const named = ['cluster', '--name', name, '--kubeconfig', kubeconfig];
  const signal = AbortSignal.timeout(patience);
  try {
    const began = performance.now();
    await execa(kind, ['create', ...named, '--image', image, '--config', '-'], { env, input: JSON.stringify(config) });
    const api = await openApi(readFileSync(kubeconfig, 'utf8'));
    await Promise.all([nodesReady(api, 1, signal), namespaceReady(api, 'default', signal), servicesReady(api, signal)]);
    const took = performance.now() - began;
    api.close();
    return took;
  } finally {
    await execa(kind, ['delete', ...named], { env });
  }
}
