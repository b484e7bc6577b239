import { machinesOn } from '../../runner/infra/machine/machinesOn.ts';
import type { Machine } from '../../runner/world/machine/machine.ts';
import type { Wake } from '../../runner/world/wake.ts';
import type { Setting } from './setting.ts';

/** A machine for one figure, with its engine answering and the image `linux`. */
export async function benchMachine({ prepared }: Setting): Promise<Machine & AsyncDisposable> {
  const machine = await machinesOn(prepared).create({ session: 'bench', lab: 'bench', language: 'en' });
  await machine.load(['linux']);
  return { ...machine, [Symbol.asyncDispose]: () => machine.remove() };
}

/** Runs a script on the machine; rejects with what it said where it fails. */
export async function run({ world }: Machine, script: string): Promise<void> {
  const { exitCode, output } = await world.shell.script(script, {}, 120_000);
  if (exitCode !== 0) throw new Error(output);
}

/** Resolves once this holds, looked at again whenever the world says that something has happened. */
export function until({ world }: Machine, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = world.subscribe((_: Wake) => {
      if (!holds()) return;
      stop();
      resolve();
    });
  });
}
