import { spawn } from '@lydell/node-pty';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { type IBufferCell, Terminal } from '@xterm/headless';

export type Size = { readonly columns: number; readonly rows: number };

export type TerminalOptions = Partial<Size> & {
  /** Added to the test's own environment; a value of `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
};

export type Cell = {
  readonly text: string;
  readonly width: number;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly inverse: boolean;
  /** -1 for the terminal's own, else an index of the palette or 0xRRGGBB. */
  readonly foreground: number;
  readonly background: number;
};

export type Exit = { readonly exitCode: number; readonly signal: number };

const names = {
  enter: '\r',
  escape: '\x1b',
  tab: '\t',
  backspace: '\x7f',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  pageUp: '\x1b[5~',
  pageDown: '\x1b[6~',
  switch: '\x1d',
  'ctrl-c': '\x03',
  'ctrl-d': '\x04',
} as const;

export type KeyName = keyof typeof names;

/** A program on a pty, its screen as a terminal shows it. */
export class TestTerminal implements AsyncDisposable {
  readonly exit: Promise<Exit>;
  readonly #pty;
  readonly #emulator: Terminal;
  readonly #watchers = new Set<() => void>();
  #size: Size;
  #ended = false;
  #cursorShown = true;
  /** In the middle of a frame, which a pty hands on in pieces. */
  #drawing = false;
  #raw = '';

  constructor(file: string, args: readonly string[], { columns = 80, rows = 24, env = {}, cwd }: TerminalOptions) {
    this.#size = { columns, rows };
    this.#emulator = new Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
    this.#emulator.loadAddon(new Unicode11Addon());
    this.#emulator.unicode.activeVersion = '11';
    this.#pty = spawn(file, [...args], {
      name: 'xterm-256color',
      cols: columns,
      rows,
      ...(cwd && { cwd }),
      env: environment(env),
    });
    this.#watchModes('h', true);
    this.#watchModes('l', false);
    this.#emulator.onData((reply) => this.write(reply));
    this.#pty.onData((data) => {
      this.#raw += data;
      this.#emulator.write(data, () => this.#changed());
    });
    this.exit = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal = 0 }) => {
        this.#ended = true;
        this.#emulator.write('', () => {
          this.#changed();
          resolve({ exitCode, signal });
        });
      });
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** Everything that the program wrote, as it wrote it. */
  get raw(): string {
    return this.#raw;
  }

  /** The visible rows, without the blanks at their ends. */
  screen(): string {
    return this.rows().join('\n');
  }

  rows(): readonly string[] {
    const { active } = this.#emulator.buffer;
    return Array.from({ length: this.#size.rows }, (_, y) => {
      return active.getLine(active.viewportY + y)?.translateToString(true) ?? '';
    });
  }

  /** Every row, those too that have scrolled away. */
  scrollback(): readonly string[] {
    const { active } = this.#emulator.buffer;
    return Array.from({ length: active.length }, (_, y) => active.getLine(y)?.translateToString(true) ?? '');
  }

  /** The cells of one visible row, from 0. */
  cells(row: number): readonly Cell[] {
    const { active } = this.#emulator.buffer;
    const line = active.getLine(active.viewportY + row);
    return Array.from({ length: this.#size.columns }, (_, x) => line?.getCell(x)).flatMap((cell) =>
      cell ? [plainCell(cell)] : [],
    );
  }

  cursor(): { readonly column: number; readonly row: number; readonly shown: boolean } {
    const { cursorX, cursorY } = this.#emulator.buffer.active;
    return { column: cursorX, row: cursorY, shown: this.#cursorShown };
  }

  /** Whether the program draws on the alternate screen. */
  alternate(): boolean {
    return this.#emulator.buffer.active.type === 'alternate';
  }

  /** Resolves as soon as the screen shows this. Rejects with the screen if it does not within the deadline, or the program ends first. */
  wait(wanted: string | RegExp, deadline?: number): Promise<void> {
    const label = typeof wanted === 'string' ? JSON.stringify(wanted) : String(wanted);
    const shows = (screen: string) => (typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen));
    return this.waitUntil((terminal) => shows(terminal.screen()), label, deadline);
  }

  /** Resolves as soon as this holds, looked at again whenever output has been parsed and a frame is whole. The deadline is in ms. */
  waitUntil(holds: (terminal: TestTerminal) => boolean, label: string, deadline = 30_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        end();
      };
      const look = () => {
        if ((!this.#drawing || this.#ended) && holds(this)) settle(resolve);
        else if (this.#ended) settle(() => reject(this.#failure(`The program ended before it showed ${label}.`)));
      };
      const late = () => settle(() => reject(this.#failure(`Not shown within ${deadline} ms: ${label}.`)));
      const timer = setTimeout(late, deadline);
      this.#watchers.add(look);
      look();
    });
  }

  write(data: string): void {
    if (!this.#ended) this.#pty.write(data);
  }

  /** Presses keys: names such as `enter`, or characters. */
  keys(...keys: readonly (KeyName | (string & {}))[]): void {
    for (const key of keys) this.write(isName(key) ? names[key] : key);
  }

  resize({ columns, rows }: Size): void {
    this.#size = { columns, rows };
    this.#emulator.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  kill(signal: NodeJS.Signals): void {
    if (!this.#ended) this.#pty.kill(signal);
  }

  /** Closes the terminal, as its window would be; the program is still there. */
  hangUp(): void {
    this.#ended = true;
    Reflect.apply(Reflect.get(this.#pty, 'destroy'), this.#pty, []);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill('SIGKILL');
    await this.exit;
    this.#emulator.dispose();
  }

  #changed(): void {
    for (const look of [...this.#watchers]) look();
  }

  #failure(what: string): Error {
    const frame = '─'.repeat(this.#size.columns);
    return new Error(`${what}\n${frame}\n${this.screen()}\n${frame}`);
  }

  #watchModes(final: 'h' | 'l', set: boolean): void {
    this.#emulator.parser.registerCsiHandler({ prefix: '?', final }, (params) => {
      if (params.includes(25)) this.#cursorShown = set;
      if (params.includes(2026)) this.#drawing = set;
      return false;
    });
  }
}

/** Starts a program on a pty of its own: 80×24 unless told otherwise. */
export async function openTerminal(
  file: string,
  args: readonly string[] = [],
  options: TerminalOptions = {},
): Promise<TestTerminal> {
  return new TestTerminal(file, args, options);
}

const isName = (key: string): key is KeyName => key in names;

function environment(added: NonNullable<TerminalOptions['env']>): Record<string, string> {
  const all = Object.entries({ ...process.env, ...added });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const plainCell = (cell: IBufferCell): Cell => ({
  text: cell.getChars(),
  width: cell.getWidth(),
  bold: cell.isBold() !== 0,
  dim: cell.isDim() !== 0,
  inverse: cell.isInverse() !== 0,
  foreground: cell.isFgDefault() ? -1 : cell.getFgColor(),
  background: cell.isBgDefault() ? -1 : cell.getBgColor(),
});
