import { bareMachine } from '../bareMachine.ts';
import { clusterLab, configMapStep } from '../clusterLab.ts';
import type { Figure } from '../figure.ts';
import { atPrompt, startProgram } from '../labOnScreen.ts';
import type { Setting } from '../setting.ts';
import { inTurn, median } from '../statistics.ts';

const times = 7;

/** The first lab may have to make the cluster; ms. */
const patience = 600_000;

export const kubernetesOpened: Figure = {
  name: 'kubernetes-opened',
  about: "From `seatrial run LAB` to the shell's prompt beside the cluster that is kept.",
  async measure(setting) {
    const folder = clusterLab(setting, 'opened', [configMapStep('one')]);
    await open(setting, folder);
    const { ours, bare } = await inTurn(times, {
      ours: () => open(setting, folder),
      bare: () => bareMachine(setting),
    });
    const limit = { of: '`docker run` → engine answers', value: median(bare) };
    return [
      {
        name: 'Kubernetes lab → prompt',
        unit: 'ms',
        ours: median(ours),
        limit,
        goal: { kind: 'times', most: 1.3 },
        times,
      },
    ];
  },
};

async function open(setting: Setting, folder: string): Promise<number> {
  const began = performance.now();
  await using lab = await startProgram(setting, ['run', folder, '--trust']);
  await lab.terminal.waitUntil(atPrompt, "the shell's prompt", patience);
  return performance.now() - began;
}
