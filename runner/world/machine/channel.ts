import { StringDecoder } from 'node:string_decoder';
import type Docker from 'dockerode';
import { instant } from '../instant.ts';
import { frames } from './frames.ts';

/** A line of the machine's output. `at`: ms since 1970, by the machine's clock. */
export type Line = { readonly text: string; readonly at: number };

/** Puts the entries of a container's log, each with its time before it, together to lines; entries without an end are parts. */
export function lines(): (entry: Buffer, stream: number) => { readonly line?: Line; readonly stamp: string } {
  const decoders = new Map<number, StringDecoder>();
  const parts = new Map<number, string>();
  return (entry, stream) => {
    const blank = entry.indexOf(0x20);
    const stamp = entry.toString('latin1', 0, blank);
    const decoder = decoders.get(stream) ?? new StringDecoder('utf8');
    decoders.set(stream, decoder);
    const text = (parts.get(stream) ?? '') + decoder.write(entry.subarray(blank + 1));
    if (!text.endsWith('\n')) {
      parts.set(stream, text);
      return { stamp };
    }
    parts.delete(stream);
    return { stamp, line: { text: text.slice(0, -1), at: instant(stamp) } };
  };
}

export type Channel = {
  /** Resolves when the machine has stopped, or the engine that it runs on cannot be reached. */
  readonly ended: Promise<void>;
  close(): void;
};

/**
Everything that the machine says, from its start or from when it was left on: its engine's debug log, the shells' notices,
the learner's words. The engine that the machine runs on keeps it, so nothing is lost while nobody listens.
*/
export function follow(host: Docker, machine: string, onLine: (line: Line) => void): Channel {
  const container = host.getContainer(machine);
  const last = new Map<number, string>();
  const abort = new AbortController();

  const listen = async (): Promise<void> => {
    const heard = new Map(last);
    const since = [...heard.values()].sort()[0];
    const log = await container.logs({
      follow: true,
      stdout: true,
      stderr: true,
      timestamps: true,
      abortSignal: abort.signal,
      ...(since !== undefined && { since: instant(since) / 1000 - 0.001 }),
    });
    const split = frames();
    const join = lines();
    log.on('data', (chunk: Buffer) => {
      for (const { stream, bytes } of split(chunk)) {
        const { line, stamp } = join(bytes, stream);
        // Asked again from a time on, the engine repeats what was heard already. All parts of a long line have the same stamp.
        if (!line || stamp <= (heard.get(stream) ?? '')) continue;
        last.set(stream, stamp);
        onLine(line);
      }
    });
    return new Promise((resolve) => log.on('close', resolve).on('error', () => resolve()));
  };

  const listenOn = async (): Promise<void> => {
    let running = true;
    while (running && !abort.signal.aborted) {
      await listen().catch(() => undefined);
      running = await container.inspect().then(
        (state) => state.State.Running,
        () => false,
      );
    }
  };

  return { ended: listenOn(), close: () => abort.abort() };
}
