import { bareMachine } from '../bareMachine.ts';
import type { Figure } from '../figure.ts';
import { startProgram } from '../labOnScreen.ts';
import type { Setting } from '../setting.ts';
import { inTurn, median } from '../statistics.ts';

const times = 7;

export const opened: Figure = {
  name: 'opened',
  about: "From Enter on the home screen to the shell's prompt on a new machine.",
  async measure(setting) {
    await openFromHome(setting);
    const { ours, bare } = await inTurn(times, {
      ours: () => openFromHome(setting),
      bare: () => bareMachine(setting),
    });
    const limit = { of: '`docker run` → engine answers', value: median(bare) };
    return [
      { name: 'lab opened → prompt', unit: 'ms', ours: median(ours), limit, goal: { kind: 'times', most: 1.2 }, times },
    ];
  },
};

async function openFromHome(setting: Setting): Promise<number> {
  await using lab = await startProgram(setting, []);
  await lab.terminal.wait(/A container is an isolated process[\s\S]*quit/, 60_000);
  const began = performance.now();
  lab.terminal.keys('enter');
  await lab.prompt();
  return performance.now() - began;
}
