import type { Adversary } from '../../runner/api.ts';
import { right, wrong } from '../kit/adversary.ts';
import { manifest } from '../kubernetes/manifest.ts';
import type { ReachesParams } from './check.ts';

/** Ways to somebody who answers, and to what only looks as if they did. What another answer takes only its lab knows: nginx's own page answers here. */
export function adversaries(params: ReachesParams): readonly Adversary[] {
  const { from, to, port, outcome, path, status, contains = 'nginx' } = params;
  if (outcome !== 'answered' || path !== '/' || status !== 200 || contains !== 'nginx') return [];
  if (typeof to === 'string') {
    // Only where the answer must be nginx's does the lab have its image.
    const all = typeof from === 'string' ? toName(from, to, port) : [];
    return all.filter((each) => each.outcome === 'wrong' || params.contains === contains);
  }
  return to.namespace === undefined ? toService(to.service, port) : [];
}

function toService(service: string, port: number): readonly Adversary[] {
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
    wrong('labels that differ', make(pod({}, { app: `${service}x` }), svc()), { says: 'no Pod has these labels' }),
    wrong('another port', make(pod(), svc({ ports: [{ port: port + 1, targetPort: 80 }] })), { says: 'has the port' }),
    wrong('a port where nobody listens', make(pod(), svc({ ports: [{ port, targetPort: 81 }] })), {
      says: 'does not answer',
    }),
    wrong('UDP', make(pod(), svc({ ports: [{ port, targetPort: 80, protocol: 'UDP' }] }))),
    wrong('a Pod that is never ready', make(pod({ readinessProbe: { exec: { command: ['false'] } } }), svc()), {
      says: 'none is ready',
    }),
    wrong('without an address of its own', make(pod(), svc({ clusterIP: 'None' }))),
    wrong(
      'a name for somewhere else',
      make(pod(), svc({ type: 'ExternalName', externalName: 'example.com', selector: null })),
    ),
    {
      ...wrong('in another namespace', make(pod(), svc()).replaceAll('create -f', 'create -n default -f'), {
        says: '`default`',
      }),
      undo: `${undo} -n default`,
    },
    {
      name: 'tried by the server alone',
      run: make(pod(), svc()).replaceAll('create -f', 'create --dry-run=server -f'),
      outcome: 'wrong',
    },
  ];
}

/** A server where somebody publishes it, or where a container finds it by its name on a network. */
const toName = (from: string, to: string, port: number): readonly Adversary[] => [
  ...looks(from, `http://${to}:${port}/`),
  ...(from === 'machine' && ['localhost', '127.0.0.1'].includes(to) ? published(port) : []),
  ...(from !== 'machine' && /^[a-z][a-z0-9-]*$/.test(to) && port === 80 ? shared(from, to) : []),
];

const looks = (from: string, url: string): readonly Adversary[] => [
  wrong('only asked', `curl -s --max-time 1 ${url}`),
  wrong('only printed', `echo 'HTTP/1.1 200 OK'; echo nginx`),
  wrong('only written down', `echo nginx > /tmp/adversary`, { undo: 'rm /tmp/adversary' }),
  ...(from === 'machine' ? [] : [wrong('only looked at', `docker inspect ${from}`)]),
];

const undo = 'docker rm -f adversary';
const server = (options: string, command = '') =>
  `docker run -d --name adversary ${options} nginx${command === '' ? '' : ` ${command}`}`;

const published = (port: number): readonly Adversary[] =>
  [
    right('published', server(`-p ${port}:80`)),
    right('published on loopback alone', server(`-p 127.0.0.1:${port}:80`)),
    right('made, and started then', `docker create --name adversary -p ${port}:80 nginx\ndocker start adversary`),
    right('with another port beside it', server(`-p ${port}:80 -p ${port + 1}:81`)),
    wrong('not published', server('')),
    wrong('only exposed', server(`--expose ${port}`)),
    wrong('to a port where nobody listens', server(`-p ${port}:81`), { says: 'does not answer' }),
    wrong('the wrong way round', server(`-p 80:${port}`)),
    wrong('by UDP', server(`-p ${port}:80/udp`)),
    wrong('on another address', server(`-p 127.0.0.2:${port}:80`)),
    wrong('made and not started', `docker create --name adversary -p ${port}:80 nginx`),
    wrong('ended at once', server(`-p ${port}:80`, 'true')),
    wrong('with nobody who listens', server(`-p ${port}:80`, 'tail -f /dev/null')),
  ].map((each) => ({ undo, ...each }));

function shared(from: string, to: string): readonly Adversary[] {
  const network = 'docker network create adversary';
  const join = `docker network connect adversary ${from}`;
  const named = `--network adversary --network-alias ${to}`;
  const leave = `docker network disconnect -f adversary ${from}`;
  const address = `$(docker inspect -f '{{(index .NetworkSettings.Networks "adversary").IPAddress}}' adversary)`;
  const hosts = `$(docker inspect -f '{{.HostsPath}}' ${from})`;
  const all = (...lines: readonly string[]) => lines.join('\n');
  const alone = 'docker network rm adversary';
  return [
    right('on a network of both', all(network, join, server(named))),
    right('the server first', all(network, server(named), join)),
    right('on one that leads nowhere else', all(`${network} --internal`, join, server(named))),
    right(
      'by its name, given later',
      all(network, join, server(''), `docker network connect --alias ${to} adversary adversary`),
    ),
    right(
      'by a line of its hosts file',
      all(network, join, server('--network adversary'), `echo "${address} ${to}" >> "${hosts}"`),
      { fresh: true },
    ),
    wrong('a network alone', network),
    wrong('nobody else on it', all(network, join)),
    wrong('on a network without it', all(network, server(named))),
    wrong('by another name', all(network, join, server(`--network adversary --network-alias ${to}2`))),
    wrong('with nobody who listens', all(network, join, server(named, 'tail -f /dev/null')), {
      says: 'does not answer',
    }),
    wrong('let go of before', all(network, join, leave, server(named))),
    wrong('stopped before', all(network, server(named), 'docker stop -t 0 adversary', join)),
    wrong('paused before', all(network, server(named), 'docker pause adversary', join)),
    wrong('among its own ports', server(`--network container:${from}`)),
    wrong('by a name of the machine', `echo "127.0.0.1 ${to}" >> /etc/hosts`, {
      undo: `grep -v ' ${to}$' /etc/hosts > /tmp/hosts; cat /tmp/hosts > /etc/hosts`,
    }),
  ].map((each) => ({ undo: all(undo, leave, alone), ...each }));
}
