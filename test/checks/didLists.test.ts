import { expect, test } from 'vitest';
import { shownBy, wasRefused } from '../../checks/docker/did/lists.ts';
import type { EngineNotice, Listed } from '../../runner/world/docker/model.ts';

const asked = { kind: 'container', all: false, since: 1 };

const notice = (at: number, action: string, id: string, type = 'container'): EngineNotice => ({
  ...{ type, action, id, at, attributes: {} },
});

/** What is there at 10, and what was on the list when it was asked for again. */
const now = (ids: string, running: string, there = running): Listed => ({
  ...{ ids: ids.split(''), running: running.split(''), there: there.split(''), at: 10 },
});

const shown = (
  query: Readonly<Record<string, string>>,
  list: Listed | undefined,
  ...happened: readonly EngineNotice[]
) => shownBy({ query, at: 5 }, asked, list, happened);

const only = (status: string) => ({ filters: `{"status":{"${status}":true}}` });

test('where nothing has happened since, a list is what it is now', () => {
  expect(shown({}, now('ab', 'ab'))).toEqual({ shows: 2, lacks: 0, unsure: 0, lost: 0 });
  expect(shown({ limit: '1' }, now('b', 'ab'))).toEqual({ shows: 1, lacks: 1, unsure: 0 });
  expect(shown(only('running'), now('ab', 'ab'))).toEqual({ shows: 2, lacks: 0, unsure: 0 });
  expect(shown(only('paused'), now('', 'ab'))).toEqual({ shows: 0, lacks: 2, unsure: 0 });
});

test.each([
  ['no limit', '0'],
  ['no limit, either', '-1'],
  ['as many as there are', '2'],
])('a limit that is %s leaves nothing out', (_, limit) => {
  expect(shown({ limit, filters: '{}', all: 'false' }, now('ab', 'ab'))).toMatchObject({
    shows: 2,
    lacks: 0,
    unsure: 0,
  });
});

test('a list of the last one shows no more because the others are gone by now', () => {
  const removed = ['kill', 'die', 'destroy'].map((action, index) => notice(6 + index, action, 'a'));
  expect(shown({ limit: '1' }, now('b', 'b'), ...removed)).toMatchObject({ unsure: 2 });
});

test('a list of those that are paused shows no more because all are paused by now', () => {
  const paused = [notice(6, 'pause', 'a'), notice(7, 'pause', 'b')];
  expect(shown(only('paused'), now('ab', 'ab'), ...paused)).toEqual({ shows: 2, lacks: 0, unsure: 2 });
});

test('what came later need not have been on it', () => {
  const began = [notice(6, 'create', 'c'), notice(7, 'start', 'c')];
  expect(shown({}, now('abc', 'abc'), ...began)).toMatchObject({ shows: 2, lacks: 0, unsure: 0 });
  expect(shown(only('running'), now('abc', 'abc'), ...began)).toMatchObject({ lacks: 0, unsure: 0 });
  expect(shown(only('running'), now('abc', 'abc', 'abc'), notice(6, 'start', 'c'))).toMatchObject({
    lacks: 0,
    unsure: 0,
  });
});

test('what is gone by now was on it', () => {
  const removed = ['kill', 'die', 'destroy'].map((action, index) => notice(6 + index, action, 'a'));
  expect(shown({}, now('', ''), ...removed)).toEqual({ shows: 1, lacks: 0, unsure: 0, lost: 0 });
});

test('whoever looks inside a container changes nothing about it', () => {
  const looks = [notice(6, 'exec_create: ps', 'a'), notice(7, 'exec_die', 'a'), notice(8, 'top', 'b')];
  expect(shown({ limit: '1' }, now('b', 'ab'), ...looks)).toEqual({ shows: 1, lacks: 1, unsure: 0 });
});

test('a filter by what is gone by now is refused now, and was not then', () => {
  const filters = '{"since":{"a":true}}';
  expect(shown({ filters }, undefined, notice(6, 'destroy', 'a'))).toMatchObject({ refused: false, unsure: 1 });
  expect(shown({ filters }, undefined)).toEqual({});
});

test('of an empty list it is known what should have been on it as the step opened', () => {
  const ended = [notice(2, 'die', 'a'), notice(3, 'die', 'b'), notice(4, 'destroy', 'b')];
  expect(shown({}, now('', '', 'a'), ...ended)).toEqual({ shows: 0, lacks: 0, unsure: 0, lost: 2 });
  expect(shown({}, now('', '', 'a'), notice(2, 'start', 'a'), notice(3, 'die', 'a'))).toMatchObject({ lost: 1 });
  const passing = ['create', 'start', 'die', 'destroy'].map((action) => notice(2, action, 'c'));
  expect(shown({}, now('', '', ''), ...passing)).toMatchObject({ lost: 0 });
  expect(shown({}, now('', '', 'a'))).toEqual({ shows: 0, lacks: 0, unsure: 0, lost: 0 });
});

test('of images any change leaves a filter unsure, and none leaves out what is there', () => {
  const images = { ...asked, kind: 'image' };
  const list = { ids: ['a'], there: ['a', 'b'], running: [], at: 10 };
  const tagged = [notice(6, 'tag', 'b', 'image')];
  expect(shownBy({ query: only('x'), at: 5 }, images, list, tagged)).toMatchObject({ unsure: 2 });
  expect(shownBy({ query: { filter: 'a' }, at: 5 }, images, list, [])).toMatchObject({ lacks: 1, unsure: 0 });
  expect(shownBy({ query: {}, at: 5 }, images, { ...list, ids: ['a', 'b'] }, tagged)).toMatchObject({
    lacks: 0,
    unsure: 0,
  });
});

const web = (action: string): EngineNotice => ({ ...notice(6, action, 'f'.repeat(64)), attributes: { name: 'web' } });
const of = (call: string) => ({ call, kind: 'container', of: 'web' });

test.each([
  ['inspect', 200, [], false],
  ['inspect', 404, [], true],
  ['inspect', 404, ['kill', 'die', 'destroy'], false],
  ['inspect', 200, ['create', 'start'], true],
  ['inspect', 404, ['create', 'destroy'], true],
  ['inspect', 400, ['destroy'], true],
  ['logs', 200, ['die'], false],
  ['top', 500, ['kill', 'die'], false],
  ['top', 404, ['kill', 'die', 'destroy'], false],
  ['top', 200, ['start'], true],
  ['top', 500, [], true],
])('%s, which is answered with %i now, after %j: refused then is %s', (call, status, actions, expected) => {
  expect(wasRefused(of(call), status, actions.map(web))).toBe(expected);
});
