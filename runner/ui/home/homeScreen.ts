import type { HomeChoice, HomeRequest } from '../contract.ts';
import type { Press } from '../panel/press.ts';
import { Store } from '../store.ts';
import { Canvas } from '../terminal/canvas.ts';
import type { Size } from '../terminal/geometry.ts';
import { PanelInput, PanelOutput } from '../terminal/inkStreams.ts';
import { cooked, takeKeyboard } from '../terminal/keyboard.ts';
import { Pace } from '../terminal/pace.ts';
import { onEveryWayOut } from '../terminal/restore.ts';
import { type HomeView, moveHome, pressHome } from './homeView.ts';

/** The list of labs over the whole window. */
export class HomeScreen {
  readonly view: Store<HomeView>;
  readonly size: Store<Size>;
  readonly input = new PanelInput();
  readonly output: PanelOutput;
  readonly chosen: Promise<HomeChoice>;
  readonly #request: HomeRequest;
  readonly #canvas: Canvas;
  readonly #pace = new Pace(() => this.#paint());
  readonly #undo: (() => void)[] = [];
  #choose: (choice: HomeChoice) => void = () => {};
  #frame: readonly string[] = [];

  constructor(request: HomeRequest) {
    const { entries, notices, language, stdout } = request;
    this.#request = request;
    this.#canvas = new Canvas(stdout);
    this.view = new Store<HomeView>({ entries, notices, language, selected: 0 });
    this.size = new Store<Size>(sizeOf(stdout));
    this.output = new PanelOutput(this.size.get(), (frame) => {
      this.#frame = frame;
      this.#pace.soon();
    });
    this.chosen = new Promise((resolve) => {
      this.#choose = resolve;
    });
  }

  open(): void {
    const { stdin, stdout } = this.#request;
    const quit = () => this.#choose({ type: 'quit' });
    this.#canvas.enter();
    this.#canvas.forget();
    const typed = (text: string) => {
      if (text === '\x03') this.#choose({ type: 'quit', interrupted: true });
      else this.input.write(text);
    };
    const giveBack = takeKeyboard(stdin, typed, quit);
    const restore = () => {
      this.#canvas.leave();
      cooked(stdin);
    };
    const resized = () => this.#resized();
    stdout.on('resize', resized);
    this.#undo.push(
      onEveryWayOut(restore, quit),
      () => stdout.off('resize', resized),
      () => this.#pace.stop(),
      () => this.#canvas.leave(),
      giveBack,
    );
  }

  close(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }

  press(key: Press): void {
    const { view, choice } = pressHome(this.view.get(), key);
    this.view.set(view);
    if (choice) this.#choose(choice);
  }

  move(rows: number): void {
    this.view.set(moveHome(this.view.get(), rows));
  }

  #resized(): void {
    this.size.set(sizeOf(this.#request.stdout));
    this.#frame = [];
    this.#canvas.forget();
    this.output.resize(this.size.get());
    this.#pace.soon();
  }

  #paint(): void {
    this.#canvas.draw([{ rect: { left: 0, top: 0, ...this.size.get() }, rows: this.#frame }], undefined);
  }
}

const sizeOf = (stdout: NodeJS.WriteStream): Size => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
