import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openJournal, parseJournal } from '../../runner/journal/file.ts';
import { newSessionId, sessions } from '../../runner/journal/folder.ts';
import { lockSession } from '../../runner/journal/lock.ts';
import type { SessionEvent } from '../../runner/session/event.ts';
import type { Message } from '../../runner/words/message.ts';

const folder = mkdtempSync(join(tmpdir(), 'seatrial-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = () => join(folder, 'sessions', newSessionId(), 'journal.jsonl');
const opened: SessionEvent = { at: 1, type: 'session.opened', session: 's', lab: 'a-lab', digest: 'd' };
const step: SessionEvent = { at: 2, type: 'step.opened', step: 'first', since: 2 };

test('what is appended is there when the journal is opened again', () => {
  const file = path();
  const journal = openJournal(file, () => {});
  journal.append(opened);
  journal.append(step);
  journal.close();
  expect(openJournal(file, () => {}).history).toEqual([opened, step]);
});

test('a line that a crash tore at any byte is dropped, and the next event follows the last whole one', () => {
  const whole = `${JSON.stringify(opened)}\n${JSON.stringify(step)}\n`;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Buffer.byteLength(whole) }), (cut) => {
      const file = path();
      openJournal(file, () => {}).close();
      writeFileSync(file, Buffer.from(whole).subarray(0, cut));
      const journal = openJournal(file, () => {});
      journal.append(step);
      journal.close();
      const { events, length } = parseJournal(readFileSync(file));
      expect(events.at(-1)).toEqual(step);
      expect(length).toBe(readFileSync(file).length);
      expect(events.length - 1).toBe(whole.slice(0, cut).split('\n').length - 1);
    }),
    { numRuns: 60 },
  );
});

test('a full disk is told once; what could not be written is written as soon as there is space', async () => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  await execa('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]);
  try {
    const told: (Message | undefined)[] = [];
    const file = join(disk, 'journal.jsonl');
    const journal = openJournal(file, (trouble) => told.push(trouble));
    journal.append(opened);
    const filler = join(disk, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(64 * 1024))).toThrow('ENOSPC');
    for (let count = 0; count < 200; count++) journal.append(step);
    expect(told.map((each) => each?.id)).toEqual(['journal.full']);
    rmSync(filler);
    journal.append({ ...step, step: 'last' });
    expect(told.map((each) => each?.id)).toEqual(['journal.full', undefined]);
    journal.close();
    const { events } = parseJournal(readFileSync(file));
    expect(events).toHaveLength(202);
  } finally {
    await execa('umount', [disk]);
  }
});

test('a session is described by its journal', () => {
  const file = path();
  const journal = openJournal(file, () => {});
  journal.append(opened);
  journal.append(step);
  journal.append({ at: 3, type: 'step.ended', step: 'first', ending: 'solved' });
  journal.close();
  appendFileSync(file, '{"torn');
  expect(sessions(folder)).toContainEqual(
    expect.objectContaining({ lab: 'a-lab', stepsEnded: 1, stepIds: ['first'], finished: false, removed: false }),
  );
});

test('a session is held by one at a time, and free again when it is released', async () => {
  const first = await lockSession(folder, 'a-lab');
  expect(first).toBeDefined();
  expect(await lockSession(folder, 'a-lab')).toBeUndefined();
  const other = await lockSession(folder, 'another');
  expect(other).toBeDefined();
  first?.release();
  other?.release();
  const again = await lockSession(folder, 'a-lab');
  expect(again).toBeDefined();
  again?.release();
});
