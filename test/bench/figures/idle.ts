import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Figure } from '../figure.ts';
import { startProgram } from '../labOnScreen.ts';

/** ms */
const span = 20_000;

export const idle: Figure = {
  name: 'idle',
  about: 'The processor time and the memory of a lab in which nobody does anything for 20 seconds.',
  async measure(setting) {
    await using lab = await startProgram(setting, ['run', 'isolated-processes']);
    await lab.prompt();
    await lab.loaded();
    const bare = spawn(process.execPath, ['-e', 'process.stdout.write("ready"); setInterval(() => {}, 1e9)']);
    await once(bare.stdout, 'data');
    const before = processorTime(lab.terminal.pid);
    // Time is what is measured here: nothing happens in it.
    await setTimeout(span);
    const used = processorTime(lab.terminal.pid) - before;
    const memory = { ours: resident(lab.terminal.pid), bare: resident(bare.pid ?? 0) };
    bare.kill();
    return [
      {
        name: 'idle: processor',
        unit: '%',
        ours: (used / span) * 100,
        goal: { kind: 'amount', most: 0.1 },
        times: 1,
      },
      {
        name: 'idle: memory',
        unit: 'MB',
        ours: memory.ours,
        limit: { of: 'bare Node', value: memory.bare },
        goal: { kind: 'times', most: 2.2 },
        times: 1,
      },
    ];
  },
};

/** What all threads of a process have used, in ms: `/proc/PID/schedstat` in the kernel's scheduler statistics. */
function processorTime(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const used = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return used.reduce((sum, each) => sum + each, 0) / 1e6;
}

/** Resident memory in MB: `VmRSS` of proc(5). */
function resident(pid: number): number {
  return Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
