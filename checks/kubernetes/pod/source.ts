import { message, type Pod, type Troubled, type World } from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import type { Observation, Refused } from '../../kit/judge.ts';
import type { Subject } from '../../kit/subject.ts';
import { changesTo, type FailedAttempt, hasMade, lastTried, namesakeOf } from '../failedAttempts.ts';
import { isOf } from '../pods.ts';
import { whyPart } from '../waiting.ts';
import type { PodParams } from './check.ts';

export type PodIs = { readonly pod: Troubled };

const makers = ['pods', 'deployments', 'replicasets', 'statefulsets', 'daemonsets', 'jobs', 'replicationcontrollers'];

/** All that tells of Pods: every one of the namespace, the newest last; what was tried last, and why none could be made of it. */
export type PodEvidence = {
  readonly pods: readonly (Troubled & { readonly fresh: boolean })[];
  readonly tried?: FailedAttempt | undefined;
  readonly unmade?: Refused | undefined;
  /** Of what else, in plural, something of its name was made. */
  readonly namesake?: string | undefined;
};

const isMeant = (pod: Pod, { name }: Pick<PodParams, 'name'>): boolean => pod.name === name || isOf(pod, name);

/** Every Pod of the namespace, and why none came of what was tried. */
export const podsOf = (wanted: PodParams): Source<PodIs> => ({
  noun: 'Pod',
  async read(world, _, { since, signal }) {
    const { name, namespace } = wanted;
    const isChanged = changesTo(world, since, 'pods', namespace);
    const all = (await world.kubernetes.pods(signal, namespace)).toSorted(
      (one, other) => one.createdAt - other.createdAt,
    );
    const meant = (each: Pod) => isMeant(each, wanted);
    const pods = all.map(async (each) => ({
      ...(meant(each) ? await world.kubernetes.troubled(each, signal) : each),
      fresh: each.createdAt >= since || (meant(each) && isChanged(each.name)),
    }));
    const tried = lastTried(world, since, makers, namespace);
    const unmade = tried || all.some(meant) ? undefined : await whyUnmade(world, name, namespace, since, signal);
    const namesake = namesakeOf(world, since, name, makers, namespace);
    return evidenceOf({ pods: await Promise.all(pods), tried, unmade, namesake }, wanted);
  },
});

/** What is seen, as what is judged. */
export function evidenceOf({ pods, tried, unmade, namesake }: PodEvidence, wanted: PodParams): Observation<PodIs> {
  const { name, owner } = wanted;
  const [meant, others] = [pods.filter((each) => isMeant(each, wanted)), pods.filter((each) => !isMeant(each, wanted))];
  const subjectOf = ({ fresh, ...pod }: PodEvidence['pods'][number]): Subject<PodIs> => ({
    ...{ id: pod.uid, name: pod.name, at: pod.createdAt, fresh, is: { pod } },
  });
  const near = meant.filter((each) => owner === 'any' || !each.owner);
  const obstacle = told(tried, near.findLast(({ deleting }) => !deleting) ?? near.at(-1)) ?? unmade;
  const other = namesake === undefined ? undefined : message('kube.pod.namesake', { name, resource: namesake });
  const newest = others.findLast(({ fresh, deleting }) => fresh && !deleting)?.name;
  return {
    subjects: [
      ...meant.map((each) => ({ ...subjectOf(each), ...((near.includes(each) || each.fresh) && { also: name }) })),
      ...others.filter(({ deleting }) => !deleting).map(subjectOf),
    ],
    ...(obstacle && { obstacle }),
    // It may be what another check of the same step asks for.
    ...(other && { elsewhere: { because: other, attempt: false } }),
    // One of quite another name may be what another check of the same step asks for.
    ...(newest !== undefined && {
      elsewhere: { because: message('kube.pod.none-but', { name, other: newest }), attempt: false },
    }),
  };
}

/** What was tried last, as far as it is told where a Pod is there to be spoken of. */
function told(tried: FailedAttempt | undefined, near: Pick<Pod, 'name'> | undefined): Refused | undefined {
  if (!tried || !near) return tried;
  // It may have been about something else.
  if (tried.kind === 'client' || tried.kind === 'dry') return undefined;
  // What a Pod has is kept, so what was refused matters only where it was to become another.
  const { name } = near;
  const [, reason] = /(pod updates may not change fields|already exists)/.exec(JSON.stringify(tried.because)) ?? [];
  if (tried.kind !== 'refused' || reason === undefined) return tried;
  const hint = message('kube.pod.unchangeable.hint', { name });
  if (reason === 'already exists') return { ...tried, hint };
  return { at: tried.at, because: message('kube.pod.unchangeable', { name }), hint };
}

/** What keeps a Deployment or the like from making its Pods. Whoever makes a Pod of its own waits for no controller. */
async function whyUnmade(
  world: World,
  name: string,
  namespace: string | undefined,
  since: number,
  signal: AbortSignal,
): Promise<Refused | undefined> {
  const { kubernetes } = world;
  const isMade = hasMade(world, since, makers.slice(1));
  const frozen = isMade && whyPart(name, await kubernetes.hindrances(undefined, signal), 'kube-controller-manager');
  if (frozen) return { ...frozen, at: since };
  const said = (await kubernetes.events(since, signal, namespace)).findLast(({ reason }) => reason === 'FailedCreate');
  return said && { at: said.at, because: message('kube.pod.unmade', { name, said: said.message }) };
}
