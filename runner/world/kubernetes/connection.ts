import type Docker from 'dockerode';
import type { Message } from '../../words/message.ts';
import { WorldError } from '../world.ts';
import { type Api, openApi, Refused } from './call.ts';
import type { ClusterSession } from './cluster.ts';
import { kindsOf } from './kinds.ts';
import type { KubernetesObject } from './model.ts';
import type { Ahead } from './serverClock.ts';
import { explainer, nodesNotReady } from './trouble.ts';
import { KindWatch, type KnownObject } from './watch.ts';

type Given = {
  readonly host: Docker;
  readonly session: ClusterSession;
  /** The machine's clock, in ms since 1970. */
  readonly now: () => number;
  /** Why nothing can be asked any more, where that is so. */
  readonly whyGone: () => Message | undefined;
  readonly onChange: (object: KubernetesObject) => void;
  readonly onAgain: () => void;
};

/** How long silence is taken for peace, in ms. What is known of the cluster comes from what it says. */
const peace = 1_000;
/** How long an API server that has answered before may take to say that it is alive, in ms: less than a check may take. */
const pulseDeadline = 4_000;

/** The watches over a cluster, each begun when its kind is first asked for, and again whenever it ends. */
export class Connection {
  readonly #given: Given;
  readonly #api: Promise<Api>;
  #opened: Api | undefined;
  readonly #kinds: Promise<ReturnType<typeof kindsOf>>;
  readonly #explain: Promise<ReturnType<typeof explainer>>;
  readonly #watches = new Map<string, KindWatch>();
  #lastSign = 0;
  #times = 1;
  #pulse: Promise<void> | undefined;

  constructor(given: Given) {
    this.#given = given;
    const { host, session } = given;
    this.#api = openApi(session.ownKubeconfig).then((api) => {
      this.#opened = api;
      return api;
    });
    this.#kinds = this.#api.then(kindsOf);
    this.#explain = this.#api.then((api) => explainer({ api, host, nodes: session.nodes }));
    for (const each of [this.#api, this.#kinds, this.#explain]) each.catch(() => undefined);
  }

  /** Every object of this kind, in the session's namespace unless another is given. Rejects with `WorldError` where what is known may be out of date. */
  async all(kind: string, signal?: AbortSignal, namespace?: string): Promise<readonly KnownObject[]> {
    return this.explained(async () => {
      const [watch, nodes] = await Promise.all([this.#watch(kind, namespace), this.#watch('Node')]);
      // Those begun here are fresh; of the others it must be known that whoever tells of changes is alive.
      await Promise.all([watch.ready(), nodes.ready().catch(unlessRefused)]);
      await this.#alive();
      // Where it ended meanwhile, and another server has answered, it knows no longer what there is.
      await watch.ready();
      signal?.throwIfAborted();
      const trouble = kind === 'Node' ? undefined : nodesNotReady(nodes.all().map(({ object }) => object));
      const lost = this.#given.session.trouble?.() ?? trouble;
      if (lost) throw new WorldError(lost);
      return watch.all();
    });
  }

  /** Asks anew, whatever was heard just now. Resolves with how often the server has been found again. */
  async answers(signal?: AbortSignal): Promise<number> {
    await this.all('Pod', signal);
    await this.explained(() => this.#feelPulse());
    return this.#times;
  }

  /** Begins to watch these kinds, those that it may. */
  watch(kinds: readonly string[]): void {
    for (const kind of kinds)
      this.#watch(kind)
        .then((watch) => watch.ready())
        .catch(() => undefined);
  }

  removed(kind: string, since: number, namespace?: string): readonly KubernetesObject[] {
    return this.#watches.get(this.#key(kind, namespace))?.removed(since) ?? [];
  }

  withApi<T>(work: (api: Api) => T): Promise<T> {
    const done = this.#api.then(work);
    done.catch(() => undefined);
    return done;
  }

  /** How far the API server's clock is ahead of this computer's. */
  ahead = (): Ahead | undefined => this.#opened?.ahead();

  /** What went wrong in words that say what to do. */
  async explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const gone = this.#given.whyGone();
      if (gone) throw new WorldError(gone, { cause: error });
      const explain = await this.#explain;
      throw await explain(error);
    }
  }

  close(): void {
    for (const watch of this.#watches.values()) watch.close();
    this.#api.then(
      (api) => api.close(),
      () => undefined,
    );
  }

  #key(kind: string, namespace = this.#given.session.namespace): string {
    return namespace === this.#given.session.namespace ? kind : `${kind} ${namespace}`;
  }

  async #watch(kind: string, namespace = this.#given.session.namespace): Promise<KindWatch> {
    const key = this.#key(kind, namespace);
    const known = this.#watches.get(key);
    if (known) return known;
    const [api, kinds] = await Promise.all([this.#api, this.#kinds]);
    const resource = await kinds(kind);
    const { now, onChange, onAgain } = this.#given;
    const watch =
      this.#watches.get(key) ??
      new KindWatch({
        ...{ api, kind, resource, namespace, now },
        onHeard: () => {
          this.#lastSign = performance.now();
        },
        onChange,
        onAgain: () => {
          this.#times += 1;
          onAgain();
        },
      });
    this.#watches.set(key, watch);
    return watch;
  }

  /** A server that hangs keeps its connections: only that it answers tells that it is there. */
  async #alive(): Promise<void> {
    if (performance.now() - this.#lastSign < peace) return;
    this.#pulse ??= this.#feelPulse().finally(() => {
      this.#pulse = undefined;
    });
    await this.#pulse;
  }

  async #feelPulse(): Promise<void> {
    const api = await this.#api;
    const answer = await api.open('GET', '/livez/ping', { patience: pulseDeadline });
    answer.resume();
    this.#lastSign = performance.now();
  }
}

/** On somebody's own cluster the runner may not look at nodes, and then does without. */
const unlessRefused = (error: unknown): void => {
  if (!(error instanceof Refused)) throw error;
};
