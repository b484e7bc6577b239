import type { Adversary } from '../../../runner/api.ts';
import { manifest } from '../manifest.ts';
import type { Params } from './check.ts';

/** Ways to a Service that answers, and to one that only looks as if it did. */
export function adversaries({ service, port, path, status, contains, namespace }: Params): readonly Adversary[] {
  // What another answer takes only its lab knows: nginx's own page answers here.
  if (namespace !== undefined || path !== '/' || status !== 200 || (contains !== undefined && contains !== 'nginx'))
    return [];
  const labels = { app: service };
  const nginx = { name: 'nginx', image: 'nginx', imagePullPolicy: 'IfNotPresent' };
  const pod = (changes: object = {}, wears: object = labels) =>
    manifest(
      'Pod',
      service,
      { spec: { terminationGracePeriodSeconds: 1, containers: [{ ...nginx, ...changes }] } },
      { labels: wears },
    ) ?? '';
  const svc = (spec: object = {}) =>
    manifest('Service', service, { spec: { selector: labels, ports: [{ port, targetPort: 80 }], ...spec } }) ?? '';
  const make = (...objects: readonly string[]) =>
    objects.map((each) => `printf %s ${each} | kubectl create -f -`).join('\n');
  const undo = `kubectl delete service,pod ${service} --now`;
  const right = (what: string, run: string): Adversary => ({ name: what, run, outcome: 'right', undo });
  const wrong = (what: string, run: string, says?: string): Adversary => ({
    ...{ name: what, run, outcome: 'wrong', undo },
    ...(says !== undefined && { says }),
  });
  const named = { ...nginx, ports: [{ name: 'web', containerPort: 80 }] };
  return [
    right('the Pod first', make(pod(), svc())),
    right('the Service first', make(svc(), pod())),
    right('exposed', `${make(pod())}\nkubectl expose pod ${service} --port=${port} --target-port=80`),
    right('by a port of the node', make(pod(), svc({ type: 'NodePort' }))),
    right('by the name of a port', make(pod(named), svc({ ports: [{ port, targetPort: 'web' }] }))),
    right(
      'with another port beside it',
      make(
        pod(),
        svc({
          ports: [
            { name: 'a', port, targetPort: 80 },
            { name: 'b', port: port + 1 },
          ],
        }),
      ),
    ),
    wrong('the Service alone', make(svc())),
    wrong('the Pod alone', make(pod())),
    wrong('labels that differ', make(pod({}, { app: `${service}x` }), svc()), 'no Pod has these labels'),
    wrong('another port', make(pod(), svc({ ports: [{ port: port + 1, targetPort: 80 }] })), 'has the port'),
    wrong('a port where nobody listens', make(pod(), svc({ ports: [{ port, targetPort: 81 }] })), 'does not answer'),
    wrong('UDP', make(pod(), svc({ ports: [{ port, targetPort: 80, protocol: 'UDP' }] }))),
    wrong(
      'a Pod that is never ready',
      make(pod({ readinessProbe: { exec: { command: ['false'] } } }), svc()),
      'none is ready',
    ),
    wrong('without an address of its own', make(pod(), svc({ clusterIP: 'None' }))),
    wrong(
      'a name for somewhere else',
      make(pod(), svc({ type: 'ExternalName', externalName: 'example.com', selector: null })),
    ),
    {
      ...wrong('in another namespace', make(pod(), svc()).replaceAll('create -f', 'create -n default -f'), '`default`'),
      undo: `${undo} -n default`,
    },
    {
      name: 'tried by the server alone',
      run: make(pod(), svc()).replaceAll('create -f', 'create --dry-run=server -f'),
      outcome: 'wrong',
    },
  ];
}
