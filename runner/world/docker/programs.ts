import type { Helper } from '../machine/helper.ts';
import type { MachineNotice } from '../machine/notice.ts';
import { learnersRuns, type Opened } from './learnersRuns.ts';
import type { ApiCall, CalledSo, Container, Exec, Listing, Watched } from './model.ts';

type Told = Extract<MachineNotice, { type: 'program' | 'called' | 'listed' | 'told' | 'blind' }>;

type Sources = {
  readonly helper: Helper;
  readonly nonce: string;
  readonly container: (id: string) => Promise<Container | undefined>;
  readonly execs: (since: number, signal?: AbortSignal) => Promise<readonly Exec[]>;
  readonly calls: (since: number) => readonly ApiCall[];
  readonly now: () => Promise<number>;
};

/** How long a watcher that lives may take to tell what it has heard, in ms. */
const longest = 3_000;

/** Watches over what is run inside containers: the machine's watchers tell of it on its channel. */
export function programWatch({ helper, nonce, container, execs, calls, now }: Sources) {
  const opened: (Opened & { readonly listed: Listing[]; name?: string; called?: CalledSo })[] = [];
  const missed = new Map<string, { readonly at: number; readonly why: string }>();
  /** First processes that were watched over once: a watcher that must be begun again has missed something. */
  const watched = new Set<number>();
  /** Who waits for a watcher to have told all, by the number that it was given. */
  const waiting = new Map<string, () => void>();
  let isAsked = false;
  let numbers = 0;

  const watch = async (found: Container): Promise<void> => {
    const { id, pid, createdAt } = found;
    if (pid === undefined) return;
    const made = String(Math.floor(createdAt / 1000));
    const answer = (await helper.ask('watch', nonce, id, String(pid), made)).toString();
    const isFirst = !watched.has(pid);
    if (answer === 'begun' && isFirst) {
      watched.add(pid);
      // What an exec ran that was begun before is not known.
      const ours = (await execs(found.startedAt ?? 0)).filter(({ container, asked }) => container === id && asked);
      const earlier = ours.at(-1);
      if (earlier) missed.set(id, { at: earlier.at, why: 'late' });
    } else if (answer === 'begun') missed.set(id, { at: await now(), why: 'ended' });
    // Its container has ended meanwhile: there is nothing to be watched over.
    else if (answer !== 'there' && (await container(id))?.pid === pid) missed.set(id, { at: await now(), why: answer });
    else watched.add(pid);
  };

  return {
    /** Whether it tells of anything that is to be known: what reads in a container without being run there does not. */
    hear(notice: Told, at: number): boolean {
      if (notice.type === 'told') {
        waiting.get(notice.number)?.();
        return false;
      }
      if (notice.type === 'blind') missed.set(notice.container, { at, why: notice.why });
      else if (notice.type === 'program') opened.push({ ...notice, at, listed: [] });
      else {
        const run = opened.findLast((each) => each.pid === notice.pid && each.container === notice.container);
        if (run && notice.type === 'called') run.called = { words: notice.words, there: notice.there };
        if (notice.type === 'called') return run !== undefined;
        if (run && notice.name !== '') run.name = notice.name;
        run?.listed.push({ path: notice.path, fresh: notice.fresh, at });
        return run !== undefined;
      }
      return true;
    },

    /** A container has been started: where somebody asks what is run in containers, that is watched over at once. */
    async started(id: string): Promise<void> {
      const found = isAsked ? await container(id) : undefined;
      if (found?.state === 'running') await watch(found);
    },

    async told(id: string, signal?: AbortSignal): Promise<void> {
      const found = await container(id);
      if (found?.state !== 'running' || found.pid === undefined) return;
      numbers += 1;
      const number = String(numbers);
      const { promise, resolve } = Promise.withResolvers<void>();
      // A watcher that ends says nothing more: that it was missed is known by who asks it next.
      const late = AbortSignal.any([AbortSignal.timeout(longest), ...(signal ? [signal] : [])]);
      waiting.set(number, resolve);
      late.addEventListener('abort', () => resolve(), { once: true });
      try {
        if ((await helper.ask('ask', String(found.pid), number)).length === 0) await promise;
      } finally {
        waiting.delete(number);
      }
    },

    async runs(id: string, signal?: AbortSignal): Promise<Watched> {
      isAsked = true;
      const found = await container(id);
      if (found?.state === 'running') await watch(found);
      const gap = missed.get(id);
      const own = opened.filter((each) => each.container === id);
      const known = own.length > 0 ? await execs(0, signal) : [];
      return {
        runs: learnersRuns(own, { execs: known, calls: calls(0), container: found }),
        ...(gap && { missed: gap }),
      };
    },
  };
}
