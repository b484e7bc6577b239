import { machinesOn } from '../../runner/infra/machine/machinesOn.ts';
import type { Machines } from '../../runner/infra/machine/model.ts';
import type { Machine, Terminal } from '../../runner/world/machine/machine.ts';
import type { Wake } from '../../runner/world/wake.ts';
import { prepared } from './engine.ts';

const machines = machinesOn(await prepared());

/** Machines on this engine, as tests open them. */
export const testMachines = (): Machines => machines;

/** A machine for one test. `await using` removes it at the end, whatever happened. */
export async function openMachine(session = 'test'): Promise<Machine & AsyncDisposable> {
  const machine = await testMachines().create({ session, lab: 'test', language: 'en' });
  return { ...machine, [Symbol.asyncDispose]: () => machine.remove() };
}

/** Resolves at the next wake of this topic, on a machine or its world. */
export function wake({ world }: Pick<Machine, 'world'>, topic: string, matches = (_: Wake) => true): Promise<Wake> {
  return new Promise((resolve) => {
    const stop = world.subscribe((each) => {
      if (each.topic !== topic || !matches(each)) return;
      stop();
      resolve(each);
    });
  });
}

/** Types a line into the learner's shell; resolves once the shell has said that it is done. */
export async function type(machine: Machine, terminal: Terminal, line: string): Promise<void> {
  const done = wake(machine, 'shell.command');
  terminal.write(`${line}\r`);
  await done;
}

/** Resolves once this text stands in what the terminal has shown since. */
export function shown(terminal: Terminal, text: string): Promise<string> {
  return new Promise((resolve) => {
    let output = '';
    const onData = (chunk: Buffer) => {
      output += chunk.toString();
      if (!output.includes(text)) return;
      terminal.output.off('data', onData);
      resolve(output);
    };
    terminal.output.on('data', onData);
  });
}

/** Runs a script on the machine and gives what it printed. */
export async function run(machine: Pick<Machine, 'world'>, script: string): Promise<string> {
  return (await machine.world.shell.script(script, {}, 60_000)).output.trim();
}
