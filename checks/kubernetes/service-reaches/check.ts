import { type Answer, defineCheck, message, type Pod, passed, pending, z } from '../../../runner/api.ts';
import { shown, valueAt } from '../fields.ts';
import { lastTried, type Tried, whyAbsent } from '../tried.ts';
import { whyNotReady } from '../waiting.ts';
import { adversaries } from './adversaries.ts';

const params = z.strictObject({
  service: z.string().describe('Its name.'),
  namespace: z.string().optional().describe("Where it is; the lab's own namespace unless given."),
  port: z.int().min(1).max(65535).describe('The port of the Service.'),
  path: z.string().default('/').describe('What is asked for there.'),
  status: z.int().default(200).describe('The HTTP status that must be answered.'),
  contains: z.string().optional().describe('A text that must be in the answer.'),
});

export type Params = z.infer<typeof params>;

export type Evidence = {
  readonly ports?: readonly number[];
  /** `app=web` */
  readonly selector: string;
  /** Names of Pods that it selects, and how many addresses of them are ready. */
  readonly selected: readonly string[];
  readonly ready: number;
  /** One of them will not become ready by itself; else they may just be on their way. */
  readonly stuck?: true;
  /** Labels of every Pod there is, for one whose selector was mistyped. */
  readonly labels: readonly string[];
  readonly answer?: Answer;
  readonly tried?: Tried;
};

const inWords = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

const selectorShape = z.record(z.string(), z.string()).catch({});
const portsShape = z.array(z.object({ port: z.number() })).catch([]);
const endpointsShape = z
  .array(z.object({ conditions: z.object({ ready: z.boolean().nullish() }).nullish() }))
  .catch([]);

/** A Service leads to Pods that answer: a real request is made from within the cluster. */
export const serviceReaches = defineCheck<Params, Evidence>({
  name: 'kubernetes/service-reaches',
  about:
    'A Service leads to Pods that answer: a real request from within the cluster gets the status, and the text, that it should.',
  params,
  adversaries,
  wakesOn: [
    'kubernetes.object.Service',
    'kubernetes.object.EndpointSlice',
    'kubernetes.object.Pod',
    'kubernetes.action',
    'shell.command',
  ],
  sees: ['requests'],
  // Nodes learn of a ready Pod a moment after the API does.
  settles: true,
  lasting: true,

  async observe(world, { service, port, path, namespace }, { since, signal }) {
    const { kubernetes } = world;
    const found = (await kubernetes.objects('Service', signal, namespace)).find(
      ({ metadata }) => metadata.name === service,
    );
    const pods = await kubernetes.pods(signal, namespace);
    const labels = [...new Set(pods.map((each) => inWords(each.labels)))];
    const tried = lastTried(world, since, ['services'], namespace);
    if (!found) return { selector: '', selected: [], ready: 0, labels, ...(tried && { tried }) };
    const selector = selectorShape.parse(valueAt(found, 'spec.selector'));
    const isSelected = (of: Readonly<Record<string, string>>) =>
      Object.entries(selector).every(([key, value]) => of[key] === value);
    const slices = (await kubernetes.objects('EndpointSlice', signal, namespace)).filter(
      ({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === service,
    );
    const ready = slices
      .flatMap((each) => endpointsShape.parse(each.endpoints))
      .filter((each) => each.conditions?.ready !== false);
    const selected = Object.keys(selector).length === 0 ? [] : pods.filter((each) => isSelected(each.labels));
    const ports = portsShape.parse(valueAt(found, 'spec.ports')).map((each) => each.port);
    return {
      ...{ ports, labels },
      selector: inWords(selector),
      selected: selected.map(({ name }) => name),
      ready: ready.length,
      ...(selected.some(isStuck) && { stuck: true }),
      ...(ports.includes(port) &&
        ready.length > 0 && {
          answer: await kubernetes.request(
            { service, port, path, ...(namespace !== undefined && { namespace }) },
            signal,
          ),
        }),
    };
  },

  judge({ ports, selector, selected, ready, stuck, labels, answer, tried }, { service, port, path, status, contains }) {
    const name = service;
    if (!ports) return whyAbsent(tried) ?? pending(message('kube.object.absent', { kind: 'Service', name }));
    if (!ports.includes(port))
      return pending(message('kube.service.port', { name, port, actual: ports.join(', ') }), {
        attempt: true,
        mismatch: { expected: String(port), actual: ports.join(', ') },
      });
    if (selected.length === 0 && ready === 0)
      return pending(message('kube.service.selects-none', { name, selector, labels: labels.join('; ') }), {
        // Whoever makes the Service first has its Pods still to come.
        attempt: labels.length > 0,
      });
    if (ready === 0)
      return pending(message('kube.service.none-ready', { name, pods: selected.join(', ') }), {
        attempt: stuck === true,
      });
    const where = `http://${name}:${port}${path}`;
    if (answer?.kind !== 'answered')
      return pending(message('kube.service.refused', { where, why: answer?.why ?? '' }), { attempt: true });
    if (answer.status !== status)
      return pending(message('kube.service.status', { where, actual: answer.status, status }), {
        attempt: true,
        mismatch: { expected: String(status), actual: String(answer.status) },
      });
    if (contains !== undefined && !answer.body.includes(contains))
      return pending(message('kube.service.body', { where, contains }), {
        attempt: true,
        mismatch: { expected: contains, actual: shown(answer.body.trim().slice(0, 200)) },
      });
    return passed(message('kube.service.right', { where, status }));
  },
});

const isStuck = (pod: Pod): boolean => {
  const why = whyNotReady(pod, { ready: true, containers: [] });
  return !pod.deleting && why?.status === 'pending' && why.attempt === true;
};
