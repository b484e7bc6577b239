import { openTerminal } from '../../helpers/terminal.ts';
import type { Figure } from '../figure.ts';
import { type Setting, wide } from '../setting.ts';
import { inTurn, median } from '../statistics.ts';

const times = 15;

export const home: Figure = {
  name: 'home',
  about: 'From the start of `seatrial` to its first text, and to the whole home screen.',
  async measure(setting) {
    const first: number[] = [];
    const home = async () => {
      const times = await openHome(setting);
      first.push(times.text);
      return times.frame;
    };
    // The first visit asks the engine; the bench has seen to it that there is nothing to do.
    await home();
    first.length = 0;
    const { frame, bare } = await inTurn(times, { frame: home, bare: bareLine });
    const limit = { of: 'Node writes a line', value: median(bare) };
    return [
      { name: 'home: first text', unit: 'ms', ours: median(first), limit, goal: { kind: 'times', most: 1.5 }, times },
      { name: 'home: whole frame', unit: 'ms', ours: median(frame), limit, goal: { kind: 'times', most: 6 }, times },
    ];
  },
};

async function openHome(setting: Setting): Promise<{ readonly text: number; readonly frame: number }> {
  const began = performance.now();
  await using terminal = await setting.open([]);
  await terminal.waitUntil(({ raw }) => /\S/.test(raw), 'the first text', 60_000);
  const text = performance.now() - began;
  await terminal.wait(/A container is an isolated process[\s\S]*quit/, 60_000);
  const frame = performance.now() - began;
  terminal.keys('q');
  await terminal.exit;
  return { text, frame };
}

async function bareLine(): Promise<number> {
  const began = performance.now();
  const script = 'process.stdout.write("A container is an isolated process\\n")';
  await using terminal = await openTerminal(process.execPath, ['-e', script], wide);
  await terminal.wait('A container');
  const shown = performance.now() - began;
  await terminal.exit;
  return shown;
}
