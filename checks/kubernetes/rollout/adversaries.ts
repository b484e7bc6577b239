import type { Adversary } from '../../../runner/api.ts';
import { manifest, sleeper } from '../manifest.ts';
import { given } from '../typed.ts';
import type { Params } from './check.ts';

/** Ways to bring a Deployment or the like to where it should be, and ways that stop short of it. */
export function adversaries({ name, kind, namespace, replicas = 1 }: Params): readonly Adversary[] {
  // As many as there are nodes is no number that anybody types, and none of its own needs no Pod.
  if (kind === 'DaemonSet' || replicas === 0 || namespace !== undefined) return [];
  const of = (count: number, spec: object = {}): string =>
    manifest(kind, name, {
      'spec.replicas': count,
      'spec.template': {
        metadata: { labels: { app: name } },
        spec: { terminationGracePeriodSeconds: 1, containers: [sleeper()], ...spec },
      },
    }) ?? '';
  const make = (json: string, command = 'create -f -') => `printf %s ${json} | kubectl ${command}`;
  const what = `${kind.toLowerCase()}/${name}`;
  const undo = `kubectl delete ${what} --cascade=foreground`;
  const wrong = (called: string, run: string, says?: string): Adversary => ({
    ...{ name: called, run, outcome: 'wrong', undo },
    ...(says !== undefined && { says }),
  });
  const right = (called: string, run: string): Adversary => ({ name: called, run, outcome: 'right', undo });
  const spoiled = (container: object) => of(replicas, { containers: [{ ...sleeper(), ...container }] });
  const budget = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'none' }, spec: { hard: { pods: '0' } } };
  return [
    right('created as it should be', make(of(replicas))),
    right('applied by the server', make(of(replicas), 'apply --server-side -f -')),
    right(
      'scaled down and up again',
      `${make(of(replicas))}\nkubectl scale ${what} --replicas=0\nkubectl scale ${what} --replicas=${replicas}`,
    ),
    right(
      'patched to its number',
      `${make(of(replicas + 1))}\nkubectl patch ${what} -p '{"spec":{"replicas":${replicas}}}'`,
    ),
    right('restarted', `${make(of(replicas))}\nkubectl rollout restart ${what}`),
    right('its Pods removed once', `${make(of(replicas))}\nkubectl delete pods -l app=${name} --now`),
    wrong('one Pod too many', make(of(replicas + 1)), 'not'),
    wrong('none of its Pods', `${make(of(replicas))}\nkubectl scale ${what} --replicas=0`),
    { name: 'tried by the client alone', run: make(of(replicas), 'create --dry-run=client -f -'), outcome: 'wrong' },
    { name: 'tried by the server alone', run: make(of(replicas), 'apply --dry-run=server -f -'), outcome: 'wrong' },
    {
      ...wrong('in another namespace', make(of(replicas), 'create -n default -f -'), '`default`'),
      undo: `${undo} -n default`,
    },
    wrong('an image that is not there', make(spoiled({ image: 'nosuch.invalid/none:1' })), 'waits'),
    wrong('a program that ends', make(spoiled({ command: ['false'] }))),
    wrong('a probe that always fails', make(spoiled({ readinessProbe: { exec: { command: ['false'] } } }))),
    wrong('on nodes that there are not', make(of(replicas, { nodeSelector: { 'no-such': 'label' } })), 'No node takes'),
    {
      ...wrong(
        'with a quota that allows no Pod',
        `${given('kubectl create -f -', budget)}\n${make(of(replicas))}`,
        'quota',
      ),
      undo: `kubectl delete resourcequota none\n${undo}`,
    },
    wrong(
      'and then another image that is not there',
      `${make(of(replicas))}\nkubectl set image ${what} main=nosuch.invalid/none:1`,
    ),
    {
      ...wrong('Pods of its name without it', make(manifest('Pod', `${name}-1`) ?? '')),
      undo: `kubectl delete pod ${name}-1 --now`,
    },
  ];
}
