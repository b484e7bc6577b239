import { expect, test } from 'vitest';
import { absent, atLeast, atMost, equal, includes, matches } from '../../checks/kit/expectation.ts';
import { type Asked, judgeNearest, type Observation } from '../../checks/kit/judge.ts';
import { fieldsOf, type Subject } from '../../checks/kit/subject.ts';
import { expectationsOf } from '../../checks/kit/where.ts';
import { valueAt } from '../../runner/lab/fieldPath.ts';
import { message, verbatim } from '../../runner/words/message.ts';
import { say } from '../../runner/words/say.ts';

const object = {
  Name: 'web',
  Config: { Env: ['A=1', 'TOKEN=secret'], Labels: { 'com.example.role': 'web' } },
  Mounts: [
    { Type: 'volume', Destination: '/data' },
    { Type: 'bind', Destination: '/etc/x' },
  ],
  Networks: { bridge: { IPAddress: '172.17.0.2' }, own: { IPAddress: '10.1.0.2' } },
};

test.each<[string, unknown]>([
  ['Name', 'web'],
  ['Config.Env[1]', 'TOKEN=secret'],
  ['Config.Labels."com.example.role"', 'web'],
  ['Mounts[Type=bind].Destination', '/etc/x'],
  ['Mounts[*].Destination', ['/data', '/etc/x']],
  ['Networks[keys]', ['bridge', 'own']],
  ['Networks[*].IPAddress', ['172.17.0.2', '10.1.0.2']],
  ['Networks.constructor', undefined],
  ['Nothing.at.all', undefined],
])('%s', (path, value) => {
  expect(valueAt(object, path)).toEqual(value);
});

test('of an object only the fields are kept that are asked for', () => {
  expect(JSON.stringify(fieldsOf(object, ['Name', 'Config.Env[0]', 'Gone']))).toBe(
    '{"Name":"web","Config.Env[0]":"A=1"}',
  );
});

test.each([
  [equal('x', 3), 3, true],
  [equal('x', '3'), 3, true],
  [equal('x', '1Gi'), '1024Mi', true],
  [equal('x', '1.10'), '1.1', false],
  [equal('x', false), undefined, false],
  [atLeast('x', '64Mi'), 67_108_864, true],
  [atLeast('x', 5), 4, false],
  [atLeast('x', 5), undefined, false],
  [atMost('x', '500m'), '0.5', true],
  [atMost('x', 5), 'many', false],
  [matches('x', '^a.c$'), 'b\nabc', true],
  [matches('x', '^a$'), ['b', 'a'], true],
  [includes('x', '/data'), ['/data'], true],
  [includes('x', 'role'), { role: 'web' }, true],
  [includes('x', 'a'), 'abc', false],
  [absent('x', true), undefined, true],
  [absent('x', true), [], true],
  [absent('x', true), 0, false],
  [absent('x', false), {}, false],
  [absent('x', false), ['a'], true],
])('operator %#', ([expectation], actual, fits) => {
  expect(expectation?.fits(actual, {})).toBe(fits);
});

const subject = (more: Partial<Subject>): Subject => ({
  ...{ id: 'a', name: 'web', fresh: true, at: 10, is: {} },
  ...more,
});

const asked: Asked = {
  noun: 'container',
  expect: [
    ...equal('image', 'nginx', { rank: 'identity' }),
    ...expectationsOf({ memory: { atLeast: 64 }, mounts: { includes: '/data' } }),
    ...equal('running', true, {
      rank: 'state',
      say: ({ name }) => ({ because: message('container.created', { name }) }),
    }),
  ],
};
const miscounted = (all: readonly Subject[]) => ({ because: verbatim(`There is ${all.length}.`) });
const right = { image: 'nginx', memory: 64, mounts: ['/data'], running: true };

test.each<[string, Observation, Partial<Asked>, string]>([
  ['nothing', { subjects: [] }, {}, 'pending: There is no such container yet.'],
  ['nothing of this name', { subjects: [] }, { called: 'web' }, 'pending: There is no container `web` yet.'],
  ['one that is right', { subjects: [subject({ is: right })] }, {}, 'passed: The container `web` is as it should be.'],
  [
    'one that is right beside one that is not',
    { subjects: [subject({ id: 'b', at: 20 }), subject({ is: right })] },
    {},
    'passed: The container `web` is as it should be.',
  ],
  [
    'two that are right: the newest is spoken of',
    { subjects: [subject({ is: right }), subject({ id: 'b', name: 'new', at: 20, is: right })] },
    {},
    'passed: The container `new` is as it should be.',
  ],
  [
    'an identity weighs more than parts and states',
    {
      subjects: [subject({ is: { image: 'nginx' } }), subject({ name: 'b', at: 20, is: { ...right, image: 'linux' } })],
    },
    {},
    'pending: The container `web` has no `memory`; it should be `64`.',
  ],
  [
    'of two that are quite others the later one, whatever else it lacks',
    {
      subjects: [
        subject({ is: { ...right, image: 'linux' } }),
        subject({ name: 'b', at: 20, is: { image: 'busybox' } }),
      ],
    },
    {},
    'pending: `image` of the container `b` is `busybox`; it should be `nginx`.',
  ],
  [
    'what has ended is told of no more once something else was tried',
    {
      subjects: [
        subject({ over: true, is: { ...right, running: false } }),
        subject({ name: 'b', at: 20, is: { image: 'busybox' } }),
      ],
    },
    {},
    'pending: `image` of the container `b` is `busybox`; it should be `nginx`.',
  ],
  [
    'a state is told last, in better words',
    { subjects: [subject({ is: { ...right, running: false } })] },
    {},
    'pending: `web` is created, but not started.',
  ],
  [
    'too little',
    { subjects: [subject({ is: { ...right, memory: 4 } })] },
    {},
    'pending: `memory` of the container `web` is `4`; it should be at least `64`.',
  ],
  [
    'a list without it',
    { subjects: [subject({ is: { ...right, mounts: ['/tmp'] } })] },
    {},
    'pending: `mounts` of the container `web` is `["/tmp"]`; `/data` should be among it.',
  ],
  [
    'an old one that is quite another is none that is meant',
    { subjects: [subject({ fresh: false, is: { ...right, image: 'linux' } })] },
    {},
    'pending: There is no such container yet.',
  ],
  [
    'one of another name',
    { subjects: [subject({ name: 'wbe', is: right })] },
    { called: 'web' },
    'pending: Your container is called `wbe`, not `web`.',
  ],
  [
    'one that is going',
    { subjects: [subject({ going: true, is: right })] },
    {},
    'pending: There is no such container yet.',
  ],
  [
    'what came to nothing later than what is there',
    { subjects: [subject({})], obstacle: { at: 20, because: message('container.refused') } },
    {},
    'pending: The engine made no container of your last `docker run` or `docker create`. The shell shows its answer.',
  ],
  [
    'what came to nothing before',
    {
      subjects: [subject({ is: { ...right, memory: 4 } })],
      obstacle: { at: 5, because: message('container.refused') },
    },
    {},
    'pending: `memory` of the container `web` is `4`; it should be at least `64`.',
  ],
  ['none, where none may be', { subjects: [] }, { count: 0 }, 'passed: There is no such container yet.'],
  [
    'one that is not quite it, where none may be',
    { subjects: [subject({ is: { ...right, memory: 4 } })] },
    { count: 0 },
    'passed: There is no such container yet.',
  ],
  ['one, where none may be', { subjects: [subject({ is: right })] }, { count: 0, miscounted }, 'pending: There is 1.'],
  ['one too few', { subjects: [subject({ is: right })] }, { count: 2, miscounted }, 'pending: There is 1.'],
  [
    'one and one that is not quite it, where one is asked for',
    { subjects: [subject({ is: right }), subject({ id: 'b', at: 20, is: { ...right, memory: 4 } })] },
    { count: 1, miscounted },
    'passed: The container `web` is as it should be.',
  ],
  [
    'one that is not quite it, where two are asked for',
    { subjects: [subject({ is: { ...right, memory: 4 } })] },
    { count: 2, miscounted },
    'pending: `memory` of the container `web` is `4`; it should be at least `64`.',
  ],
  [
    'no place to look at, which is no absence',
    { subjects: [], nowhere: { because: message('kube.no-pod', { name: 'web' }) } },
    { count: 0 },
    'pending: There is no Pod `web` now.',
  ],
  [
    'what was not the learner’s',
    { subjects: [], obstacle: { at: 5, blame: 'machine', because: message('world.no-docker') } },
    {},
    'errored: ',
  ],
])('%s', (_, evidence, more, said) => {
  const verdict = judgeNearest(evidence, { ...asked, ...more });
  expect(`${verdict.status}: ${say('en', verdict.because)}`).toContain(said);
  expect(say('ja', verdict.because)).not.toContain('undefined');
});

test('what stood there before is no attempt, what was made since is one', () => {
  const wrong = { ...right, memory: 4 };
  expect(judgeNearest({ subjects: [subject({ is: wrong })] }, asked)).toMatchObject({ attempt: true });
  expect(judgeNearest({ subjects: [subject({ fresh: false, is: wrong })] }, asked)).not.toHaveProperty('attempt');
});

test('an action tells when it was done', () => {
  expect(judgeNearest({ subjects: [subject({ is: right })] }, { ...asked, action: true })).toMatchObject({ at: 10 });
});
