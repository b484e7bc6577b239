import { StringDecoder } from 'node:string_decoder';
import type { Api } from './call.ts';
import type { Resource } from './kinds.ts';
import type { KubernetesObject } from './model.ts';

type List = {
  readonly metadata: { readonly resourceVersion: string };
  readonly items: readonly KubernetesObject[];
};

type WatchEvent = {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: KubernetesObject;
};

type Given = {
  readonly api: Api;
  readonly kind: string;
  readonly resource: Resource;
  readonly namespace: string;
  /** The machine's clock, in ms since 1970. */
  readonly now: () => number;
  /** Whoever tells of changes has said something. */
  readonly onHeard: () => void;
  readonly onChange: (object: KubernetesObject) => void;
  /** What was known may have changed unseen, and is known again. */
  readonly onAgain: () => void;
};

/** An object, and when it was first seen and last changed, in ms since 1970 by the machine's clock. */
export type KnownObject = {
  readonly object: KubernetesObject;
  readonly at: number;
  readonly changed: number;
  /** Whether it was there when the watch began, so that nobody saw it come. */
  readonly listed: boolean;
  /** Whether its last change is known from a list only, so that nobody heard when it came. */
  readonly unheard: boolean;
};

/** How long an answer may take to begin, in ms: less than a check may take. */
const patience = 5_000;
/** A watch that lived shorter than this (ms) is begun again by the next question only, not at once. */
const shortLife = 1_000;

/**
The objects of one kind, kept up to date: listed, watched from the list's version on, and listed again whenever the watch
ends ("Efficient detection of changes" in the Kubernetes API concepts).
*/
export class KindWatch {
  readonly #given: Given;
  #objects = new Map<string, KnownObject>();
  readonly #removed: Pick<KnownObject, 'object' | 'at'>[] = [];
  #up: Promise<void> | undefined;
  #wasUp = false;
  readonly #abort = new AbortController();

  constructor(given: Given) {
    this.#given = given;
  }

  /** Resolves once what exists is known and changes are heard; rejects where the API cannot be asked. */
  ready(): Promise<void> {
    this.#up ??= this.#begin().catch((error: unknown) => {
      this.#up = undefined;
      throw error;
    });
    return this.#up;
  }

  all(): readonly KnownObject[] {
    return [...this.#objects.values()];
  }

  removed(since: number): readonly KubernetesObject[] {
    return this.#removed.filter(({ at }) => at >= since).map(({ object }) => object);
  }

  close(): void {
    this.#abort.abort();
  }

  async #begin(): Promise<void> {
    const { api, resource, namespace, onAgain } = this.#given;
    const { signal } = this.#abort;
    const path = `${resource.base}${resource.namespaced ? `/namespaces/${namespace}` : ''}/${resource.plural}`;
    const list = await api.call<List>('GET', path, { signal, patience });
    const from = encodeURIComponent(list.metadata.resourceVersion);
    const query = `watch=1&allowWatchBookmarks=true&resourceVersion=${from}`;
    const stream = await api.open('GET', `${path}?${query}`, { signal, patience });
    this.#take(list.items);
    const began = performance.now();
    const decoder = new StringDecoder('utf8');
    let rest = '';
    this.#given.onHeard();
    stream.on('data', (chunk: Buffer) => {
      this.#given.onHeard();
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') this.#hear(JSON.parse(line));
    });
    stream.on('error', () => undefined);
    stream.on('close', () => {
      this.#up = undefined;
      if (performance.now() - began > shortLife && !signal.aborted) this.ready().catch(() => undefined);
    });
    if (this.#wasUp) onAgain();
    this.#wasUp = true;
  }

  /** What is not on the list has gone while nobody listened. */
  #take(items: readonly KubernetesObject[]): void {
    const before = this.#objects;
    const at = this.#given.now();
    this.#objects = new Map(
      items.map((item) => {
        const object = this.#whole(item);
        const known = before.get(object.metadata.uid);
        const isAsBefore = known?.object.metadata.resourceVersion === object.metadata.resourceVersion;
        const seen = { at: known?.at ?? at, changed: at, listed: known?.listed ?? true, unheard: true };
        return [object.metadata.uid, known && isAsBefore ? known : { object, ...seen }];
      }),
    );
    for (const [uid, { object }] of before) if (!this.#objects.has(uid)) this.#removed.push({ object, at });
  }

  #hear({ type, object: given }: WatchEvent): void {
    // After an error, such as 410 Gone, the server ends the watch.
    if (type === 'BOOKMARK' || type === 'ERROR') return;
    const object = this.#whole(given);
    const { uid } = object.metadata;
    const at = this.#given.now();
    if (type === 'DELETED') {
      this.#objects.delete(uid);
      this.#removed.push({ object, at });
    } else {
      const before = this.#objects.get(uid);
      const seen = { at: before?.at ?? at, changed: at, listed: before?.listed ?? false, unheard: false };
      this.#objects.set(uid, { object, ...seen });
    }
    this.#given.onChange(object);
  }

  /** The items of a list do not say what they are. */
  #whole(object: KubernetesObject): KubernetesObject {
    return { ...object, kind: this.#given.kind, apiVersion: this.#given.resource.apiVersion };
  }
}
