import { isDeepStrictEqual } from 'node:util';
import type { Terminal } from '../../world/machine/machine.ts';
import { span } from '../text/line.ts';
import { padEnd } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { type Area, Canvas, type Cursor } from './canvas.ts';
import { Emulator } from './emulator.ts';
import { feed } from './feed.ts';
import { type Arrangement, type Geometry, geometryOf, type Rect, type Size, unmoved } from './geometry.ts';
import { PanelInput, PanelOutput } from './inkStreams.ts';
import { cooked, takeKeyboard } from './keyboard.ts';
import { type Back, LookBack } from './lookBack.ts';
import type { Mark } from './marks.ts';
import { Pace } from './pace.ts';
import { Quiet } from './quiet.ts';
import { onEveryWayOut } from './restore.ts';
import { applicationKeys, type Input, pasteMarker, Router } from './router.ts';

export type CompositorRequest = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Ctrl-] was pressed. */
  readonly onSwitch: () => void;
  /** The window has another size, or its halves have. */
  readonly onResize: (geometry: Geometry) => void;
  readonly onMark: (mark: Mark) => void;
  /** The shell's output rests after activity. */
  readonly onQuiet: () => void;
  /** The same, or the output has gone on for a while without a rest. */
  readonly onLook: () => void;
  /** What stands in the shell's last row while its earlier output is in view. */
  readonly sayBack: (back: Back) => string;
  /** A signal, or the terminal has gone; the screen is already restored. */
  readonly onEnded: () => void;
};

/** What stands where, besides the shell's cells. */
export type PaneState = {
  readonly focus: 'shell' | 'panel';
  /** The panel has the whole window. */
  readonly overlay: boolean;
  /** Where the panel wants the cursor, from its own corner. */
  readonly panelCursor?: { readonly column: number; readonly row: number } | undefined;
};

/** Owns the window: draws the shell's cells and the panel's frames into it, and hands the keys to the one in focus. */
export class Compositor {
  readonly input = new PanelInput();
  readonly output: PanelOutput;
  readonly #request: CompositorRequest;
  readonly #canvas: Canvas;
  readonly #emulator: Emulator;
  readonly #router = new Router();
  readonly #lookBack: LookBack;
  readonly #pace = new Pace(() => this.#paint());
  readonly #quiet: Quiet;
  readonly #undo: (() => void)[] = [];
  #arrangement: Arrangement = { zoomed: false, split: unmoved, wanted: 0 };
  #geometry: Geometry;
  #panes: PaneState = { focus: 'shell', overlay: false };
  #frame: readonly string[] = [];
  #terminal: Terminal | undefined;
  /** A key was pressed whose echo has not come yet. */
  #awaitsEcho = false;

  constructor(request: CompositorRequest) {
    this.#request = request;
    this.#canvas = new Canvas(request.stdout);
    this.#geometry = geometryOf(this.size, this.#arrangement);
    this.#quiet = new Quiet({ quiet: request.onQuiet, look: request.onLook });
    this.#emulator = new Emulator(this.shellSize, {
      input: (data) => this.#terminal?.write(data),
      mark: request.onMark,
      bell: () => this.#canvas.pass('\x07'),
    });
    this.#lookBack = new LookBack(this.#emulator);
    this.output = new PanelOutput(this.panelSize, (frame) => {
      this.#frame = frame;
      this.#pace.soon();
    });
  }

  get size(): Size {
    return { columns: this.#request.stdout.columns || 80, rows: this.#request.stdout.rows || 24 };
  }

  get geometry(): Geometry {
    return this.#geometry;
  }

  get shellSize(): Size {
    return this.#geometry.kind === 'small' ? { columns: 80, rows: 24 } : this.#geometry.shell;
  }

  /** What the panel has: its own rectangle, or the whole window. */
  get panelSize(): Size {
    return this.#panelRect;
  }

  open(): void {
    const { stdin, stdout, onEnded } = this.#request;
    this.#canvas.enter();
    this.#canvas.forget();
    const giveBack = takeKeyboard(stdin, (text) => this.#read(text), onEnded);
    const restore = () => {
      this.#canvas.leave();
      cooked(stdin);
    };
    const resized = () => this.#resized();
    stdout.on('resize', resized);
    this.#undo.push(
      onEveryWayOut(restore, onEnded),
      () => stdout.off('resize', resized),
      () => this.#pace.stop(),
      () => this.#quiet.stop(),
      () => this.#canvas.leave(),
      giveBack,
      () => this.#emulator.dispose(),
    );
  }

  close(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }

  /** Shows this terminal in the shell's half. */
  attach(terminal: Terminal): void {
    this.#terminal = terminal;
    this.#emulator.write('\x1bc', () => undefined);
    void terminal.resize(this.shellSize.columns, this.shellSize.rows);
    const stop = feed(terminal.output, (data, parsed) =>
      this.#emulator.write(data, () => {
        parsed();
        this.#quiet.active();
        if (this.#awaitsEcho) this.#pace.atOnce();
        else this.#pace.now();
        this.#awaitsEcho = false;
      }),
    );
    void terminal.closed.then(() => {
      stop();
      if (this.#terminal === terminal) this.#terminal = undefined;
    });
  }

  /** A sentence of our own in the shell's half, until a terminal is there. */
  announce(sentence: string): void {
    this.#emulator.write(`\x1b[2J\x1b[H\x1b[2m${sentence}\x1b[0m`, () => this.#pace.soon());
  }

  /** Types into the shell. */
  type(data: string): void {
    this.#emulator.type(data);
  }

  /** Parts the window anew between panel and shell. */
  arrange(arrangement: Arrangement): void {
    this.#arrangement = arrangement;
    if (!isDeepStrictEqual(geometryOf(this.size, arrangement), this.#geometry)) this.#resized();
  }

  setPanes(panes: PaneState): void {
    const turned = panes.overlay !== this.#panes.overlay;
    this.#panes = panes;
    if (turned) this.#rearrange();
    this.#pace.soon();
  }

  get #panelRect(): Rect {
    if (this.#panes.overlay || this.#geometry.kind === 'small') return { left: 0, top: 0, ...this.size };
    return this.#geometry.panel;
  }

  #resized(): void {
    this.#geometry = geometryOf(this.size, this.#arrangement);
    if (this.#geometry.kind !== 'small') {
      this.#emulator.resize(this.shellSize);
      void this.#terminal?.resize(this.shellSize.columns, this.shellSize.rows);
    }
    this.#rearrange();
    this.#request.onResize(this.#geometry);
    this.#pace.soon();
  }

  #rearrange(): void {
    this.#frame = [];
    this.#canvas.forget();
    this.output.resize(this.panelSize);
  }

  #read(text: string): void {
    for (const input of this.#router.read(text)) {
      if (input.type === 'switch') this.#request.onSwitch();
      else if (this.#panes.focus === 'panel') this.#toPanel(input);
      else this.#toShell(input);
    }
  }

  #toPanel(input: Input): void {
    if (input.type === 'typed') this.input.write(input.text);
    if (input.type === 'paste') this.input.write(pasteMarker[input.edge]);
    if (input.type === 'pasted') this.input.write(input.text);
  }

  #toShell(input: Input): void {
    this.#awaitsEcho = true;
    const { applicationCursorKeysMode, bracketedPasteMode } = this.#emulator.modes;
    if (input.type === 'typed') {
      const text = this.#lookBack.take(input.text);
      if (text !== input.text) this.#pace.now();
      if (text !== '') this.#emulator.type(applicationCursorKeysMode ? applicationKeys(text) : text);
    }
    if (input.type === 'pasted') this.#emulator.type(input.text);
    if (input.type === 'paste' && bracketedPasteMode) this.#emulator.type(pasteMarker[input.edge]);
    if (input.type === 'page') {
      this.#lookBack.page(input.direction);
      this.#pace.now();
    }
  }

  #paint(): void {
    const rect = this.#panelRect;
    const areas: Area[] = [{ rect, rows: this.#frame }];
    const covered = this.#panes.overlay || this.#geometry.kind === 'small';
    if (!covered && this.#geometry.kind !== 'small') {
      areas.push({ rect: this.#geometry.shell, rows: this.#shellRows(this.#geometry.shell) });
    }
    this.#canvas.draw(areas, this.#cursor(rect));
  }

  #shellRows({ left, columns }: Rect): readonly string[] {
    const rows = this.#emulator.rows(left);
    const back = this.#lookBack.state;
    const [said] = back ? wrap([span(this.#request.sayBack(back))], columns - 1) : [];
    if (!said) return rows;
    return [...rows.slice(0, -1), `\x1b[7m${padEnd(said.map((each) => each.text).join(''), columns)}\x1b[0m`];
  }

  #cursor(panel: Rect): Cursor | undefined {
    const { focus, overlay, panelCursor } = this.#panes;
    if (focus === 'panel' || overlay) {
      return panelCursor && { column: panel.left + panelCursor.column, row: panel.top + panelCursor.row, style: 0 };
    }
    if (this.#geometry.kind === 'small') return undefined;
    const cursor = this.#emulator.cursor();
    const { left, top } = this.#geometry.shell;
    return cursor && { column: left + cursor.column, row: top + cursor.row, style: cursor.style };
  }
}
