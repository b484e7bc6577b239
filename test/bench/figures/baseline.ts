import { verifyCluster } from '../../../runner/infra/cluster/baseline/verifyCluster.ts';
import { bringUp } from '../../../runner/infra/cluster/bringUp.ts';
import { findCluster } from '../../../runner/infra/cluster/findCluster.ts';
import { benchCluster, clustersOf } from '../clusters.ts';
import type { Figure } from '../figure.ts';
import type { Setting } from '../setting.ts';
import { median, timed } from '../statistics.ts';

const times = 20;

/** ms */
const patience = 600_000;

export const baseline: Figure = {
  name: 'baseline',
  about: 'Comparing the cluster that is kept with its baseline, as before each lab.',
  async measure(setting) {
    await haveKept(setting);
    const samples: number[] = [];
    for (let n = 0; n < times; n++) samples.push(await compareOnce(setting));
    const goal = { kind: 'amount', most: 100 } as const;
    return [{ name: 'cluster compared with its baseline', unit: 'ms', ours: median(samples), goal, times }];
  },
};

async function haveKept({ prepared }: Setting): Promise<void> {
  const signal = AbortSignal.timeout(patience);
  const place = await clustersOf(prepared).open({ session: 'bench', lab: 'bench', needs: {}, signal, tell: () => {} });
  await place.remove();
}

/** With connections of its own, as each lab that is opened has them. */
async function compareOnce({ prepared: { engine } }: Setting): Promise<number> {
  const { docker } = engine;
  const found = await findCluster(docker, benchCluster);
  if (found.kind !== 'ours') throw new Error('The cluster that was kept is gone.');
  const signal = AbortSignal.timeout(patience);
  const live = await bringUp(docker, found, () => {}, signal);
  try {
    return await timed(() => verifyCluster({ docker, live, signal }));
  } finally {
    live.api.close();
  }
}
