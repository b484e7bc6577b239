import { expect, test } from 'vitest';
import { linesOf } from '../../runner/world/docker/logs.ts';

const stamp = (second: number) => `2026-01-31T12:00:0${second}.123456789Z`;
const at = (second: number) => Date.UTC(2026, 0, 31, 12, 0, second) + 123.456789;

/** An entry as the engine sends it: which stream, how long, and what. */
function frame(stream: number, text: string): Buffer {
  const header = Buffer.from([stream, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

const near = (second: number) => expect.closeTo(at(second), 0);

test('each line has its stream and its time; long ones are put together, and the last one needs no end', () => {
  const log = [
    frame(1, `${stamp(1)} one\n`),
    frame(2, `${stamp(2)} bad `),
    frame(1, `${stamp(3)} two\n`),
    frame(2, `${stamp(2)} news\n`),
    frame(1, `${stamp(4)} thr`),
  ];
  expect(linesOf(Buffer.concat(log), false)).toEqual([
    { at: near(1), stream: 'stdout', text: 'one' },
    { at: near(3), stream: 'stdout', text: 'two' },
    { at: near(2), stream: 'stderr', text: 'bad news' },
    { at: near(4), stream: 'stdout', text: 'thr' },
  ]);
});

test('with a terminal there are no frames', () => {
  expect(linesOf(Buffer.from(`${stamp(1)} one two\r\n${stamp(2)} \r\n${stamp(3)} $ `), true)).toEqual([
    { at: near(1), stream: 'stdout', text: 'one two' },
    { at: near(2), stream: 'stdout', text: '' },
    { at: near(3), stream: 'stdout', text: '$ ' },
  ]);
});

test('nothing is no line', () => {
  for (const terminal of [true, false]) expect(linesOf(Buffer.alloc(0), terminal)).toEqual([]);
});
