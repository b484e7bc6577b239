import { expect } from 'vitest';
import type { TestTerminal } from '../helpers/terminal.ts';
import { type Newcomer, newcomer } from './newcomer.ts';

const text = (words: string): string => words.replace(/[\s│`]+/g, '');

/** A learner at the screen of the first lab, who notes when the right thing was begun. */
export class Awkward implements AsyncDisposable {
  readonly #learner: Newcomer;
  readonly #screen: TestTerminal;
  #began = 0;

  constructor(learner: Newcomer, screen: TestTerminal) {
    this.#learner = learner;
    this.#screen = screen;
  }

  press(...keys: readonly string[]): void {
    this.#screen.keys(...keys);
  }

  /** Types what must not pass the step, and waits for what is said. */
  async wrong(line: string, said: string): Promise<void> {
    this.press('clear', 'enter', line, 'enter');
    await this.sees(said);
  }

  /** Types what passes, or a part of it; with keys alone where a line is not what does it. */
  async right(line: string): Promise<void> {
    this.rightKeys(`clear; ${line}`, 'enter');
  }

  rightKeys(...keys: readonly string[]): void {
    this.begins();
    this.press(...keys);
  }

  /** What passes the step comes after this. */
  begins(): void {
    this.#began = Date.now();
  }

  /** Waits for the end of a step, which nothing has passed that came before the right way. */
  async passed(step: string): Promise<void> {
    const ended = () => this.#learner.events().find((each) => each.type === 'step.ended' && each.step === step);
    await this.#screen.waitUntil(() => ended() !== undefined, `the end of ${step}`);
    expect(ended()).toMatchObject({ ending: 'solved' });
    expect(ended()?.at).toBeGreaterThanOrEqual(this.#began);
  }

  /** Waits until the screen shows this, whatever its line breaks; presses keys before. */
  async sees(wanted: string | RegExp, ...keys: readonly string[]): Promise<void> {
    this.press(...keys);
    if (typeof wanted !== 'string') return this.#screen.wait(wanted);
    await this.#screen.waitUntil((each) => text(each.screen()).includes(text(wanted)), wanted);
  }

  atPrompt = (): Promise<void> => this.#screen.wait(/root@lab:\S+# *$/m, 30_000);

  aside = (script: string): Promise<string> => this.#learner.aside(script);

  machineName = async (): Promise<string> => (await this.#learner.machine()).name;

  /** The containers' names, as the session knows them. */
  both = async (): Promise<readonly [string, string]> => [
    this.#learner.fact('first_name'),
    this.#learner.fact('second_name'),
  ];

  ids = (): readonly string[] => [this.#learner.fact('first'), this.#learner.fact('second')];

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#screen[Symbol.asyncDispose]();
    await this.#learner[Symbol.asyncDispose]();
  }
}

/** Opens the lab; its image is there. */
export async function awkward(): Promise<Awkward> {
  const learner = await newcomer();
  const screen = await learner.run(['run', 'isolated-processes'], { columns: 90, rows: 50 });
  await screen.wait(/root@lab:\S+# *$/m, 30_000);
  screen.keys('until docker image inspect linux; do :; done &> /dev/null; clear', 'enter');
  await screen.waitUntil((each) => !each.screen().includes('is being loaded'), 'the image is there', 30_000);
  return new Awkward(learner, screen);
}
