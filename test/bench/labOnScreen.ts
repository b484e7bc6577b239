import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { recordOf } from '../../runner/infra/machine/labels.ts';
import type { MachineRecord } from '../../runner/infra/machine/model.ts';
import { sessions, stateFolder } from '../../runner/journal/folder.ts';
import { openTerminal, type TestTerminal } from '../helpers/terminal.ts';
import { type Setting, wide } from './setting.ts';

/** What the panel says while an image is on its way to the machine. */
const loading = 'is being loaded';

/** The built program on a pty, with a state folder and so a machine of its own. */
export class LabOnScreen implements AsyncDisposable {
  readonly terminal: TestTerminal;
  readonly #setting: Setting;
  readonly #env: Setting['env'];

  constructor(terminal: TestTerminal, setting: Setting, env: Setting['env']) {
    this.terminal = terminal;
    this.#setting = setting;
    this.#env = env;
  }

  /** Resolves once the machine's shell has shown its prompt. */
  prompt(): Promise<void> {
    return this.terminal.waitUntil(atPrompt, "the shell's prompt", 60_000);
  }

  /** Resolves once the lab's images are on the machine: the panel then says what it waits for, and nothing else. */
  loaded(): Promise<void> {
    const isLoaded = ({ raw }: TestTerminal) => raw.includes(loading);
    return this.terminal
      .waitUntil(isLoaded, 'images being loaded', 60_000)
      .then(() => this.terminal.waitUntil((terminal) => !terminal.screen().includes(loading), 'images loaded', 60_000));
  }

  async machine(): Promise<MachineRecord> {
    const found = (await this.#machines())[0];
    if (!found) throw new Error('The lab has no machine.');
    return found;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.terminal[Symbol.asyncDispose]();
    for (const each of await this.#machines()) await this.#setting.machines.remove(each);
  }

  async #machines(): Promise<readonly MachineRecord[]> {
    const { docker } = this.#setting.prepared.engine;
    const own = new Set(sessions(stateFolder(this.#env)).map((each) => each.session));
    const all = await docker.listContainers({ all: true, filters: { label: ['seatrial.session'] } });
    return all.map(recordOf).filter((each) => own.has(each.session));
  }
}

/** Starts the program with these arguments. */
export async function startProgram(setting: Setting, args: readonly string[]): Promise<LabOnScreen> {
  const env = { ...setting.env, XDG_STATE_HOME: mkdtempSync(join(setting.folder, 'state-')) };
  const terminal = await openTerminal(process.execPath, [setting.program, ...args], { ...wide, env });
  return new LabOnScreen(terminal, setting, env);
}

/** Whether the cursor stands at the prompt of the machine's shell, with nothing typed. */
export function atPrompt(terminal: TestTerminal): boolean {
  const { row } = terminal.cursor();
  return (terminal.rows()[row] ?? '').trimEnd().endsWith('root@lab:~#');
}
