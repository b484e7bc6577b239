import { StringDecoder } from 'node:string_decoder';
import { message } from '../../words/message.ts';
import type { Relay } from '../machine/relay.ts';
import { WorldError } from '../world.ts';
import { type Heard, readAction } from './actions.ts';
import type { KubernetesAction } from './model.ts';
import { auditFollower } from './nodePrograms.ts';

type Given = {
  /** Starts a program on the control plane. */
  readonly start: (command: readonly string[]) => Promise<Relay>;
  /** Path of the audit log there. */
  readonly path: string;
  readonly user: string;
  readonly namespace: string;
  /** A request has been made, or a stream that it opened has ended. */
  readonly onHeard: (heard: Heard) => void;
};

/** What the learner asked of the API, from the API server's own audit log. */
export class ActionLog {
  readonly #given: Given;
  readonly #actions = new Map<string, KubernetesAction>();
  /** Ids of those that have ended. */
  readonly #ended = new Set<string>();
  #relay: Promise<Relay> | undefined;
  #lost = false;
  #closed = false;

  constructor(given: Given) {
    this.#given = given;
    this.follow();
  }

  /** Oldest first. Throws `WorldError` where the log cannot be read; asking begins to follow it again. */
  since(since: number): readonly KubernetesAction[] {
    return this.#within(since, true);
  }

  /** The same in other namespaces. */
  strays(since: number): readonly KubernetesAction[] {
    return this.#within(since, false);
  }

  #within(since: number, own: boolean): readonly KubernetesAction[] {
    if (this.#lost) {
      this.follow();
      throw new WorldError(message('kubernetes.audit-lost'));
    }
    const isOwn = ({ namespace = this.#given.namespace }: KubernetesAction) => namespace === this.#given.namespace;
    return [...this.#actions.values()]
      .filter((each) => each.at >= since && isOwn(each) === own)
      .sort((a, b) => a.at - b.at);
  }

  /** Follows the log, where nobody does: from its beginning, since what is known already is told from what is new. */
  follow(): void {
    this.#relay ??= this.#begin().catch((error: unknown) => {
      this.#relay = undefined;
      this.#lost = true;
      throw error;
    });
    this.#relay.catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    this.#relay?.then(
      (relay) => relay.destroy(),
      () => undefined,
    );
  }

  async #begin(): Promise<Relay> {
    const { start, path, user } = this.#given;
    const relay = await start(['perl', '-e', auditFollower, path, `"username":"${user}"`]);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    let told = false;
    relay.on('data', (chunk: Buffer) => {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line !== '') this.#hear(line);
        else {
          told = true;
          this.#lost = false;
        }
      }
    });
    relay.on('error', () => undefined);
    relay.on('end', () => relay.destroy());
    relay.on('close', () => {
      this.#relay = undefined;
      this.#lost = true;
      // One that has worked was ended by somebody; one that never did waits until it is asked for again.
      if (told && !this.#closed) this.follow();
    });
    if (this.#closed) relay.destroy();
    return relay;
  }

  #hear(line: string): void {
    const { user, onHeard } = this.#given;
    const heard = readAction(line, user);
    if (!heard) return;
    const { id, ended, action } = heard;
    if (this.#actions.has(id) && (!ended || this.#ended.has(id))) return;
    // A stream keeps what it was answered when it was opened.
    this.#actions.set(id, {
      ...(this.#actions.get(id) ?? action),
      open: action.open && !this.#ended.has(id),
      ...(ended && { ended: heard.at }),
    });
    if (ended) this.#ended.add(id);
    onHeard(heard);
  }
}
