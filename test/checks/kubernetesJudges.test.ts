import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type DidParams, did } from '../../checks/kubernetes/did/check.ts';
import { type DidEvidence, evidenceOf } from '../../checks/kubernetes/did/deed.ts';
import { gone } from '../../checks/kubernetes/gone/check.ts';
import { pluralOf } from '../../checks/kubernetes/object/source.ts';
import { rollout } from '../../checks/kubernetes/rollout/check.ts';
import { reaches } from '../../checks/reaches/check.ts';
import { type Act, type AnyCheck, valueAt } from '../../runner/api.ts';
import { say } from '../../runner/words/say.ts';

const said = (check: AnyCheck, evidence: unknown, params: unknown) => {
  const verdict = check.judge(evidence, params);
  return `${verdict.status}: ${say('en', verdict.because)}`;
};

const act = (more: Partial<Act>): Act => ({
  ...{ verb: 'get', resource: 'pods', name: 'nginx', subresource: 'exec', container: 'shell', code: 101, at: 10 },
  command: ['ps', 'ax'],
  ...more,
});
const looked = (acts: readonly Act[], more: Partial<DidEvidence> = {}): DidEvidence => ({
  ...{ pod: 'nginx', acts, open: [], typed: [] },
  ...more,
});
const done = (seen: DidEvidence, params: Partial<DidParams>) => said(did, evidenceOf(seen, params), params);
const ps: Partial<DidParams> = { pod: 'nginx', container: 'shell', program: ['ps', 'top'] };

test.each<[string, DidEvidence, Partial<DidParams>, string]>([
  ['the program', looked([act({})]), ps, 'passed: The API server has seen it: `exec nginx shell ps ax`.'],
  ['a shell that calls it', looked([act({ command: ['sh', '-c', 'cd /; ps'] })]), ps, 'passed: '],
  ['a shell to type in', looked([act({ command: ['sh'] })]), ps, 'passed: '],
  [
    'attaching, and typing',
    looked([act({ subresource: 'attach', command: [] })], { typed: ['shell'] }),
    ps,
    'passed: ',
  ],
  [
    'attaching, and typing in a shell of another container',
    looked([act({ subresource: 'attach', command: [] })], { typed: ['nginx'] }),
    ps,
    'pending: `attach nginx shell` leads to a shell, and nothing was typed in it yet.',
  ],
  [
    'attaching alone',
    looked([act({ subresource: 'attach', command: [] })]),
    ps,
    'pending: `attach nginx shell` leads to a shell, and nothing was typed in it yet.',
  ],
  [
    'a debugging container',
    looked([act({ verb: 'patch', subresource: 'ephemeralcontainers', container: '', code: 200 })]),
    ps,
    'passed: ',
  ],
  [
    'a shell that was open before, in which something was typed',
    looked([], { open: [act({ command: ['sh'] })], typed: ['shell'] }),
    ps,
    'passed: ',
  ],
  [
    'one of a debugging container',
    looked([], {
      open: [act({ subresource: 'ephemeralcontainers', container: 'debugger-x', command: [] })],
      typed: ['debugger-x'],
    }),
    ps,
    'passed: ',
  ],
  [
    'one in which nothing was',
    looked([], { open: [act({ command: ['sh'] })], typed: ['nginx'] }),
    ps,
    'pending: `ps` has not been run',
  ],
  [
    'a shell where only the program will do',
    looked([act({ command: ['sh'] })]),
    { ...ps, shell: false },
    'pending: That was `exec nginx shell sh`',
  ],
  ['another container', looked([act({ container: 'nginx' })]), ps, 'pending: That was in the container `nginx`'],
  [
    'another Pod',
    looked([act({ name: 'lean' })]),
    ps,
    'pending: `ps` has not been run in `nginx` yet. The last one was run in `lean`.',
  ],
  ['another program', looked([act({ command: ['hostname'] })]), ps, 'pending: That was `exec nginx shell hostname`'],
  [
    'a Pod that is not there',
    looked([act({ name: 'ngnix', subresource: '', code: 404, said: 'pods "ngnix" not found' })]),
    ps,
    'pending: The API server refused it: pods "ngnix" not found',
  ],
  [
    'the machine itself',
    looked([], { onMachine: { program: 'ps', at: 20 } }),
    ps,
    'pending: `ps` ran on the machine itself',
  ],
  [
    'what the command must contain',
    looked([act({ command: ['cat', '/etc/x'] })]),
    { ...ps, program: 'cat', contains: '/root/' },
    'pending: That was',
  ],
  [
    'a list',
    looked([act({ verb: 'list', resource: 'deployments', name: '', subresource: '', code: 200 })]),
    { verb: 'list', resource: 'deployments' },
    'passed: The API server has seen it: `list deployments`.',
  ],
])('judges %s', (_, evidence, params, expected) => {
  expect(done(evidence, params)).toContain(expected);
});

const left = { seen: true, left: [] };

test.each<[object, string]>([
  [left, 'passed: The Pod `nginx` was there and is gone'],
  [{ ...left, state: 'there' }, 'pending: The Pod `nginx` still exists.'],
  [{ ...left, state: 'deleting' }, 'is being deleted'],
  [{ ...left, seen: false }, 'There was no Pod `nginx` yet.'],
  [{ ...left, left: [{ pid: 42, line: 'sh' }] }, 'a process of it still runs on the node: PID 42, `sh`'],
  [{ ...left, successor: { name: 'nginx-2', kind: 'ReplicaSet' } }, 'has made `nginx-2` in its place'],
])('a Pod is gone with its processes only: %j', (evidence, expected) => {
  const subject = { id: 'a', name: 'nginx', fresh: true, at: 0, is: evidence };
  expect(said(gone, { subjects: [subject] }, { pod: 'nginx' })).toContain(expected);
});

const hup = { pod: 'nginx', container: 'shell', program: 'kill', contains: ['HUP 1', '1 1'] };

test.each<[readonly string[], string]>([
  [['kill', '-HUP', '1'], 'passed'],
  [['kill', '-s', 'SIGHUP', '1'], 'passed'],
  [['kill', '-1', '1'], 'passed'],
  [['sh', '-c', 'kill -HUP 1; ps'], 'passed'],
  [['sh', '-c', 'sleep 0 && kill -HUP 1'], 'passed'],
  [['sh', '-c', 'exec kill -HUP 1'], 'passed'],
  [['sh', '-c', 'if kill -HUP 1; then echo yes; else echo no; fi'], 'passed'],
  [['sh', '-c', 'for each in 1; do kill -HUP 1; done'], 'passed'],
  [['sh', '-c', '! kill -HUP 1'], 'passed'],
  [['sh', '-c', 'echo HUP 1 | xargs -n 1 kill -s'], 'passed'],
  [['sh', '-c', 'A=1 timeout 5s kill -HUP 1'], 'passed'],
  [['env', 'A=1', 'kill', '-HUP', '1'], 'passed'],
  [['xargs', 'echo', 'kill -HUP 1'], 'pending'],
  [['sh', '-c', 'if echo kill -HUP 1; then true; fi'], 'pending'],
  [['sh', '-c', 'exit 0; kill -HUP 1'], 'pending'],
  [['sh', '-c', 'false && kill -HUP 1; true'], 'pending'],
  [['sh', '-c', 'true || kill -HUP 1'], 'pending'],
  [['sh', '-c', 'true # ; kill -HUP 1'], 'pending'],
  [['sh', '-c', 'echo "; kill -HUP 1"'], 'pending'],
  [['kill', '1'], 'pending: That was `exec nginx shell kill 1`. In `nginx` this is about `kill … HUP 1`.'],
  [['kill', '-HUP', '17'], 'pending'],
  [['kill', '-11', '1'], 'pending'],
  [['kill', '-1', '15'], 'pending'],
])('a number in what a command must contain is a whole number: %j', (command, expected) => {
  expect(done(looked([act({ command })]), hup)).toContain(expected);
});

const lab = readFileSync(join(import.meta.dirname, '../../labs/kubernetes/share-process-namespace/lab.yaml'), 'utf8');
const patterns = [...lab.matchAll(/^ +matches: '(.*)'$/gm)].map(([, pattern = '']) => new RegExp(pattern));

test.each<[string, boolean]>([
  ['cat /proc/7/root/etc/nginx/nginx.conf', true],
  ['sh -c cat /proc/$(pidof nginx | tail -1)/root/etc/nginx/nginx.conf', true],
  ['sh -c for p in $(pidof nginx); do cat /proc/$p/root/etc; done', true],
  ['sh -c d=/proc/7; ls $d/root/', true],
  ['sh -c cd /proc/7/root && cat etc/hosts', true],
  ['ls /root', false],
  ['sed -n /root/p /etc/passwd', false],
  ['cat /root/etc/nginx/nginx.conf', false],
  ['ls -l /bin/rootless', false],
  ['ls /proc/7/roots', false],
])('in `lean` somebody’s root is looked into: %s', (line, fits) => {
  expect(patterns[0]?.test(line)).toBe(fits);
});

test.each<[string, boolean]>([
  ['kill -HUP 888', true],
  ['kill -s HUP 888', true],
  ['kill -s SIGHUP 888', true],
  ['kill -1 888', true],
  ['kill -n 1 888', true],
  ['kill -hup 888', true],
  ['killall -HUP nginx', true],
  ['sh -c S=HUP; kill -$S 888', true],
  ['sh -c echo 888 | xargs kill -HUP', true],
  ['sh -c if kill -HUP 888; then true; fi', true],
  ['kill -l HUP 888', false],
  ['kill -9 -1 888', false],
  ['sh -c kill -0 -1 ; true', false],
  ['kill 888', false],
  ['kill -HUP', false],
  ['kill -HUPx 888', false],
  ['kill -11 888', false],
])('in `alone` a SIGHUP is sent to somebody: %s', (line, fits) => {
  expect(patterns[1]?.test(line)).toBe(fits);
});

test('another program than the one with such a text is no miss: the same step may ask for it elsewhere', () => {
  const cat = { ...ps, program: ['cat'], contains: '/root' };
  const judged = (...command: readonly string[]) => did.judge(evidenceOf(looked([act({ command })]), cat), cat);
  expect(judged('kill', '-HUP', '7')).not.toHaveProperty('attempt');
  expect(judged('cat', '/etc/nginx/nginx.conf')).toMatchObject({ attempt: true });
});

test('values are found by their paths', () => {
  const pod = {
    metadata: { labels: { 'app.kubernetes.io/name': 'web' } },
    spec: {
      containers: [
        { name: 'a', image: 'one' },
        { name: 'b', image: 'two' },
      ],
    },
  };
  expect(valueAt(pod, 'spec.containers[name=b].image')).toBe('two');
  expect(valueAt(pod, 'spec.containers[0].image')).toBe('one');
  expect(valueAt(pod, 'metadata.labels."app.kubernetes.io/name"')).toBe('web');
  expect(valueAt(pod, 'spec.volumes[0].name')).toBeUndefined();
});

test.each([
  ['Pod', 'pods'],
  ['NetworkPolicy', 'networkpolicies'],
  ['Ingress', 'ingresses'],
  ['Endpoints', 'endpoints'],
  ['Gateway', 'gateways'],
])('several of %s are %s', (kind, plural) => {
  expect(pluralOf(kind)).toBe(plural);
});

test('a roll-out says how far it is', () => {
  const state = { wanted: 3, updated: 3, available: 3, old: 0, current: true, waiting: [] };
  const web = (is: object) => ({ subjects: [{ id: 'a', name: 'web', fresh: true, at: 1, is }] });
  expect(said(rollout, web(state), { name: 'web' })).toContain('passed: The Deployment `web` is rolled out');
  expect(said(rollout, web({ ...state, available: 1 }), { name: 'web' })).toContain('1 of 3 Pods');
  expect(said(rollout, web(state), { name: 'web', replicas: 5 })).toContain('wants 3 Pods, not 5');
});

const led = { ports: [80], selector: 'app=web', selected: ['web-1'], ready: 1, stuck: false, labels: ['app=web'] };
const where = { from: '', where: 'http://web:80/' };
const leads = (is: object) => ({
  subjects: [{ id: 'a', name: 'web', fresh: true, at: 1, is: { ...led, ...where, ...is } }],
});
const service = { from: 'node', to: { service: 'web' }, port: 80 };

test.each<[object, string]>([
  [leads({ outcome: 'answered', status: 200, text: '' }), 'passed: `http://web:80/` answers with 200.'],
  [leads({ outcome: 'answered', status: 404, text: '' }), 'answers with 404, not with 200'],
  [leads({ outcome: 'refused', why: 'Connection refused' }), 'does not answer: Connection refused'],
  [leads({ ready: 0 }), 'selects `web-1`, of which none is ready'],
  [leads({ selected: [], ready: 0, selector: 'app=wbe' }), 'selects `app=wbe`, and no Pod has these labels'],
  [leads({ ports: [8080] }), 'has the port 8080, not 80'],
  [{ subjects: [] }, 'There is no Service `web` yet.'],
])('a Service leads to what answers: %j', (evidence, expected) => {
  expect(said(reaches, evidence, service)).toContain(expected);
});

test.each<[object, boolean]>([
  [leads({ ready: 0, stuck: true }), true],
  [leads({ ready: 0 }), false],
  [leads({ selected: [], ready: 0 }), true],
  [leads({ selected: [], ready: 0, labels: [] }), false],
])('a Service whose Pods may just be on their way is no miss: %j', (evidence, isMiss) => {
  const verdict = reaches.judge(evidence, service);
  expect(verdict.status).toBe('pending');
  expect('attempt' in verdict).toBe(isMiss);
});
