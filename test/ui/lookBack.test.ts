import { expect, test } from 'vitest';
import { Emulator } from '../../runner/ui/terminal/emulator.ts';
import { LookBack } from '../../runner/ui/terminal/lookBack.ts';

/** A shell of ten rows that has printed a hundred numbered lines. */
async function printed() {
  const emulator = new Emulator({ columns: 40, rows: 10 }, { input: () => {}, mark: () => {}, bell: () => {} });
  const lines = Array.from({ length: 100 }, (_, at) => `line ${at}${at % 30 === 0 ? ' Marked' : ''}\r\n`);
  await new Promise<void>((resolve) => emulator.write(lines.join(''), resolve));
  return { emulator, back: new LookBack(emulator), top: () => emulator.rows(0)[0]?.replace('\x1b[0m', '').trim() };
}

test('nothing is said, and nothing taken, while the newest output is in view', async () => {
  const { back } = await printed();
  expect(back.state).toBeUndefined();
  expect(back.take('/n\x1b')).toBe('/n\x1b');
});

test('pages go back and on, and Esc goes to the prompt', async () => {
  const { back } = await printed();
  back.page(-1);
  back.page(-1);
  expect(back.state).toEqual({ lines: 18 });
  back.page(1);
  expect(back.state).toEqual({ lines: 9 });
  expect(back.take('\x1b')).toBe('');
  expect(back.state).toBeUndefined();
});

test('a search goes up from what is in view, on and back', async () => {
  const { back, top } = await printed();
  back.page(-1);
  expect(back.take('/markx\x7fed\r')).toBe('');
  expect([top(), back.state?.search?.status]).toEqual(['line 60 Marked', 'found']);
  back.take('n');
  expect(top()).toBe('line 30 Marked');
  back.take('N');
  expect(top()).toBe('line 60 Marked');
  back.take('/marked at\r');
  expect([top(), back.state?.search?.status]).toEqual(['line 60 Marked', 'none']);
  back.take('/MARKED\r');
  expect(back.state?.search?.status).toBe('none');
});

test('whatever else is typed is the shell’s, and its newest output is in view again', async () => {
  const { back } = await printed();
  back.page(-1);
  expect(back.take('ls\r')).toBe('ls\r');
  expect(back.state).toBeUndefined();
  back.page(-1);
  expect(back.take('\x1b[A')).toBe('\x1b[A');
});
