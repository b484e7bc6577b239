import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nonceOf } from '../../runner/infra/machine/labels.ts';
import { type EngineEvent, listen } from '../../runner/world/docker/events.ts';
import { type Engine, engineOf } from '../../runner/world/machine/engine.ts';
import { atPrompt, type LabOnScreen, startProgram } from './labOnScreen.ts';
import type { Setting } from './setting.ts';

/** What one `docker run -d …` took, in ms. */
export type Run = {
  /** From Enter to the shell's next prompt on the screen, and to the verdict. */
  readonly prompt: number;
  readonly verdict: number;
  /** From the engine's own stamp on the start event to a bare reader of the events, and to the verdict on the screen. */
  readonly heard: number;
  readonly drawn: number;
};

const firstNumber = 1001;

/** A lab of so many steps, each of which wants one container more. */
function labOf(steps: number): string {
  const step = (number: number) => `
  - id: run-${number}
    title: Run ${number}
    text: Start a container from the image \`linux\`, in the background, that runs \`sleep ${number}\`.
    checks:
      - docker/container: { image: linux, args: sleep ${number} }
    solution: docker run -d linux sleep ${number}`;
  const numbers = Array.from({ length: steps }, (_, index) => firstNumber + index);
  return `format: 1
id: bench
title: Many containers
minutes: 5
needs: { docker: {} }
images: [linux]
steps:${numbers.map(step).join('')}
`;
}

/** The lab on the screen, and a bare reader of its machine's events beside it. */
export class RunsLab implements AsyncDisposable {
  readonly #lab: LabOnScreen;
  readonly #engine: Engine;
  readonly #starts = new Set<(event: EngineEvent) => void>();
  #number = firstNumber;

  constructor(lab: LabOnScreen, engine: Engine) {
    this.#lab = lab;
    this.#engine = engine;
  }

  async listen(): Promise<void> {
    await listen(this.#engine.docker, undefined, (event) => {
      if (event.type === 'container' && event.action === 'start') for (const hear of this.#starts) hear(event);
    });
  }

  /** Types the next command as a learner does, and lets the container be removed before the one after. */
  async run(): Promise<Run> {
    const { terminal } = this.#lab;
    const number = this.#number++;
    await terminal.wait(`. Run ${number}`, 30_000);
    await terminal.waitUntil(atPrompt, "the shell's prompt", 30_000);
    // With a name of the engine's own choice the line that is waited for is broken wherever that ends.
    const command = `docker run -d --name s${number} linux sleep ${number}`;
    for (let length = 1; length <= command.length; length++) {
      terminal.write(command.slice(length - 1, length));
      await terminal.wait(` ${command.slice(0, length).trimEnd()}`);
    }
    const start = this.#nextStart();
    const green = new RegExp(`✔ .*runs sleep ${number}\\b`);
    const began = performance.now();
    terminal.keys('enter');
    const [prompt, verdict, { event, at }] = await Promise.all([
      terminal.waitUntil(atPrompt, "the shell's next prompt", 30_000).then(() => performance.now()),
      terminal.wait(green, 30_000).then(() => performance.now()),
      start,
    ]);
    await this.#engine.docker.getContainer(event.id).remove({ force: true });
    const stamp = event.at - performance.timeOrigin;
    return { prompt: prompt - began, verdict: verdict - began, heard: at - stamp, drawn: verdict - stamp };
  }

  async runs(times: number): Promise<readonly Run[]> {
    const all: Run[] = [];
    for (let n = 0; n < times; n++) all.push(await this.run());
    return all;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#engine.close();
    await this.#lab[Symbol.asyncDispose]();
  }

  #nextStart(): Promise<{ readonly event: EngineEvent; readonly at: number }> {
    return new Promise((resolve) => {
      const hear = (event: EngineEvent) => {
        this.#starts.delete(hear);
        resolve({ event, at: performance.now() });
      };
      this.#starts.add(hear);
    });
  }
}

/** Opens a lab with room for so many commands, its images loaded. */
export async function openRunsLab(setting: Setting, runs: number): Promise<RunsLab> {
  const folder = join(setting.folder, `runs-${runs}`, 'bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'lab.yaml'), labOf(runs + 1));
  const lab = await startProgram(setting, ['run', folder, '--trust']);
  await lab.prompt();
  await lab.loaded();
  const { docker } = setting.prepared.engine;
  const { id } = await lab.machine();
  const { Config } = await docker.getContainer(id).inspect();
  const opened = new RunsLab(lab, engineOf(docker, id, nonceOf(Config.Labels)));
  await opened.listen();
  return opened;
}
