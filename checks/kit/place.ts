import { type Engine, type Sight, z } from '../../runner/api.ts';

/** A container of a Pod. */
export const inPod = z.strictObject({
  pod: z.string().describe('Which Pod: a name, or a fact such as `${nginx}`.'),
  container: z.string().optional().describe('Which of its containers; its first one unless given.'),
  namespace: z.string().optional().describe("Where the Pod is; the lab's own namespace unless given."),
});

/** Where processes and files are asked for. */
export const place = z.union([z.string(), inPod]);

export type Place = z.infer<typeof place>;

/** Said of it in the references. */
export const places =
  '`machine`, a container (a fact such as `${web}`, an id or a name), or a container of a Pod: `{ pod: "${nginx}", container: shell }`, its first one unless named';

/** Which engine knows of a place, as a lab writes it. */
export function engineOf(place: unknown): readonly Engine[] {
  if (typeof place === 'object') return ['kubernetes'];
  return place === undefined || place === 'machine' ? [] : ['docker'];
}

/** What of a cluster must be seen to look into a place, as a lab writes it. */
export const sightOf = (place: unknown): readonly Sight[] => (typeof place === 'object' ? ['processes'] : []);

/** What tells that something may have become of what is in a place. */
export const wakes = [
  ...['docker.container', 'docker.exec', 'kubernetes.action', 'kubernetes.object.Pod'],
  ...['shell.command', 'terminal.quiet'],
];

/** A place in a few words, for what is compared with it. */
export const placeName = (place: Place): string =>
  typeof place === 'string' ? place : [place.pod, place.container ?? []].flat().join('/');
