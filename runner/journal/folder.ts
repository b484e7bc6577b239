import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { SessionEvent } from '../session/event.ts';
import { parseJournal } from './file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where sessions are kept: `$XDG_STATE_HOME/seatrial`, else `~/.local/state/seatrial` (XDG base directories). */
export const stateFolder = (env: Environment): string =>
  join(env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state'), 'seatrial');

export const journalPath = (folder: string, session: string): string =>
  join(folder, 'sessions', session, 'journal.jsonl');

/** A name for a new session: short enough to be typed, unlikely to be met twice. */
export const newSessionId = (): string => randomBytes(4).toString('hex');

/** What the journal of a session tells without its lab. */
export type SessionRecord = {
  readonly session: string;
  readonly lab: string;
  readonly digest: string;
  /** ms since 1970 */
  readonly usedAt: number;
  readonly stepsEnded: number;
  /** Ids of the steps that were opened, in order. */
  readonly stepIds: readonly string[];
  readonly finished: boolean;
  /** The learner left and had the machine removed. */
  readonly removed: boolean;
};

/** Every session that is kept, the one used last first. A journal that cannot be read is passed over. */
export function sessions(folder: string): readonly SessionRecord[] {
  const root = join(folder, 'sessions');
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .flatMap((session) => {
      const path = journalPath(folder, session);
      return existsSync(path) ? describe(session, parseJournal(readFileSync(path)).events, statSync(path).mtimeMs) : [];
    })
    .toSorted((one, other) => other.usedAt - one.usedAt);
}

function describe(session: string, events: readonly SessionEvent[], usedAt: number): readonly SessionRecord[] {
  const opened = events.find((event) => event.type === 'session.opened');
  if (!opened) return [];
  const last = events.findLast((event) => event.type === 'session.left' || event.type === 'session.resumed');
  const ended = new Set<string>();
  for (const event of events) {
    if (event.type === 'step.ended') ended.add(event.step);
    if (event.type === 'step.reopened') ended.delete(event.step);
  }
  return [
    {
      session,
      lab: opened.lab,
      digest: opened.digest,
      usedAt,
      stepsEnded: ended.size,
      stepIds: [...new Set(events.flatMap((event) => (event.type === 'step.opened' ? [event.step] : [])))],
      finished: events.some((event) => event.type === 'lab.finished'),
      removed: last?.type === 'session.left' && !last.keep,
    },
  ];
}

export const forget = (folder: string, session: string): void =>
  rmSync(join(folder, 'sessions', session), { recursive: true, force: true });
