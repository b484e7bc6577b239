import type { EngineEvent } from './events.ts';
import type { Container } from './model.ts';

type Sources = {
  /** Asks the engine for a container; undefined where there is none. */
  readonly inspect: (id: string) => Promise<Container | undefined>;
  /** What the engine wrote down when it created the container; undefined where nothing can be read. */
  readonly glance: (id: string) => Promise<Container | undefined>;
  readonly onInspected: (id: string, at: number) => void;
};

type Entry = {
  container?: Container;
  /** Came since the inspect under way began: what it shows may be from before them. */
  since: EngineEvent[];
  /** Something happened that only another inspect can show. */
  doubtful: boolean;
  /** When it last changed, by the machine's clock, in ms since 1970. */
  at: number;
  inspecting?: Promise<void>;
  /** Resolves once anything is known of it, or it is gone. */
  readonly known: PromiseWithResolvers<void>;
};

/** What an event says about a container by itself, before the engine is asked. */
export function applied(container: Container, event: EngineEvent): Container {
  const { pid: _pid, exitCode: _exitCode, error: _error, ...rest } = container;
  const exitCode = Number(event.attributes.exitCode ?? 0);
  switch (event.action) {
    case 'start':
      return { ...rest, state: 'running', startedAt: event.at };
    case 'die':
      return { ...rest, state: 'exited', exitCode, lastExitCode: exitCode };
    case 'pause':
      return { ...container, state: 'paused' };
    case 'unpause':
      return { ...container, state: 'running' };
    case 'rename':
      return { ...container, name: event.attributes.name ?? container.name };
    default:
      return container;
  }
}

// What changes no more than the event itself says, or nothing that a check may know.
const telling = new Set(['pause', 'unpause', 'rename', 'kill', 'attach', 'detach', 'resize', 'top', 'stop', 'destroy']);

/** The machine's containers, kept as they are by the engine's events, so that asking costs no call. */
export class Containers {
  readonly #entries = new Map<string, Entry>();
  readonly #gone = new Map<string, Container>();
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Takes in an event of a container. */
  apply(event: EngineEvent): void {
    if (event.action === 'destroy') this.#forget(event.id);
    if (event.action === 'destroy' || event.action.startsWith('exec_') || this.#gone.has(event.id)) return;
    const entry = this.#entry(event.id, event.at);
    if (entry.inspecting) entry.since.push(event);
    if (entry.container) entry.container = applied(entry.container, event);
    if (!entry.container || !telling.has(event.action)) this.#inspectAgain(event.id, entry);
  }

  /** Asks for a container again, because something else about it changed: a network, its failure to start. */
  refresh(id: string, at: number): void {
    if (this.#entries.has(id)) this.#inspectAgain(id, this.#entry(id, at));
  }

  /** Somebody has asked to start this one: why it could not be started no event tells, and where it can, this is answered once it is. */
  started(reference: string, at: number): void {
    const id = this.#match(reference)?.id ?? reference;
    this.refresh(id, at);
  }

  /** Takes those on the engine's list for all that exist, each to be inspected; of what comes and goes meanwhile, events know better. */
  async reset(list: () => Promise<readonly string[]>, at: number): Promise<void> {
    const before = [...this.#entries.keys()];
    const listed = new Set(await list());
    for (const id of before) if (!listed.has(id)) this.#forget(id);
    const there = [...listed].filter((id) => !this.#gone.has(id));
    await Promise.all(there.map((id) => this.#inspectAgain(id, this.#entry(id, at))));
  }

  /** All that exist, newest first; waits only for those of which nothing is known yet. */
  async all(): Promise<readonly Container[]> {
    await this.#known();
    return this.#now().sort((a, b) => b.createdAt - a.createdAt);
  }

  /** One by id, name or id prefix, in the engine's own order; waits until its PID and addresses are known. */
  async find(reference: string): Promise<Container | undefined> {
    await this.#known();
    const found = this.#match(reference);
    const entry = found && this.#entries.get(found.id);
    if (!entry || !found || found.state !== 'running' || found.pid !== undefined) return found;
    await (entry.inspecting ?? this.#inspectAgain(found.id, entry));
    return this.#entries.get(found.id)?.container;
  }

  remembered(id: string): Container | undefined {
    return this.#entries.get(id)?.container ?? this.#gone.get(id);
  }

  /** Those that were created since then and do not exist any more. */
  removed(since: number): readonly Container[] {
    return [...this.#gone.values()].filter((container) => container.createdAt >= since);
  }

  #now(): Container[] {
    return [...this.#entries.values()].flatMap((entry) => entry.container ?? []);
  }

  #match(reference: string): Container | undefined {
    const all = this.#now();
    const prefixed = all.filter((container) => container.id.startsWith(reference));
    return (
      this.#entries.get(reference)?.container ??
      all.find((container) => container.name === reference.replace(/^\//, '')) ??
      (prefixed.length === 1 ? prefixed[0] : undefined)
    );
  }

  async #known(): Promise<void> {
    const unknown = [...this.#entries.values()].filter((entry) => !entry.container);
    if (unknown.length > 0) await Promise.all(unknown.map((entry) => entry.known.promise));
  }

  #entry(id: string, at: number): Entry {
    const there = this.#entries.get(id);
    const entry = there ?? { since: [], doubtful: false, at, known: Promise.withResolvers() };
    entry.at = Math.max(entry.at, at);
    if (there) return entry;
    this.#entries.set(id, entry);
    // An inspect waits until the engine has started a container: half a second too late to judge it the moment it starts.
    void this.#sources.glance(id).then((seen) => {
      if (seen && !entry.container) this.#learn(entry, seen);
    });
    return entry;
  }

  #learn(entry: Entry, container: Container): void {
    const lastExitCode = entry.container?.lastExitCode;
    entry.container = entry.since.reduce(applied, {
      ...container,
      ...(lastExitCode !== undefined && { lastExitCode }),
    });
    entry.known.resolve();
  }

  #inspectAgain(id: string, entry: Entry): Promise<void> {
    entry.doubtful = true;
    entry.inspecting ??= this.#settle(id, entry).finally(() => {
      delete entry.inspecting;
    });
    return entry.inspecting;
  }

  async #settle(id: string, entry: Entry): Promise<void> {
    while (entry.doubtful) {
      entry.doubtful = false;
      entry.since = [];
      const inspected = await this.#sources.inspect(id);
      if (this.#entries.get(id) !== entry) return;
      if (inspected) {
        this.#learn(entry, inspected);
        this.#sources.onInspected(id, entry.at);
      } else if (!entry.container) {
        // Gone before it could be looked at: the event that says so is on its way.
        this.#forget(id);
      }
    }
  }

  #forget(id: string): void {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    entry?.known.resolve();
    if (entry?.container) this.#gone.set(id, entry.container);
  }
}
