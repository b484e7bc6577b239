import { expect, test } from 'vitest';
import { fill, fillWithin, referencesIn, referencesWithin } from '../../runner/session/template.ts';

test('references are found with their name and path', () => {
  expect(referencesIn('kill ${first.process.parent.pid} ${second}')).toEqual([
    { text: '${first.process.parent.pid}', name: 'first', path: ['process', 'parent', 'pid'] },
    { text: '${second}', name: 'second', path: [] },
  ]);
});

test('a path may pick items of a list', () => {
  expect(referencesIn('${net.IPAM.Config[0].Gateway} ${web.Mounts[Type=bind].Source}').map(({ path }) => path)).toEqual(
    [
      ['IPAM', 'Config[0]', 'Gateway'],
      ['Mounts[Type=bind]', 'Source'],
    ],
  );
});

test("the shell's own syntax is left alone", () => {
  for (const text of ['${#list}', '$(docker ps)', '${name:-x}', '${a/b/c}', '$first'])
    expect(referencesIn(text)).toEqual([]);
});

test('what has a value is filled in, at any depth; what has none stays', () => {
  const values = new Map([['${first}', 'abc']]);
  expect(fill('rm ${first} ${second}', values)).toBe('rm abc ${second}');
  expect(fillWithin({ a: ['${first}', 1], b: { c: '${second}' } }, values)).toEqual({
    a: ['abc', 1],
    b: { c: '${second}' },
  });
  expect(referencesWithin({ a: ['${first}'], b: { c: '${second.pid}' }, d: true }).map((each) => each.name)).toEqual([
    'first',
    'second',
  ]);
});
