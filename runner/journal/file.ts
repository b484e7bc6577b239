import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SessionEvent } from '../session/event.ts';
import { type Message, message } from '../words/message.ts';

export type Journal = {
  /** What the file held when it was opened. */
  readonly history: readonly SessionEvent[];
  /** Writes an event at once. What cannot be written now is kept and written with a later one. */
  append(event: SessionEvent): void;
  close(): void;
};

/** Told when events cannot be written, and with `undefined` when they can be again. */
export type OnUnsaved = (trouble: Message | undefined) => void;

/**
Opens a journal of JSON lines for reading and appending. A line that a crash tore is dropped, and the file cut behind the last whole one.
Throws where the file can be neither read nor made.
*/
export function openJournal(path: string, onUnsaved: OnUnsaved): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a+');
  const { events, length } = parseJournal(readFileSync(path));
  if (length < fstatSync(file).size) ftruncateSync(file, length);
  let written = length;
  let unsaved = '';
  let failing = false;

  // Whoever is told appends an event about it, so what is told is remembered first.
  const tell = (fails: boolean, trouble?: Message) => {
    if (fails === failing) return;
    failing = fails;
    onUnsaved(trouble);
  };

  return {
    history: events,
    append(event) {
      unsaved += `${JSON.stringify(event)}\n`;
      try {
        const bytes = Buffer.from(unsaved);
        const count = writeSync(file, bytes);
        if (count < bytes.length) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        written += count;
        unsaved = '';
        tell(false);
      } catch (error) {
        cutTo(file, written);
        tell(true, explain(path, error));
      }
    },
    close: () => closeSync(file),
  };
}

/** Takes back half a line, so that the next try does not follow it. */
function cutTo(file: number, length: number): void {
  try {
    ftruncateSync(file, length);
  } catch {
    // A disk that cannot even be cut keeps a torn line, which reading drops.
  }
}

function explain(path: string, error: unknown): Message {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return message('journal.full', { path });
  return message('journal.unwritable', { path, error: error instanceof Error ? error.message : String(error) });
}

/** The events of a journal's bytes, and how many of the bytes hold whole ones. */
export function parseJournal(bytes: Buffer): { readonly events: readonly SessionEvent[]; readonly length: number } {
  const events: SessionEvent[] = [];
  let length = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, length)) {
    const event = parseLine(bytes.toString('utf8', length, end));
    if (!event) break;
    events.push(event);
    length = end + 1;
  }
  return { events, length };
}

function parseLine(line: string): SessionEvent | undefined {
  try {
    const event: unknown = JSON.parse(line);
    return isEvent(event) ? event : undefined;
  } catch {
    return undefined;
  }
}

/** A journal holds what this program wrote: the kind of line is enough to tell. */
const isEvent = (value: unknown): value is SessionEvent =>
  typeof value === 'object' && value !== null && 'type' in value && 'at' in value;
