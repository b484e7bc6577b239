import { type CheckContext, type Pod, shown, type World, z } from '../../runner/api.ts';
import type { Observation } from '../kit/judge.ts';
import type { Subject } from '../kit/subject.ts';
import { objectsOf } from '../kubernetes/object/source.ts';
import { whyNotReady } from '../kubernetes/waiting.ts';
import type { ReachesParams } from './check.ts';

type Params = ReachesParams & { readonly to: { readonly service: string; readonly namespace?: string | undefined } };

const labels = z.record(z.string(), z.string()).catch({});
const endpoints = z.array(z.object({ conditions: z.object({ ready: z.boolean().nullish() }).nullish() })).catch([]);

/** `app=web,tier=one` */
const inWords = (all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .map((pair) => pair.join('='))
    .join(',');

/**
The Services there are; of the one that is meant, where it leads: `ports`, its `selector` and what that has selected, how many addresses
are `ready`, and its own as `host`, where somebody would answer there.
*/
export async function services(
  world: World,
  { to: { service, namespace }, port, outcome }: Params,
  context: CheckContext,
): Promise<Observation> {
  const { kubernetes } = world;
  const { signal } = context;
  const paths = ['spec.ports[*].port', 'spec.selector', 'spec.clusterIP'];
  const found = await objectsOf({ kind: 'Service', namespace }).read(world, paths, context);
  const [pods, slices] = await Promise.all([
    kubernetes.pods(signal, namespace),
    kubernetes.objects('EndpointSlice', signal, namespace),
  ]);
  const led = ({ is, ...subject }: Subject): Subject => {
    if (subject.name !== service) return { ...subject, is: {} };
    const selector = labels.parse(is['spec.selector']);
    const isSelected = ({ labels: own }: Pod) => Object.entries(selector).every(([key, value]) => own[key] === value);
    const selected = Object.keys(selector).length === 0 ? [] : pods.filter(isSelected);
    const ready = slices
      .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === service)
      .flatMap((each) => endpoints.parse(each.endpoints))
      .filter((each) => each.conditions?.ready !== false).length;
    const [ports = [], address] = [is['spec.ports[*].port'], shown(is['spec.clusterIP'])];
    const leads = outcome !== 'answered' || (Array.isArray(ports) && ports.includes(port) && ready > 0);
    return {
      ...subject,
      is: {
        ...{ ports, selector: inWords(selector), selected: selected.map(({ name }) => name), ready },
        stuck: selected.some(isStuck),
        labels: [...new Set(pods.map((each) => inWords(each.labels)))],
        ...(leads && address !== '' && address !== 'None' && { host: address }),
      },
    };
  };
  return { ...found, subjects: found.subjects.map(led) };
}

/** One that will not become ready by itself; others may just be on their way. */
const isStuck = (pod: Pod): boolean => {
  const why = whyNotReady(pod, { ready: true, containers: [] });
  return why !== undefined && !pod.deleting && !why.blame && !why.underWay;
};
