import { expect, test } from 'vitest';
import { type FailedAttempt, refusal, strayed } from '../../checks/kubernetes/failedAttempts.ts';
import { type PodParams, pod as podCheck } from '../../checks/kubernetes/pod/check.ts';
import { evidenceOf, type PodEvidence } from '../../checks/kubernetes/pod/source.ts';
import { hasCapability, isImage, isOf } from '../../checks/kubernetes/pods.ts';
import { message } from '../../runner/words/message.ts';
import { say } from '../../runner/words/say.ts';
import { asOnNode } from '../../runner/world/kubernetes/troubled.ts';

type Candidate = PodEvidence['pods'][number];
type Container = Candidate['containers'][number];

const container = (name: string, image: string, more: Partial<Container> = {}): Container => ({
  ...{ name, image, role: 'main', ready: true, restarts: 0, state: 'running', capabilities: [], id: 'a'.repeat(64) },
  ...more,
});

const nginx = container('nginx', 'nginx');
const shell = container('shell', 'busybox', { capabilities: ['SYS_PTRACE'] });

const right: Candidate = {
  uid: '0b0ee3a0-5a3c-4c2c-9d6a-0f6d8f2a1b11',
  name: 'nginx',
  phase: 'Running',
  ready: true,
  deleting: false,
  node: 'node',
  ip: '10.244.0.7',
  sharesProcesses: true,
  labels: {},
  containers: [nginx, shell],
  createdAt: 1000,
  fresh: true,
};

const wanted: PodParams = {
  name: 'nginx',
  labels: {},
  owner: 'any',
  ready: true,
  sharesProcesses: true,
  containers: [
    { name: 'nginx', image: 'nginx', running: true, capabilities: [], lacks: [] },
    { name: 'shell', image: 'busybox', running: true, capabilities: ['SYS_PTRACE'], lacks: [] },
  ],
};

const pods = (...changes: readonly Partial<Candidate>[]) => changes.map((each) => ({ ...right, ...each }));
const judgePod = (seen: PodEvidence, params: PodParams) => podCheck.judge(evidenceOf(seen, params), params);
const said = (evidence: PodEvidence, params = wanted) => {
  const verdict = judgePod(evidence, params);
  return `${verdict.status}: ${say('en', verdict.because)}`;
};

test('the right Pod passes, and is what later steps speak of', () => {
  expect(judgePod({ pods: pods({}) }, wanted)).toMatchObject({
    status: 'passed',
    found: { kind: 'pod', uid: right.uid, name: 'nginx' },
  });
});

test('a Pod of quite another name is none that was missed: it may be what is asked for beside it', () => {
  const lean = { pods: pods({ name: 'lean', containers: [nginx] }) };
  expect(judgePod(lean, wanted)).not.toHaveProperty('attempt');
  expect(said(lean)).toBe('pending: There is no Pod `nginx` yet. The newest is called `lean`.');
  expect(judgePod({ pods: pods({ name: 'web' }) }, wanted)).toMatchObject({ attempt: true });
});

const made = { name: 'nginx-5d-x', owner: { kind: 'ReplicaSet', name: 'nginx-5d' } };

test('a Pod that is wrong beside one that is right does not matter', () => {
  expect(judgePod({ pods: pods({}, { ...made, sharesProcesses: false }) }, wanted).status).toBe('passed');
});

test('of several that are right the newest is meant, or another', () => {
  const [older, newer] = pods({ ...made, uid: 'a', name: 'nginx-5d-y' }, { ...made, uid: 'b', createdAt: 2000 });
  expect(judgePod({ pods: [older ?? right, newer ?? right] }, wanted)).toMatchObject({
    found: { uid: 'b' },
    alternatives: [{ uid: 'a' }],
  });
});

test('a Pod of its own is none that a Deployment has made', () => {
  const own: PodParams = { ...wanted, owner: 'none' };
  expect(judgePod({ pods: pods(made) }, own)).toMatchObject({ because: { id: 'kube.pod.owned' }, attempt: true });
  expect(judgePod({ pods: pods({ ...made, fresh: false }) }, own)).toMatchObject({ because: { id: 'kit.absent' } });
  expect(judgePod({ pods: pods({}, made) }, own).status).toBe('passed');
});

test('what stood there before is told, and not counted', () => {
  const old = { pods: pods({ fresh: false, sharesProcesses: false }) };
  expect(judgePod(old, wanted)).toMatchObject({ because: { id: 'kube.pod.lacks' }, attempt: true, excused: true });
});

const dry: FailedAttempt = { kind: 'dry', at: 2000, because: message('kube.dry-run'), attempt: false };
const failed: FailedAttempt = {
  ...{ kind: 'client', at: 2000 },
  because: message('kube.client-failed', { line: 'kubectl apply -f x', code: 1 }),
};

test.each<[string, PodEvidence, string]>([
  ['nothing', { pods: [] }, 'pending: There is no Pod `nginx` yet.'],
  [
    'another kind of its name',
    { pods: [], namesake: 'configmaps' },
    'pending: There is no Pod `nginx` yet. What was made under this name is one of the `configmaps`.',
  ],
  [
    'only a dry run',
    { pods: [], tried: dry },
    'pending: That was a dry run: it shows what would come of it, and changes nothing in the cluster. Leave `--dry-run` out to have it done.',
  ],
  [
    'a dry run beside one that is wrong',
    { pods: pods({ sharesProcesses: false }), tried: dry },
    'pending: The Pod `nginx` lacks `shareProcessNamespace: true`.',
  ],
  ['another name', { pods: pods({ name: 'ngnix' }) }, 'pending: Your Pod is called `ngnix`, not `nginx`.'],
  [
    'no shared processes and no capability, each by its name',
    { pods: pods({ sharesProcesses: false, containers: [nginx, container('shell', 'busybox')] }) },
    'pending: The Pod `nginx` lacks `shareProcessNamespace: true`, `shell`: `capabilities: { add: [SYS_PTRACE] }`.',
  ],
  [
    'another capability, misspelt or taken for it',
    { pods: pods({ containers: [nginx, { ...shell, capabilities: ['SYS_TRACE'] }] }) },
    'pending: The Pod `nginx` lacks `shell`: `capabilities: { add: [SYS_PTRACE] }`. It has `shell`: `capabilities: { add: [SYS_TRACE] }` instead.',
  ],
  [
    'the capability in another container',
    { pods: pods({ containers: [{ ...nginx, capabilities: ['SYS_PTRACE'] }, container('shell', 'busybox')] }) },
    'pending: The Pod `nginx` lacks `shell`: `capabilities: { add: [SYS_PTRACE] }`. It has `nginx`: `capabilities: { add: [SYS_PTRACE] }` instead.',
  ],
  [
    'a container of another name',
    { pods: pods({ containers: [nginx, container('shel', 'busybox')] }) },
    'pending: A container of the Pod `nginx` is called `shel`, not `shell`.',
  ],
  [
    'a container too few',
    { pods: pods({ containers: [nginx] }) },
    'pending: The Pod `nginx` has no container `shell`.',
  ],
  [
    'an image that is not there, in the words of the kubelet',
    {
      pods: pods({
        ready: false,
        containers: [
          container('nginx', 'ngnix:1.29', {
            state: 'waiting',
            reason: 'ImagePullBackOff',
            message: 'Back-off pulling image "ngnix:1.29"',
          }),
          shell,
        ],
      }),
    },
    'pending: The container `nginx` of `nginx` is to come from `ngnix:1.29`, not from `nginx`, and waits: ImagePullBackOff: Back-off pulling image "ngnix:1.29"',
  ],
  [
    'a container that ends again and again',
    {
      pods: pods({
        ready: false,
        containers: [
          nginx,
          { ...shell, state: 'waiting', restarts: 3, reason: 'CrashLoopBackOff', message: 'back-off 40s' },
        ],
      }),
    },
    'pending: The container `shell` of `nginx` waits: CrashLoopBackOff: back-off 40s',
  ],
  [
    'no node that takes it',
    { pods: pods({ ready: false, phase: 'Pending', unschedulable: '0/1 nodes are available' }) },
    'pending: No node takes the Pod `nginx`: 0/1 nodes are available',
  ],
  [
    'what the API server refused since',
    { pods: [], tried: refusal({ code: 422, said: 'Pod "nginx" is invalid', at: 2000 }) },
    'pending: The API server refused it: Pod "nginx" is invalid',
  ],
  [
    'a change of what cannot be changed',
    {
      pods: pods({ sharesProcesses: false }),
      tried: refusal({ code: 422, said: 'Forbidden: pod updates may not change fields other than', at: 2000 }),
    },
    'pending: The Pod `nginx` stays as it was: these fields of a Pod that exists cannot be changed.',
  ],
  [
    'another namespace',
    { pods: [], tried: strayed({ namespace: 'default', at: 2000 }, 'lab-x') },
    "pending: That went to the namespace `default`. Leave the namespace out: then it goes to this lab's own, `lab-x`.",
  ],
  [
    'a client that gave up',
    { pods: [], tried: failed },
    'pending: `kubectl apply -f x` ended with 1, and the cluster was told nothing. The shell shows why.',
  ],
  [
    'Pods that a controller cannot make',
    {
      pods: [],
      unmade: { at: 1, because: message('kube.pod.unmade', { name: 'nginx', said: 'pods "nginx-5d" is forbidden' }) },
    },
    'pending: The Pods of `nginx` cannot be made: pods "nginx-5d" is forbidden',
  ],
])('speaks about %s', (_, evidence, expected) => {
  expect(said(evidence)).toBe(expected);
});

test('what only takes its time is no attempt, and hides nothing that will not end well', () => {
  const starting = container('nginx', 'nginx', { state: 'waiting', reason: 'ContainerCreating', ready: false });
  const verdict = judgePod({ pods: pods({ ready: false, containers: [starting, shell] }) }, wanted);
  expect(verdict).toMatchObject({ status: 'pending' });
  expect(verdict).not.toHaveProperty('attempt');
  const ended: Container = { ...shell, state: 'terminated', exitCode: 0 };
  expect(said({ pods: pods({ ready: false, containers: [starting, ended] }) })).toContain(
    '`shell` of `nginx` has ended',
  );
});

test('what was refused before a Pod came is over', () => {
  const tried = refusal({ code: 422, said: 'invalid', at: 500 });
  expect(said({ pods: pods({ sharesProcesses: false }), tried })).toContain('lacks');
});

test('a Pod that should not have something is told what', () => {
  const params = { ...wanted, sharesProcesses: false };
  expect(said({ pods: pods({}) }, params)).toBe(
    'pending: The Pod `nginx` has `shareProcessNamespace: true`, and should not.',
  );
});

test.each([
  ['nginx', 'nginx', true],
  ['nginx:latest', 'nginx', true],
  ['docker.io/library/nginx:1.29', 'nginx', true],
  ['nginx:1.29', 'nginx:1.28', false],
  ['ngnix', 'nginx', false],
  ['registry:5000/nginx', 'nginx', false],
])('the image %s is %s: %s', (image, name, is) => {
  expect(isImage(image, name)).toBe(is);
});

test('capabilities are known however they are written', () => {
  expect(hasCapability(['CAP_SYS_PTRACE'], 'SYS_PTRACE')).toBe(true);
  expect(hasCapability(['ALL'], 'SYS_PTRACE')).toBe(true);
  expect(hasCapability(['SYS_ADMIN'], 'SYS_PTRACE')).toBe(false);
});

test("a controller's Pods are known by its name, and no others", () => {
  const owner = { kind: 'ReplicaSet', name: 'nginx-7c5ddbdf54' };
  expect(isOf({ name: 'nginx-7c5ddbdf54-abcde', owner }, 'nginx')).toBe(true);
  expect(isOf({ name: 'nginx-web-7c5ddbdf54-abcde', owner }, 'nginx')).toBe(false);
  expect(isOf({ name: 'nginx-abcde' }, 'nginx')).toBe(false);
});

test('a container that has ended does not run, though the API has not heard of it', () => {
  const [one, other] = [container('nginx', 'nginx', { id: 'a'.repeat(64) }), { ...shell, id: 'b'.repeat(64) }];
  const pod = { ...right, containers: [one, other] };
  const judged = (alive: readonly (string | undefined)[]) =>
    judgePod({ pods: [{ ...asOnNode(pod, alive), fresh: true }] }, wanted);
  expect(judged([undefined, one.id, other.id]).status).toBe('passed');
  expect(judged([undefined, one.id])).toMatchObject({ status: 'pending', because: { id: 'kube.pod.starting' } });
  expect(judged([]).status).toBe('passed');
});

test('how a Pod is made anew is told where one of its name was in the way', () => {
  const tried = refusal({ said: 'pods "nginx" already exists', code: 409, at: 2000 });
  expect(judgePod({ pods: pods({ sharesProcesses: false }), tried }, wanted)).toMatchObject({
    because: { id: 'kube.refused' },
    hint: { id: 'kube.pod.unchangeable.hint' },
  });
  expect(judgePod({ pods: [], tried }, wanted)).not.toHaveProperty('hint');
});
