import { expect, test } from 'vitest';
import { callLog } from '../../runner/world/docker/calls.ts';
import { readEvent } from '../../runner/world/docker/events.ts';
import { createdContainer } from '../../runner/world/docker/glance.ts';
import { readTable } from '../../runner/world/host/table.ts';
import { instant } from '../../runner/world/instant.ts';
import { lines } from '../../runner/world/machine/channel.ts';
import { frames } from '../../runner/world/machine/frames.ts';
import { answers } from '../../runner/world/machine/helper.ts';
import { readNotice } from '../../runner/world/machine/notice.ts';

const frame = (stream: number, text: string): Buffer => {
  const header = Buffer.alloc(8);
  header.writeUInt8(stream, 0);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
};

test('frames come out whole, wherever the chunks are cut', () => {
  const bytes = Buffer.concat([frame(1, 'one'), frame(2, ''), frame(2, 'two')]);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const split = frames();
    const got = [...split(bytes.subarray(0, cut)), ...split(bytes.subarray(cut))];
    expect(got.map(({ stream, bytes: text }) => [stream, text.toString()])).toEqual([
      [1, 'one'],
      [2, ''],
      [2, 'two'],
    ]);
  }
});

test("a helper's answers come out whole, wherever the chunks are cut", () => {
  const bytes = Buffer.from('7 3\na\nb12 0\n');
  for (let cut = 0; cut <= bytes.length; cut++) {
    const split = answers();
    const got = [...split(bytes.subarray(0, cut)), ...split(bytes.subarray(cut))];
    expect(got.map(({ id, bytes: text }) => [id, text.toString()])).toEqual([
      [7, 'a\nb'],
      [12, ''],
    ]);
  }
});

test('the parts of a long log line are put together, for each stream by itself', () => {
  const join = lines();
  const [first, second] = ['2026-11-21T08:00:00.000000001Z', '2026-11-21T08:00:00.000000002Z'];
  expect(join(Buffer.from(`${first} a long `), 1).line).toBeUndefined();
  expect(join(Buffer.from(`${first} other\n`), 2).line?.text).toBe('other');
  expect(join(Buffer.from(`${second} line\n`), 1).line?.text).toBe('a long line');
});

test('times keep what is finer than a millisecond', () => {
  expect(instant('1970-01-01T00:00:01.234500000Z')).toBeCloseTo(1234.5, 4);
  expect(instant('1970-01-01T00:00:01Z')).toBe(1000);
});

test('marks need the nonce and the right form', () => {
  expect(readNotice('seatrial:abc:{"type":"said","words":["hint"]}', 'abc')).toEqual({ type: 'said', words: ['hint'] });
  expect(readNotice('seatrial:abd:{"type":"said","words":["hint"]}', 'abc')).toBeUndefined();
  expect(readNotice('seatrial:abc:{"type":"said"}', 'abc')).toBeUndefined();
  expect(readNotice('seatrial:abc:{', 'abc')).toBeUndefined();
});

const logged = (text: string, span: string): string =>
  `time="2026-11-21T08:00:00.5Z" level=debug msg=${JSON.stringify(text)} spanID=${span} traceID=1`;

test('calls and bodies of the same time find each other; those of Seatrial and pings are left out', () => {
  const log = callLog('abc');
  for (const [text, span] of [
    ['Calling POST /v1.45/containers/one/exec', 'a'],
    ['Calling POST /v1.45/containers/two/exec?x=1', 'b'],
    ['Calling POST /containers/three/exec?seatrial=abc', 'c'],
    ['Calling HEAD /_ping', 'd'],
    ['form data: {"Cmd":["three"]}', 'c'],
    ['form data: {"Cmd":["two"]}', 'b'],
    ['form data: {"Cmd":["o\\u001bne"]}', 'a'],
    ['Calling GET /v1.45/containers/json?all=1', 'e'],
  ] as const) {
    log.read(logged(text, span));
  }
  expect(log.since(0)).toMatchObject([
    { method: 'POST', path: '/containers/one/exec', query: {}, body: { Cmd: ['o\u001bne'] } },
    { path: '/containers/two/exec', query: { x: '1' }, body: { Cmd: ['two'] } },
    { method: 'GET', path: '/containers/json', version: '1.45', query: { all: '1' } },
  ]);
  expect(log.read('no log line at all')).toBeUndefined();
});

test('a program of any name has its place in the process table', () => {
  const record = (...texts: readonly string[]): Buffer =>
    Buffer.concat(
      texts.map((text) => {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(Buffer.byteLength(text));
        return Buffer.concat([length, Buffer.from(text)]);
      }),
    );
  const rest = 'S 1 12 12 34816 12 0 0 0 0 0 0 0 0 0 20 0 1 0 777 0 0';
  const spaces = ['pid:[1]', 'net:[2]', 'mnt:[3]'];
  const container = 'ab'.repeat(32);
  const dump = Buffer.concat([
    record('1000.5 20'),
    record(`12 (a) b) ) ${rest}\n`, '12\t3', 'sleep\0two words\0', ...spaces, container, '101'),
    record(`13 (perl) ${rest}\n`, '13', 'seatrial-helper\0', ...spaces, '', '0'),
  ]);
  expect(readTable(dump)).toEqual([
    {
      pid: 12,
      parent: 1,
      insidePid: 3,
      name: 'a) b) ',
      args: ['sleep', 'two words'],
      namespaces: { pid: '1', net: '2', mnt: '3' },
      startTicks: 777,
      session: 12,
      foreground: true,
      container,
      uid: 101,
      startedAt: 1_008_270,
      age: 12_230,
    },
  ]);
});

test('what is no event and no container is told from one', () => {
  expect(readEvent('')).toBeUndefined();
  expect(createdContainer('')).toBeUndefined();
  expect(createdContainer('{"ID":1}')).toBeUndefined();
});
