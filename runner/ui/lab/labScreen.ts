import type { SessionEvent } from '../../session/event.ts';
import type { SessionState } from '../../session/state.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { Terminal } from '../../world/machine/machine.ts';
import type { LabScreenRequest, Leaving } from '../contract.ts';
import { rowsWanted } from '../panel/layout.ts';
import { choosingOf } from '../panel/pick.ts';
import { type Effect, isOutOfHints, type Press, press, switchFocus } from '../panel/press.ts';
import { afterEvent, coversShell, firstView, type View, withExtension } from '../panel/view.ts';
import { Store } from '../store.ts';
import { Compositor } from '../terminal/compositor.ts';
import { type Arrangement, type Geometry, moved, type Split, unmoved } from '../terminal/geometry.ts';
import { PromptTypist } from '../terminal/promptTypist.ts';
import { backMessage } from './backMessage.ts';
import { Countdown } from './countdown.ts';
import { Hold } from './hold.ts';
import { reasonOf } from './reason.ts';

/** How long the line of a step that has just ended stays lit, in ms. */
const flash = 1500;

/** A lab on the screen: what happens in the session and in the shell becomes the view, what is pressed becomes intents. */
export class LabScreen {
  readonly view: Store<View>;
  readonly geometry: Store<Geometry>;
  readonly compositor: Compositor;
  readonly left: Promise<Leaving>;
  readonly #request: LabScreenRequest;
  readonly #typist = new PromptTypist((data) => this.compositor.type(data));
  readonly #hold = new Hold((held) => this.#held(held));
  readonly #countdown = new Countdown(() => this.#change({ ...this.view.get(), now: this.#request.now() }));
  readonly #undo: (() => void)[] = [];
  #split: Split;
  #wanted = 0;
  #leave: (leaving: Leaving) => void = () => {};
  #terminal: Terminal | undefined;
  #flash: NodeJS.Timeout | undefined;
  #cursor: { readonly column: number; readonly row: number } | undefined;

  constructor(request: LabScreenRequest) {
    this.#request = request;
    const { labs, language, session, extension } = request;
    this.view = new Store({ ...firstView(labs, language, session.state(), extension?.view.get()), now: request.now() });
    this.#split = request.split ?? unmoved;
    this.left = new Promise((resolve) => {
      this.#leave = resolve;
    });
    this.compositor = new Compositor({
      stdin: request.stdin,
      stdout: request.stdout,
      onSwitch: () => {
        if (this.view.get().mode === 'page') extension?.close();
        else this.#change(switchFocus(this.view.get()));
      },
      onResize: (geometry) => this.geometry.set(geometry),
      onMark: (mark) => {
        this.#hold.mark(mark);
        this.#typist.mark(mark);
      },
      onQuiet: () => this.#typist.quiet(),
      onLook: () => request.onQuiet?.(),
      sayBack: (back) => say(this.view.get().language, backMessage(back)),
      onEnded: () => this.#leave({ how: 'ended' }),
    });
    this.geometry = new Store(this.compositor.geometry);
    this.#giveRoom();
  }

  open(): void {
    const { session, onSaid, extension } = this.#request;
    this.compositor.open();
    this.#setPanes();
    this.#undo.push(
      session.subscribe((event, state) => this.#happened(event, state)),
      onSaid?.((words) => this.#said(words)) ?? (() => {}),
      extension?.view.subscribe(() => this.#extend()) ?? (() => {}),
      extension?.onLabs((labs) => this.#change({ ...this.view.get(), labs })) ?? (() => {}),
      extension?.onMachine(() => this.#moved()) ?? (() => {}),
      () => clearTimeout(this.#flash),
      () => this.#hold.stop(),
      () => this.#countdown.stop(),
      () => this.#letGo(),
    );
    void this.#openShell();
  }

  close(): void {
    for (const undo of this.#undo.splice(0)) undo();
    this.compositor.close();
  }

  #letGo(): void {
    const terminal = this.#terminal;
    this.#terminal = undefined;
    terminal?.close();
  }

  press(key: Press): void {
    const { mode, shell, extension } = this.view.get();
    const without = shell.status === 'ended' || shell.status === 'lost';
    const rescues = without && (extension?.rescue.presses.includes(key.text) ?? false);
    const mayExtend = mode === 'page' || mode === 'reading' || (mode === 'leaving' && rescues);
    if (mayExtend && this.#request.extension?.press(key, shell.status === 'held')) {
      this.#extend();
      return;
    }
    const { view, effect } = press(this.view.get(), key, this.#request.now());
    this.#change(view);
    if (effect) this.#carryOut(effect);
  }

  /** Moves the text of the panel; `at` and `last` as it is laid out now. */
  scroll(rows: number, { at, last }: { readonly at: number; readonly last: number }): void {
    if (this.view.get().mode === 'page' && this.#request.extension?.move(rows)) return;
    // Arrows choose where there is something to choose; the page keys still move the text.
    if (Math.abs(rows) === 1 && choosingOf(this.view.get())) {
      this.press({ name: rows < 0 ? 'up' : 'down', text: '' });
      return;
    }
    // Several keys may come before it is drawn again.
    const { scroll } = this.view.get();
    const from = typeof scroll === 'number' ? Math.min(scroll, last) : at;
    this.#change({ ...this.view.get(), scroll: Math.max(0, Math.min(last, from + rows)) });
  }

  /** Where the panel has its cursor, as laid out now. */
  placeCursor(cursor: { readonly column: number; readonly row: number } | undefined): void {
    this.#cursor = cursor;
    this.#setPanes();
  }

  /** At once where a key has brought it about: the next one may be for what it has opened. */
  #extend(): void {
    const shown = this.#request.extension?.view.get();
    if (shown && shown !== this.view.get().extension) this.#change(withExtension(this.view.get(), shown));
  }

  #carryOut(effect: Effect): void {
    if (effect.type === 'send') this.#request.session.send(effect.intent);
    if (effect.type === 'leave') this.#leave({ how: effect.how });
    if (effect.type === 'reopen') void this.#openShell();
    if (effect.type === 'free') this.#request.freeShell?.();
    if (effect.type === 'type') (effect.run ? this.#typist : this.compositor).type(effect.text);
    if (effect.type === 'split') this.#moveSplit(effect.by);
  }

  #held(held: boolean): void {
    const view = this.view.get();
    if (view.shell.status !== (held ? 'open' : 'held')) return;
    this.#change({ ...view, shell: { status: held ? 'held' : 'open' } });
  }

  #change(view: View): void {
    const before = this.view.get();
    this.view.set(view);
    this.#countdown.follow(view, this.#request.now());
    if (view.language !== before.language) this.#request.onLanguage?.(view.language);
    if (view.zoomed !== before.zoomed) this.#arrange();
    if (view.session.current !== before.session.current) this.#giveRoom();
    if (view.focus !== before.focus || view.mode !== before.mode || view.zoomed !== before.zoomed) this.#setPanes();
  }

  #setPanes(): void {
    const view = this.view.get();
    this.compositor.setPanes({ focus: view.focus, overlay: coversShell(view), panelCursor: this.#cursor });
  }

  /** Once a step: every change of the panel's height redraws what runs in the shell. */
  #giveRoom(): void {
    this.#wanted = rowsWanted(this.view.get(), this.compositor.size.columns);
    this.#arrange();
  }

  get #arrangement(): Arrangement {
    return { zoomed: this.view.get().zoomed, split: this.#split, wanted: this.#wanted };
  }

  #arrange(): void {
    this.compositor.arrange(this.#arrangement);
  }

  #moveSplit(by: -1 | 1): void {
    this.#split = moved(this.compositor.size, this.#arrangement, by);
    this.#arrange();
    this.#request.onSplit?.(this.#split);
  }

  #happened(event: SessionEvent, state: SessionState): void {
    this.#change(afterEvent({ ...this.view.get(), now: this.#request.now() }, event, state));
    if (event.type === 'solution.typed') this.#typist.type(event.commands);
    if (event.type === 'step.ended') this.#calmDownLater();
  }

  /** A highlight ends with time: nothing else announces that it has been seen. */
  #calmDownLater(): void {
    clearTimeout(this.#flash);
    this.#flash = setTimeout(() => {
      const { fresh: _, ...calm } = this.view.get();
      this.#change(calm);
    }, flash);
  }

  #said([word, ...rest]: readonly string[]): void {
    const view = this.view.get();
    // Nobody else answers this: a hint that is not there makes no event.
    if (word === 'hint' && isOutOfHints(view)) this.#change({ ...view, outOfHints: true, scroll: 'end' });
    if (word === 'help') this.#change({ ...view, mode: 'help', focus: 'panel', scroll: 0 });
    if (word === 'steps') this.#change({ ...view, mode: 'summary', focus: 'panel', scroll: 0 });
    if (word !== 'leave') return;
    if (rest[0] === 'remove' || rest[0] === 'keep') this.#leave({ how: rest[0] });
    else this.#change({ ...view, mode: 'leaving', focus: 'panel', scroll: 0 });
  }

  /** The learner's machine is another one: its shell takes the old one's place. */
  #moved(): void {
    this.#letGo();
    if (this.view.get().mode === 'leaving') this.#change({ ...this.view.get(), mode: 'reading', focus: 'shell' });
    void this.#openShell();
  }

  async #openShell(): Promise<void> {
    const { language } = this.view.get();
    this.#typist.forget();
    this.#change({ ...this.view.get(), shell: { status: 'opening' } });
    this.compositor.announce(say(language, message('screen.opening')));
    try {
      const terminal = await this.#request.terminal(this.compositor.shellSize);
      this.#terminal = terminal;
      this.compositor.attach(terminal);
      this.#change({ ...this.view.get(), shell: { status: 'open' } });
      await terminal.closed;
      if (this.#terminal !== terminal) return;
      this.#ask({ status: 'ended' });
    } catch (error) {
      this.#ask({ status: 'lost', reason: reasonOf(error, language) });
    }
  }

  /** Without a shell there is nothing to go on with: asks what now. */
  #ask(shell: View['shell']): void {
    this.#terminal = undefined;
    this.#hold.stop();
    this.#change({ ...this.view.get(), shell, mode: 'leaving', focus: 'panel', scroll: 0 });
  }
}
