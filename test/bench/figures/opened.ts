import { PassThrough } from 'node:stream';
import type Docker from 'dockerode';
import { engineOf } from '../../../runner/world/machine/engine.ts';
import { removeMachine } from '../../../runner/world/machine/removeMachine.ts';
import { defaultLimits, machineSpec } from '../../../runner/world/machine/spec.ts';
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

async function bareMachine({ prepared: { engine, images } }: Setting): Promise<number> {
  const { docker } = engine;
  const nonce = 'bench';
  const image = images.get('machine') ?? '';
  const began = performance.now();
  const name = `seatrial-bench-${process.pid}`;
  const labels = { 'seatrial.session': 'bench' };
  const container = await docker.createContainer(machineSpec({ name, image, labels, nonce, limits: defaultLimits }));
  try {
    await container.start();
    await saysThatItListens(container);
    const inside = engineOf(docker, container.id, nonce);
    await inside.docker.ping();
    const took = performance.now() - began;
    inside.close();
    return took;
  } finally {
    await removeMachine(docker, container.id);
  }
}

async function saysThatItListens(container: Docker.Container): Promise<void> {
  const log = await container.logs({ follow: true, stdout: true, stderr: true });
  const text = log.pipe(new PassThrough());
  for await (const chunk of text) if (String(chunk).includes('API listen on')) return;
}
