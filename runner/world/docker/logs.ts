import type Docker from 'dockerode';
import { z } from 'zod';
import { instant } from '../instant.ts';
import { frames } from '../machine/frames.ts';
import { statusOf } from '../statusOf.ts';
import type { Connection } from './connection.ts';
import type { Container, DockerWorld, WrittenLine } from './model.ts';

/** So many lines are read at most, the last ones. */
const most = 10_000;

/** With a terminal, a log is no frames: "Inspect a container" in the Docker Engine API reference. */
const shape = z.object({ Config: z.object({ Tty: z.boolean() }) });

/** Whether it is said of a log that it is kept where nobody can read it: the `none` driver, and what ships lines away. */
const isUnreadable = (error: unknown): boolean =>
  statusOf(error) !== undefined && error instanceof Error && error.message.includes('does not support reading');

type Given = {
  readonly connection: () => Connection;
  /** For what does not end: each question has a connection of its own. */
  readonly streams: Docker;
  readonly container: (id: string, signal?: AbortSignal) => Promise<Container | undefined>;
  /** All that the engine shows of one; undefined of one that is gone. */
  readonly inspected: (id: string, signal?: AbortSignal) => Promise<unknown>;
  readonly onLine: (container: string) => void;
};

/** What containers have written. Each is read anew whenever it is asked for; that there is more is heard from the first time on, while it runs. */
export function containerLogs({ connection, streams, container, inspected, onLine }: Given) {
  const followed = new Set<string>();
  const abort = new AbortController();
  const all = { stdout: true, stderr: true, timestamps: true } as const;

  const follow = async ({ id, state }: Container): Promise<void> => {
    if (followed.has(id) || (state !== 'running' && state !== 'paused')) return;
    followed.add(id);
    try {
      // With its last line: one that came after what was read beside this, and before this began, would wake nobody.
      const options = { ...all, follow: true, tail: 1, abortSignal: abort.signal } as const;
      const log = await streams.getContainer(id).logs(options);
      log.on('data', () => onLine(id)).on('error', () => followed.delete(id));
      log.on('close', () => followed.delete(id));
    } catch {
      followed.delete(id);
    }
  };

  const read: DockerWorld['logs'] = async (reference, since = 0, signal) => {
    const found = await container(reference, signal);
    if (!found) return [];
    const following = follow(found);
    const dump = await connection().ask(async (docker) => {
      const options = { ...all, tail: most, since: Math.floor(since) / 1000 };
      return docker
        .getContainer(found.id)
        .logs(options)
        .catch((error: unknown) => {
          if (isUnreadable(error)) return undefined;
          throw error;
        });
    }, signal);
    await following;
    if (dump === undefined) return undefined;
    const terminal = shape.safeParse(await inspected(found.id, signal)).data?.Config.Tty;
    return dump === 'absent' || terminal === undefined ? [] : linesOf(dump, terminal);
  };

  return { read, close: () => abort.abort() };
}

/** The lines of a log, each with its time before it. Long ones come in parts, and the last one of a stream may have no end. */
export function linesOf(bytes: Buffer, terminal: boolean): readonly WrittenLine[] {
  const entries = terminal
    ? bytes
        .toString()
        .split(/(?<=\n)/)
        .map((text) => ({ stream: 1, text }))
    : frames()(bytes).map((each) => ({ stream: each.stream, text: each.bytes.toString() }));
  const lines: WrittenLine[] = [];
  const parts = new Map<number, WrittenLine>();
  for (const { stream, text } of entries) {
    const blank = text.indexOf(' ');
    const { at, text: begun } = parts.get(stream) ?? { at: instant(text.slice(0, blank)), text: '' };
    const whole = { at, stream: stream === 2 ? 'stderr' : 'stdout', text: begun + text.slice(blank + 1) } as const;
    parts.delete(stream);
    if (whole.text.endsWith('\n')) lines.push({ ...whole, text: whole.text.replace(/\r?\n$/, '') });
    else if (whole.text !== '') parts.set(stream, whole);
  }
  return [...lines, ...parts.values()];
}
