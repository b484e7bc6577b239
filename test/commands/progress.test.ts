import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import xterm from '@xterm/headless';
import { expect, test } from 'vitest';
import { bar, elapsed } from '../../runner/commands/progress/bar.ts';
import { fit, titleOf } from '../../runner/commands/progress/fit.ts';
import { plainReport } from '../../runner/commands/progress/plainReport.ts';
import { terminalReport } from '../../runner/commands/progress/terminalReport.ts';
import { message } from '../../runner/words/message.ts';
import { say } from '../../runner/words/say.ts';

const build = (name: string) => message('setup.task-image', { name });

test('a bar is as full as the work is done', () => {
  expect(bar(0, 4, 8)).toBe('░░░░░░░░');
  expect(bar(3, 4, 8)).toBe('██████░░');
  expect(bar(9, 4, 8)).toBe('████████');
});

test('time reads as seconds, then minutes', () => {
  expect(elapsed(1234)).toBe('1.2 s');
  expect(elapsed(65_400)).toBe('1:05');
});

test('a line that is too long ends with an ellipsis at the last whole cell', () => {
  expect(fit('short', 10)).toBe('short');
  expect(fit('Get:1 \x1b[31mhttp://deb', 8)).toBe('Get:1 h…');
  expect(fit('イメージをビルド', 8)).toBe('イメー…');
});

test.each(['en', 'ja'] as const)('of several sentences none is cut where each fits a line: %s', (language) => {
  const ids = ['cluster.remade-broken', 'cluster.remade-half-made', 'cluster.remade-spoiled'] as const;
  for (const told of [message('cluster.creating'), ...ids.map((id) => message(id, { cluster: 'seatrial' }))]) {
    const { title, more } = titleOf(say(language, told), 77);
    expect(fit(title, 77 - '  18.1 s'.length)).toBe(title);
    expect(more).not.toBe('');
    expect(fit(more, 77)).toBe(more);
  }
});

test('without a terminal each task says when it begins, how far it is, what is to come, and when it is done', async () => {
  const stream = new PassThrough();
  const report = plainReport(stream, 'en');
  report.plan([build('linux'), build('machine')]);
  await report.task(build('linux'), async (task) => {
    for (const done of [1, 2, 3, 4]) task.progress(done, 4);
  });
  await expect(report.task(build('machine'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  stream.end();
  const lines = (await text(stream)).replaceAll(/\d+\.\d s/g, 'N s').split('\n');
  expect(lines).toEqual([
    'Building the image linux …  (then: Building the image machine)',
    '  25 %  N s',
    '  50 %  N s',
    '  75 %  N s',
    '✔ Building the image linux  N s',
    'Building the image machine …',
    '✖ Building the image machine  N s',
    '',
  ]);
});

/** A terminal's stream whose screen can be read. */
function screen(columns: number) {
  const terminal = new xterm.Terminal({ cols: columns, rows: 12, convertEol: true, allowProposedApi: true });
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns });
  const written = new Promise<void>((resolve) => stream.on('end', () => terminal.write('', resolve)));
  stream.on('data', (data: Buffer) => terminal.write(data));
  const lines = () =>
    Array.from({ length: 12 }, (_, row) => terminal.buffer.active.getLine(row)?.translateToString(true) ?? '');
  return { stream: stream as unknown as NodeJS.WriteStream, written, lines };
}

test('in a terminal what is done stays, and what moved leaves nothing behind', async () => {
  const { stream, written, lines } = screen(41);
  const report = terminalReport(stream, 'ja');
  report.plan([build('linux'), build('machine')]);
  await report.task(build('linux'), async (task) => {
    task.line('Get:1 http://deb.debian.org/debian trixie/main amd64 libc6 amd64 2.41-12');
    task.progress(1, 2);
  });
  await report.task(build('machine'), async () => {});
  stream.end();
  await written;
  const shown = lines()
    .filter(Boolean)
    .map((line) => stripVTControlCharacters(line).replace(/\d+\.\d s/, 'N s'));
  expect(shown).toEqual(['✔ イメージlinuxをビルドしています  N s', '✔ イメージmachineをビルドしてい…  N s']);
});
