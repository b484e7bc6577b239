import { expect, test } from 'vitest';
import { hasAskedNothing, lastFruitless, lastTried, namesakeOf } from '../../checks/kubernetes/failedAttempts.ts';
import { pointedElsewhere } from '../../checks/kubernetes/pointed.ts';
import type { KubernetesAction } from '../../runner/world/kubernetes/model.ts';
import type { World } from '../../runner/world/world.ts';
import { type Things, worldOf } from '../session/fake/machine.ts';

test.each<[string, number, number, boolean]>([
  ['just before its end', 9_900, 1_000, false],
  ['long before its end, on a slow computer', 5_000, 1_000, false],
  ['for the command before it', 900, 1_000, true],
  ['just before its end, while another shell was at work as well', 9_900, 9_950, false],
])('a call that was made %s', (_, at, before, expected) => {
  expect(hasAskedNothing(10_000, before, [{ at }])).toBe(expected);
});

test('who has made no call has asked nothing', () => {
  expect(hasAskedNothing(10_000, 1_000, [])).toBe(true);
});

const nothing: Things = {
  ...{ containers: [], removed: [], removedPods: [], processes: [], pods: [], podProcesses: [], calls: [], execs: [] },
  ...{
    commands: [],
    down: undefined,
    slow: 0,
    times: 1,
    answeringSince: 0,
    ahead: 0,
    script: () => ({ exitCode: 0, output: '' }),
  },
};

const call = (more: Partial<KubernetesAction>): KubernetesAction => ({
  ...{ verb: 'create', group: '', resource: 'pods', name: 'web', namespace: 'lab', command: [], code: 201, at: 5_000 },
  ...{ open: false, dryRun: false, agent: 'kubectl' },
  ...more,
});

/** A line that ended so after it had made these calls. */
function typed(line: string, exitCode: number, ...calls: readonly KubernetesAction[]): World {
  const { world } = worldOf(nothing, { now: () => 0, after: () => () => undefined });
  const isHere = ({ namespace }: KubernetesAction) => namespace === 'lab';
  const [actions, strays] = [calls.filter(isHere), calls.filter((each) => !isHere(each))];
  return {
    ...world,
    shell: { ...world.shell, commands: () => [{ line, exitCode, at: 5_100, directory: '/root' }] },
    kubernetes: {
      ...world.kubernetes,
      ...{ namespace: 'lab', audited: true, actions: () => actions, strays: () => strays },
    },
  };
}

test.each<[string, string, number, readonly KubernetesAction[], string | undefined]>([
  ["a client's dry run", 'kubectl apply -f x --dry-run=client', 0, [], 'kube.dry-run'],
  ['a dry run of no kind', 'kubectl run web --image=x --dry-run -o yaml', 0, [], 'kube.dry-run'],
  ["a server's dry run", 'k apply -f x --dry-run=server', 0, [call({ dryRun: true })], 'kube.dry-run'],
  ["a server's dry run by a script", './make', 0, [call({ dryRun: true })], 'kube.dry-run'],
  ["a server's dry run of something else", './make', 0, [call({ dryRun: true, resource: 'secrets' })], undefined],
  ['what is none, by its option', 'kubectl apply -f x --dry-run=none', 0, [call({})], undefined],
  [
    'a dry run whose outcome is made',
    'kubectl run web --image=x --dry-run=client -o yaml | k create -f -',
    0,
    [call({})],
    undefined,
  ],
  ['what failed, and was hidden', 'kubectl apply -f nosuch || true', 0, [], 'kube.client-idle'],
  ['what was refused, and hidden', 'kubectl apply -f x || true', 0, [call({ verb: 'get', code: 403 })], 'kube.refused'],
  ['what found nothing to change', 'kubectl apply -f x', 0, [call({ verb: 'get', code: 200 })], undefined],
  ['what only helps', 'kubectl create --help', 0, [], undefined],
  ['what only speaks of it', 'kubectl explain pod | grep create', 0, [], undefined],
  ['a dry run that failed', 'kubectl apply -f nosuch --dry-run=client', 1, [], 'kube.client-failed'],
  [
    'a dry run that was refused',
    'kubectl apply -f x --dry-run=server',
    1,
    [call({ dryRun: true, code: 400 })],
    'kube.refused',
  ],
])('%s is told as what it is', (_, line, exitCode, calls, expected) => {
  expect(lastTried(typed(line, exitCode, ...calls), 1_000, ['pods'])?.because.id).toBe(expected);
});

test('where no call can be seen, what ended well may have done all that it should', () => {
  const seen = typed('kubectl apply -f x', 0);
  const unseen = { ...seen, kubernetes: { ...seen.kubernetes, audited: false } };
  expect(lastTried(seen, 1_000, ['pods'])?.because.id).toBe('kube.client-idle');
  expect(lastTried(unseen, 1_000, ['pods'])).toBeUndefined();
});

test.each<[string, string, string | undefined]>([
  ['to another context', 'kubectl --context=other apply -f x', '--context=other'],
  ['to another server', 'kubectl -s http://other apply -f x', '-s http://other'],
  ['by another file', 'KUBECONFIG=/tmp/other kubectl apply -f x', 'KUBECONFIG=/tmp/other'],
  ['nowhere else', 'kubectl apply -f x', undefined],
])('a client that was pointed %s is told what may have done that', (_, line, which) => {
  const tried = lastTried(typed(line, 1), 1_000, ['pods']);
  expect(tried?.hint?.values).toEqual(which && { which });
});

test('a client that was pointed elsewhere by an earlier line is told of that one', () => {
  const lines = ['kubectl config use-context other; ls', 'kubectl apply -f x'];
  expect(pointedElsewhere(lines)).toBe('kubectl config use-context other');
});

const away = call({ verb: 'list', namespace: 'default' });

test.each<[string, string, readonly KubernetesAction[], string | undefined]>([
  ['that found nothing in another namespace', 'kubectl delete pods --all -n default', [away], 'kube.stray'],
  ['that found nothing here', 'kubectl delete pods -l no=such', [call({ verb: 'list' })], undefined],
  ['that has removed something', 'kubectl delete pod web', [away, call({ verb: 'delete' })], undefined],
  ['that might not look', 'kubectl delete pods --all', [call({ verb: 'list', code: 403 })], 'kube.refused'],
  ['that might not look elsewhere', 'kubectl delete pods --all -A', [{ ...away, code: 403 }], 'kube.refused-in'],
  ['that only looked', 'kubectl get pods -n default', [away], undefined],
])('a removal %s is told of', (_, line, calls, expected) => {
  expect(lastFruitless(typed(line, 0, ...calls), 1_000, /delete/, 'lab')?.because.id).toBe(expected);
});

test.each<[string, Partial<KubernetesAction>, string | undefined]>([
  ['another kind', { resource: 'configmaps' }, 'configmaps'],
  ['its own kind', {}, undefined],
  ['another kind of another name', { resource: 'configmaps', name: 'app' }, undefined],
  ['another kind elsewhere', { resource: 'configmaps', namespace: 'default' }, undefined],
  ['another kind, refused', { resource: 'configmaps', code: 403 }, undefined],
  ['another kind, by a dry run', { resource: 'configmaps', dryRun: true }, undefined],
  ['another kind that is only changed', { resource: 'services', verb: 'patch' }, undefined],
])('of its name was made: %s', (_, more, expected) => {
  expect(namesakeOf(typed('x', 0, call(more)), 1_000, 'web', ['pods'])).toBe(expected);
});
