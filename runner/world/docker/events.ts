import { StringDecoder } from 'node:string_decoder';
import type Docker from 'dockerode';
import { z } from 'zod';

const event = z.object({
  Type: z.string(),
  Action: z.string(),
  Actor: z.object({ ID: z.string(), Attributes: z.record(z.string(), z.string()).catch({}) }),
  /** ns since 1970 */
  timeNano: z.number(),
});

export type EngineEvent = {
  /** `container`, `image`, `network`, `volume` … */
  readonly type: string;
  /** `start`, `exec_create: ps -ef` … */
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** ms since 1970, by the machine's clock. */
  readonly at: number;
};

export type EventStream = {
  readonly ended: Promise<void>;
  close(): void;
};

/** Calls back for each event of an engine since a time (s since 1970, fractions allowed), and with the line that told it. */
export async function listen(
  docker: Docker,
  since: number | undefined,
  onEvent: (event: EngineEvent, line: string) => void,
): Promise<EventStream> {
  const abort = new AbortController();
  // The engine answers before it listens to itself: only asked since a time does it tell what happens in between.
  const stream = await docker.getEvents({ ...(since !== undefined && { since }), abortSignal: abort.signal });
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const pieces = (rest + decoder.write(chunk)).split('\n');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      const read = readEvent(piece);
      if (read) onEvent(read, piece);
    }
  });
  const ended = new Promise<void>((resolve) => stream.on('close', resolve).on('error', () => resolve()));
  return { ended, close: () => abort.abort() };
}

/** An event from a line of the engine's event stream. */
export function readEvent(line: string): EngineEvent | undefined {
  if (line.trim() === '') return undefined;
  const { Type, Action, Actor, timeNano } = event.parse(JSON.parse(line));
  return { type: Type, action: Action, id: Actor.ID, attributes: Actor.Attributes, at: timeNano / 1e6 };
}
