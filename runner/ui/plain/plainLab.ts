import { StringDecoder } from 'node:string_decoder';
import type { SessionEvent } from '../../session/event.ts';
import type { SessionState } from '../../session/state.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { Terminal } from '../../world/machine/machine.ts';
import type { LabScreenRequest, Leaving } from '../contract.ts';
import { reasonOf } from '../lab/reason.ts';
import { isOutOfHints } from '../panel/press.ts';
import { afterEvent, firstView, type View } from '../panel/view.ts';
import { Emulator } from '../terminal/emulator.ts';
import { feed } from '../terminal/feed.ts';
import type { Size } from '../terminal/geometry.ts';
import { cooked, takeKeyboard } from '../terminal/keyboard.ts';
import type { Mark } from '../terminal/marks.ts';
import { PromptTypist } from '../terminal/promptTypist.ts';
import { Quiet } from '../terminal/quiet.ts';
import { onEveryWayOut } from '../terminal/restore.ts';
import { type Line, span } from '../text/line.ts';
import { widthOf } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { isNews } from './isNews.ts';
import { LineQuestion, type LineQuestionOptions } from './lineQuestion.ts';
import { OutputFilter } from './outputFilter.ts';
import { fitting } from './plainText.ts';
import { noHintLeft, stepsSoFar, tell, typedHelp, welcome } from './plainWords.ts';

type Answer = 'keep' | 'remove' | 'stay' | 'free' | 'wait';

type Asked = 'screen.plain.leave' | 'screen.plain.leaveEnded' | 'screen.plain.free';

/** Ctrl-] */
const wayOut = '\x1d';

/** A lab line by line: the shell has the terminal, and what there is to tell stands above its prompt. */
export class PlainLab {
  readonly left: Promise<Leaving>;
  readonly #request: LabScreenRequest;
  readonly #filter: OutputFilter;
  readonly #emulator: Emulator;
  readonly #typist = new PromptTypist((data) => this.#terminal?.write(data));
  readonly #quiet: Quiet;
  readonly #undo: (() => void)[] = [];
  #view: View;
  #leave: (leaving: Leaving) => void = () => {};
  #terminal: Terminal | undefined;
  /** Whether a command has the terminal: then what there is to tell waits for the next prompt. */
  #busy = true;
  #held: string[] = [];
  #question: LineQuestion<Answer> | undefined;
  #askAtPrompt = false;
  /** The shell's output since the question was asked. */
  #heldOutput = '';
  #promptBefore = '';
  /** How many pieces have been shown. */
  #shown = 0;

  constructor(request: LabScreenRequest) {
    this.#request = request;
    this.#view = firstView(request.labs, request.language, request.session.state());
    const { NO_COLOR, TERM } = request.env;
    this.#filter = new OutputFilter({ colorless: Boolean(NO_COLOR) || TERM === 'dumb' });
    this.#emulator = new Emulator(this.#size, { input: () => {}, mark: () => {}, bell: () => {} });
    this.#quiet = new Quiet({ quiet: () => this.#typist.quiet(), look: () => request.onQuiet?.() });
    this.left = new Promise((resolve) => {
      this.#leave = resolve;
    });
  }

  open(): void {
    const { stdin, stdout, session, onSaid } = this.#request;
    const ended = () => this.#leave({ how: 'ended' });
    this.#show(`${this.#text((columns) => welcome(this.#view, columns)).join('\r\n')}\r\n`);
    const giveBack = takeKeyboard(stdin, (text) => this.#typed(text), ended);
    const resized = () => {
      this.#emulator.resize(this.#size);
      void this.#terminal?.resize(this.#size.columns, this.#size.rows);
    };
    stdout.on('resize', resized);
    this.#undo.push(
      session.subscribe((event, state) => this.#happened(event, state)),
      onSaid?.((words) => this.#said(words)) ?? (() => {}),
      onEveryWayOut(() => cooked(stdin), ended),
      () => stdout.off('resize', resized),
      giveBack,
      () => this.#quiet.stop(),
      () => this.#letGo(),
      () => this.#emulator.dispose(),
    );
    void this.#openShell();
  }

  close(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }

  #letGo(): void {
    const terminal = this.#terminal;
    this.#terminal = undefined;
    terminal?.close();
  }

  get #size(): Size {
    const { columns, rows } = this.#request.stdout;
    return { columns: columns || 80, rows: rows || 24 };
  }

  async #openShell(): Promise<void> {
    try {
      const terminal = await this.#request.terminal(this.#size);
      this.#terminal = terminal;
      const decoder = new StringDecoder('utf8');
      const stop = feed(terminal.output, (data, parsed) => {
        for (const piece of this.#filter.read(decoder.write(Buffer.from(data)))) {
          if (piece.type === 'text') this.#fromShell(piece.text);
          else this.#marked(piece.mark);
        }
        this.#emulator.write('', parsed);
        this.#quiet.active();
      });
      await terminal.closed;
      stop();
      if (this.#terminal !== terminal) return;
      this.#terminal = undefined;
      this.#ask('screen.plain.leaveEnded');
    } catch (error) {
      const reason = reasonOf(error, this.#view.language);
      this.#show(`\r\n${this.#sentence(say(this.#view.language, message('screen.shellLost', { reason })))}`);
      this.#ask('screen.plain.leaveEnded');
    }
  }

  #fromShell(text: string): void {
    if (this.#question) this.#heldOutput += text;
    else this.#show(text);
  }

  #marked(mark: Mark): void {
    this.#busy = mark.type === 'started';
    this.#typist.mark(mark);
    if (this.#busy) return;
    if (this.#held.length > 0) this.#show(`${this.#held.splice(0).join('\r\n')}\r\n`);
    if (this.#askAtPrompt) this.#ask('screen.plain.leave');
  }

  #happened(event: SessionEvent, state: SessionState): void {
    const before = this.#view.session;
    this.#view = afterEvent(this.#view, event, state);
    if (event.type === 'solution.typed') this.#typist.type(event.commands);
    if (!isNews(event, before, this.#view)) return;
    const view = this.#view;
    this.#tell((columns) => tell(event, view, columns));
  }

  #said([word, ...rest]: readonly string[]): void {
    // Nobody else answers this: a hint that is not there makes no event.
    if (word === 'hint' && isOutOfHints(this.#view)) this.#tell((columns) => noHintLeft(this.#view, columns));
    if (word === 'steps') this.#tell((columns) => stepsSoFar(this.#view, columns));
    if (word === 'help') this.#tell((columns) => typedHelp(this.#view, columns));
    if (word !== 'leave') return;
    if (rest[0] === 'remove' || rest[0] === 'keep') this.#leave({ how: rest[0] });
    else this.#askToLeave();
  }

  /** Above the prompt: at once while the shell waits at it, else before the next one. */
  #tell(lay: (columns: number) => readonly Line[]): void {
    const lines = this.#text(lay);
    if (lines.length === 0) return;
    this.#held.push(...lines);
    if (!this.#busy && !this.#question) this.#tellAtPrompt();
  }

  #tellAtPrompt(): void {
    const shown = this.#shown;
    // Once all that was shown has been parsed, the prompt's line is known.
    this.#emulator.write('', () => {
      if (this.#busy || this.#question || this.#held.length === 0) return;
      if (shown !== this.#shown) return this.#tellAtPrompt();
      const prompt = this.#emulator.lineUpToCursor();
      // The prompt gives way, and comes again below; blanks take it away on every terminal.
      const blanks = ' '.repeat(Math.min(widthOf(prompt), this.#size.columns - 1));
      this.#show(`\r${blanks}\r${this.#held.splice(0).join('\r\n')}\r\n${prompt}`);
    });
  }

  #askToLeave(): void {
    const shown = this.#shown;
    // The prompt has to be known, to stand there again for whoever stays.
    this.#emulator.write('', () => {
      if (this.#question) return;
      if (this.#busy) this.#askAtPrompt = true;
      else if (shown !== this.#shown) this.#askToLeave();
      else this.#ask('screen.plain.leave');
    });
  }

  #ask(id: Asked): void {
    this.#askAtPrompt = false;
    this.#question = new LineQuestion(this.#answersOf(id));
    this.#promptBefore = this.#busy ? '' : this.#emulator.lineUpToCursor();
    this.#show(`\r\n${this.#sentence(say(this.#view.language, message(id)))} `);
  }

  #answersOf(id: Asked): LineQuestionOptions<Answer> {
    if (id === 'screen.plain.free') return { answers: ['free', 'wait'], otherwise: 'free', interrupted: 'wait' };
    const otherwise = this.#view.session.finished ? 'remove' : 'keep';
    return id === 'screen.plain.leave'
      ? { answers: ['keep', 'remove', 'stay'], otherwise, interrupted: 'stay' }
      : { answers: ['keep', 'remove'], otherwise, interrupted: 'keep' };
  }

  #typed(text: string): void {
    if (!this.#question) {
      if (text === wayOut && this.#busy) {
        this.#ask('screen.plain.free');
        return;
      }
      // What Enter starts is busy before the shell says so.
      if (text.endsWith('\r')) this.#busy = true;
      this.#terminal?.write(text);
      return;
    }
    const { echo, answer } = this.#question.read(text);
    this.#show(echo);
    if (answer === 'keep' || answer === 'remove') this.#leave({ how: answer });
    if (answer === 'free') this.#request.freeShell?.();
    if (answer !== 'stay' && answer !== 'free' && answer !== 'wait') return;
    this.#question = undefined;
    this.#show(this.#heldOutput || this.#promptBefore);
    this.#heldOutput = '';
  }

  #text(lay: (columns: number) => readonly Line[]): readonly string[] {
    return fitting(lay, Math.max(20, this.#size.columns - 1));
  }

  #sentence(words: string): string {
    return this.#text((columns) => wrap([span(words)], columns)).join('\r\n');
  }

  #show(text: string): void {
    this.#shown += 1;
    this.#request.stdout.write(text);
    this.#emulator.write(text, () => {});
  }
}
