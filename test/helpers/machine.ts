import Docker from 'dockerode';
import type { Machine, Machines } from '../../runner/world/machine/machine.ts';
import { machines } from '../../runner/world/machine/machines.ts';

/** Machines on this engine, as tests open them. */
export const testMachines = (docker = new Docker()): Machines =>
  machines({
    docker,
    image: 'seatrial/machine:dev',
    imageReference: async (name) => `seatrial/${name}:dev`,
  });

/** A machine for one test. `await using` removes it at the end, whatever happened. */
export async function openMachine(session = 'test'): Promise<Machine & AsyncDisposable> {
  const machine = await testMachines().create({ session, lab: 'test', language: 'en' });
  return { ...machine, [Symbol.asyncDispose]: () => machine.remove() };
}
