import type { Lab, LabIn, Step } from '../../lab/lab.ts';
import { Interrupted } from '../../prove/interrupted.ts';
import type { SessionEvent } from '../../session/event.ts';
import type { Session, SessionListener } from '../../session/session.ts';
import type { SessionState } from '../../session/state.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import { type Language, type Message, message } from '../../words/message.ts';
import type { Machine } from '../../world/machine/machine.ts';
import { WorldError } from '../../world/world.ts';
import { intentOf } from '../run/journaledSession.ts';
import { type AuthorMachine, openAuthorMachine } from './authorMachine.ts';
import type { AuthorSessionRequest } from './authorSessionRequest.ts';
import { Listeners } from './listeners.ts';
import type { Looks } from './looks.ts';
import { readAgain } from './readAgain.ts';
import { type AuthorState, bad, calm, type Saying } from './state.ts';

/** The lab, the machine and the session that an author has open. One thing is done with them at a time. */
export class AuthorSession {
  readonly tools: Tools;
  readonly read: AuthorSessionRequest['read'];
  readonly #request: AuthorSessionRequest;
  readonly #events = new Listeners<Parameters<SessionListener>>();
  readonly #words = new Listeners<[readonly string[]]>();
  readonly #labsTaken = new Listeners<[LabIn]>();
  readonly #machines = new Listeners<[]>();
  /** Machines on their way out. */
  readonly #leaving = new Set<Promise<void>>();
  /** The author has the machine's shell before them. */
  #attached = Promise.withResolvers<void>();
  #labs: LabIn;
  #language: Language;
  #state: AuthorState = calm;
  #machine: AuthorMachine | undefined;
  #work: Promise<void> | undefined;
  /** What the lab says is held against what it declares, which is in English. */
  #inEnglish = false;
  /** The files have changed while something was being done. */
  #unread = false;

  constructor(request: AuthorSessionRequest) {
    this.#request = request;
    this.#labs = request.labs;
    this.#language = request.language;
    this.tools = request.tools;
    this.read = request.read;
  }

  get labs(): LabIn {
    return this.#labs;
  }

  get state(): AuthorState {
    return this.#state;
  }

  get looks(): Looks {
    return this.#opened.looks();
  }

  get harness(): Harness {
    return this.#opened.harness;
  }

  get madeFor(): Lab {
    return this.#opened.madeFor;
  }

  get busy(): boolean {
    return this.#work !== undefined;
  }

  readonly session: Pick<Session, 'state' | 'subscribe' | 'send'> = {
    state: () => this.harness.watched().session.state(),
    subscribe: this.#events.add,
    send: (intent) => {
      // Whoever asks for another look wants the files to be looked at, too.
      if (intent.type === 'recheck') this.changed();
      this.harness.watched().session.send(intent);
    },
  };

  /** A view of the shell. With it the machine is as the author finds it. */
  readonly terminal: Machine['terminal'] = async (size) => {
    const opened = this.#opened;
    const terminal = await opened.harness.machine.terminal(size).finally(this.#attached.resolve);
    if (opened === this.#machine && !this.busy) this.#remember();
    return terminal;
  };

  readonly onSaid = this.#words.add;
  readonly onLabs = this.#labsTaken.add;
  readonly onMachine = this.#machines.add;

  /** The step that is open; undefined once all have ended. What is typed and earned is declared in English. */
  openStep(): Step | undefined {
    return this.#labs.en.steps[this.session.state().current];
  }

  set(change: Partial<AuthorState>): void {
    this.#state = { ...this.#state, ...change };
    this.#request.onChange();
  }

  readonly doing = (words: Message): void => this.set({ doing: words });

  /** One more sentence about what was done last. */
  readonly say = (saying: Saying): void => this.set({ said: [...this.#state.said, saying] });

  closePage(): void {
    const { page: _, ...rest } = this.#state;
    this.#state = rest;
    this.#request.onChange();
  }

  async inEnglish<T>(work: () => Promise<T>): Promise<T> {
    this.#inEnglish = true;
    return work().finally(() => {
      this.#inEnglish = false;
    });
  }

  setLanguage(language: Language): void {
    this.#language = language;
  }

  /** The lab's files have changed. */
  changed(): void {
    if (this.busy) this.#unread = true;
    else this.do(() => readAgain(this));
  }

  /** Does one thing; nothing else is begun until it is done. */
  do(work: () => Promise<void>): void {
    if (this.busy) return;
    this.#state = { ...this.#state, said: [] };
    this.#work = this.#opened
      .remembered()
      .then(work)
      .catch((error: unknown) => {
        if (error instanceof WorldError) this.say(bad(error.explanation));
        else if (!(error instanceof Interrupted)) this.#request.onFault(error);
      })
      .then(() => this.#done());
  }

  takeLab(labs: LabIn): void {
    this.#labs = labs;
    this.#labsTaken.tell(labs);
  }

  /** Opens the session again with another past; what was seen of these steps says nothing any more. */
  async reopenSession(steps: readonly string[], revise: Parameters<Harness['reopenWith']>[0]): Promise<void> {
    this.#opened.forget(steps);
    await this.harness.reopenWith(revise);
    this.#resumed();
  }

  /** Puts the machine back to where this step was opened, and the step is open anew. Resolves with whether that was possible. */
  async putBack(step: Step): Promise<boolean> {
    if (!(await this.#opened.putBack(step.id))) return false;
    await this.harness.reopen(step);
    this.#resumed();
    return true;
  }

  /** Another machine takes the place of this one, which is removed meanwhile. */
  async replaceMachine(): Promise<void> {
    this.doing(message('dev.fresh'));
    const old = this.#machine;
    await this.openMachine();
    this.#state = { ...this.#state, stale: [] };
    this.#attached = Promise.withResolvers();
    this.#machines.tell();
    this.#resumed();
    if (old) this.#remove(old);
    // What is typed next is to be seen.
    await this.#attached.promise;
  }

  /** Removes every machine. */
  async end(): Promise<void> {
    this.#attached.resolve();
    // What waits for a machine that is gone waits for ever.
    await Promise.race([this.#work, this.#machine?.harness.machine.gone ?? this.#work]);
    if (this.#machine) this.#remove(this.#machine);
    await Promise.all(this.#leaving);
  }

  get #opened(): AuthorMachine {
    if (!this.#machine) throw new Error('There is no machine yet.');
    return this.#machine;
  }

  async openMachine(): Promise<void> {
    const opened = await openAuthorMachine({
      labs: () => this.#labs,
      language: () => (this.#inEnglish ? 'en' : this.#language),
      tools: this.tools,
      onEvent: (from, event, state) => from === this.#machine && this.#happened(event, state),
      onLook: (from) => from === this.#machine && this.#request.onChange(),
    });
    const { machine, watched } = opened.harness;
    machine.onSaid(({ words }) => {
      if (opened !== this.#machine) return;
      const intent = intentOf(words);
      if (intent) this.session.send(intent);
      this.#words.tell(words);
    });
    void machine.gone.then(({ explanation }) => watched().session.report(explanation));
    this.#machine = opened;
  }

  #done(): void {
    this.#work = undefined;
    const { doing: _, ...rest } = this.#state;
    this.#state = rest;
    this.#remember();
    this.#request.onChange();
    if (!this.#unread) return;
    this.#unread = false;
    this.changed();
  }

  /** The session has another past: the screen is told as of a session that goes on. */
  #resumed(): void {
    const event: SessionEvent = { at: this.tools.clock.now(), type: 'session.resumed' };
    this.#events.tell(event, this.session.state());
    this.#request.onChange();
  }

  #happened(event: SessionEvent, state: SessionState): void {
    this.#events.tell(event, state);
    this.#request.onChange();
    if (event.type === 'step.opened' && !this.busy) this.#remember();
  }

  #remember(): void {
    const step = this.openStep();
    if (step) this.#machine?.remember(step.id);
  }

  #remove({ harness }: AuthorMachine): void {
    const removal = harness.remove().finally(() => this.#leaving.delete(removal));
    this.#leaving.add(removal);
  }
}
