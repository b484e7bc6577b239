import { PassThrough } from 'node:stream';
import type Docker from 'dockerode';
import { ensureNetwork } from '../../runner/infra/machine/network.ts';
import { removeMachine } from '../../runner/infra/machine/removeMachine.ts';
import { defaultLimits, machineSpec } from '../../runner/infra/machine/spec.ts';
import { engineOf } from '../../runner/world/machine/engine.ts';
import type { Setting } from './setting.ts';

/** Starts a machine and nothing else, and removes it: how long until its engine answers, in ms. */
export async function bareMachine({ prepared: { engine, images } }: Setting): Promise<number> {
  const { docker } = engine;
  const nonce = 'bench';
  const image = images.get('machine') ?? '';
  await ensureNetwork(docker, image);
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
