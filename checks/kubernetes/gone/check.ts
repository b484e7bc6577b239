import {
  defineCheck,
  type Hindrance,
  type KubernetesObject,
  message,
  type Pod,
  passed,
  pending,
  type World,
  z,
} from '../../../runner/api.ts';
import { lineOf } from '../../kit/command.ts';
import { isOf, podCalled } from '../pods.ts';
import { whyHeld } from '../waiting.ts';
import { adversaries } from './adversaries.ts';

const params = z.strictObject({
  pod: z.string().describe('Which Pod: a fact such as `${nginx}`, so that it was there once; or a name.'),
});

type Params = z.infer<typeof params>;

export type GoneEvidence = {
  readonly name: string;
  readonly seen: boolean;
  /** It exists still, as it is or on its way out. */
  readonly state?: 'there' | 'deleting';
  /** What holds one that is on its way out. */
  readonly finalizers?: readonly string[];
  readonly hindrances?: readonly Hindrance[];
  /** What is left of its processes on the node. */
  readonly left: readonly { readonly pid: number; readonly line: string }[];
  /** The Pod that its controller has made in its place. */
  readonly successor?: { readonly name: string; readonly kind: string };
  /** Another Pod of its name is there. */
  readonly remade?: boolean;
};

/** A Pod that was there is gone, and so are its processes: an object that was deleted by force goes before them. */
export const gone = defineCheck<Params, GoneEvidence>({
  name: 'kubernetes/gone',
  about:
    'A Pod that was there is gone, and its processes with it; there is no other of its name, and nothing has made one in its place.',
  params,
  wakesOn: ['kubernetes.object.Pod', 'shell.command'],
  sees: ['processes'],
  settles: true,
  // One of its name may be made again while others of the step are still to go.
  lasting: true,
  needsRunning: false,
  takesAway: true,
  adversaries,

  async observe({ kubernetes }: World, { pod: reference }, { signal }) {
    const pods = await kubernetes.pods(signal);
    const found = podCalled(pods, reference);
    const removed = kubernetes
      .removed('Pod', 0)
      .findLast(({ metadata: { uid, name } }) => uid === reference || name === reference);
    const known = found ?? (removed && remembered(removed));
    const successor =
      known?.owner && pods.find((each) => each.uid !== known.uid && !each.deleting && sameOwner(each, known));
    const remade = known && pods.some((each) => each.name === known.name && each.uid !== known.uid);
    const left = found || !known ? [] : await kubernetes.processes(known, undefined, signal);
    const hindrances = found?.deleting ? await kubernetes.hindrances(found, signal) : [];
    return {
      name: known?.name ?? reference,
      // A uid is nothing that a lab can know of a Pod that has never been.
      seen: known !== undefined || /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(reference),
      ...(found && { state: found.deleting ? ('deleting' as const) : ('there' as const) }),
      ...(found?.deleting && found.finalizers && { finalizers: found.finalizers }),
      ...(hindrances.length > 0 && { hindrances }),
      left: left.map((each) => ({ pid: each.pid, line: lineOf(each) })),
      ...(remade && { remade }),
      ...(successor?.owner && { successor: { name: successor.name, kind: successor.owner.kind } }),
    };
  },

  judge({ name, seen, state, left, successor, remade, ...holds }) {
    if (!seen) return pending(message('kube.gone.never', { name }));
    if (state === 'there') return pending(message('kube.gone.there', { name }));
    if (state === 'deleting')
      return whyHeld({ name, ...holds }) ?? pending(message('kube.gone.deleting', { name }), { underWay: true });
    if (remade) return pending(message('kube.gone.remade', { name }), { attempt: true });
    if (successor)
      return pending(message('kube.gone.replaced', { name, other: successor.name, kind: successor.kind }), {
        attempt: true,
      });
    const [first] = left;
    if (first)
      return pending(message('kube.gone.processes', { name, pid: first.pid, line: first.line }), {
        attempt: true,
        excused: true,
      });
    return passed(message('kube.gone.both', { name }));
  },
});

const sameOwner = (one: Pod, other: Pod): boolean =>
  one.owner !== undefined &&
  one.owner.kind === other.owner?.kind &&
  one.owner.name === other.owner.name &&
  isOf(one, one.owner.name);

const spec = z.object({ nodeName: z.string().optional() });

/** As much of a Pod that is no more as its processes are found by. */
function remembered({ metadata, spec: given }: KubernetesObject): Pod {
  const node = spec.safeParse(given).data?.nodeName;
  const [owner] = metadata.ownerReferences ?? [];
  return {
    uid: metadata.uid,
    name: metadata.name,
    phase: 'Unknown',
    ready: false,
    deleting: true,
    sharesProcesses: false,
    labels: metadata.labels ?? {},
    containers: [],
    createdAt: 0,
    ...(node !== undefined && { node }),
    ...(owner && { owner: { kind: owner.kind, name: owner.name } }),
  };
}
