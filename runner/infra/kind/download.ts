import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Task } from '../progress/report.ts';
import type { KindRelease } from './release.ts';

/** ms until the first sign of life; what is coming then may take its time. */
const patience = 8_000;

async function fetched(url: string, task: Task): Promise<Buffer | undefined> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    const answer = await fetch(url, { signal: giveUp.signal });
    clearTimeout(timer);
    if (!answer.ok || !answer.body) return undefined;
    const total = Number(answer.headers.get('content-length'));
    const parts: Uint8Array[] = [];
    let done = 0;
    for await (const part of answer.body) {
      parts.push(part);
      done += part.length;
      if (total) task.progress(done, total);
    }
    return Buffer.concat(parts);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Fetches kind's release; false where it does not come, or is not what it must be. The file is there whole or not at all. */
export async function downloadKind({ url, sha256 }: KindRelease, path: string, task: Task): Promise<boolean> {
  task.line(url);
  const program = await fetched(url, task);
  if (!program || createHash('sha256').update(program).digest('hex') !== sha256) return false;
  const half = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(half, program, { mode: 0o755 });
    await rename(half, path);
  } finally {
    await rm(half, { force: true });
  }
  return true;
}
