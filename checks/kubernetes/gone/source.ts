import {
  type Hindrance,
  type KubernetesAction,
  type KubernetesObject,
  type Pod,
  type World,
  z,
} from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import { lineOf } from '../../kit/command.ts';
import { callsSince, isWithin, lastDry, lastFruitless, latest, refusal } from '../failedAttempts.ts';
import { pluralOf } from '../object/source.ts';
import { isOf, podCalled } from '../pods.ts';
import type { GoneParams } from './check.ts';

/** What is left of an object. */
export type Gone = {
  /** It was there once. */
  readonly seen: boolean;
  /** It exists still, as it is or on its way out. */
  readonly state?: 'there' | 'deleting';
  /** What holds one that is on its way out. */
  readonly finalizers?: readonly string[];
  readonly hindrances?: readonly Hindrance[];
  /** What is left of a Pod's processes on the node. */
  readonly left: readonly { readonly pid: number; readonly line: string }[];
  /** What its controller has made in its place. */
  readonly successor?: { readonly name: string; readonly kind: string };
  /** Another of its name is there. */
  readonly remade?: boolean;
};

export const remains = ({ pod, kind = 'Pod', name: wanted = pod ?? '', namespace }: GoneParams): Source<Gone> => ({
  noun: kind,
  async read(world, _, { since, signal, kept }) {
    const { kubernetes } = world;
    const all = await kubernetes.objects(kind, signal, namespace);
    const pods = kind === 'Pod' ? await kubernetes.pods(signal, namespace) : [];
    // Which of its Pods a controller's name means changes with each that goes.
    const reference = podCalled(pods, wanted)?.uid ?? wanted;
    const isMeant = ({ metadata: { uid, name } }: KubernetesObject) => uid === reference || name === reference;
    const found = all.find(isMeant);
    const known = found ?? kubernetes.removed(kind, 0, namespace).findLast(isMeant);
    const name = known?.metadata.name ?? reference;
    const others = all.filter(({ metadata }) => metadata.uid !== known?.metadata.uid);
    const successor = known && others.find((each) => !each.metadata.deletionTimestamp && isSuccessor(each, known));
    const deleting = found?.metadata.deletionTimestamp !== undefined;
    const own = pods.find(({ uid }) => uid === found?.metadata.uid);
    const hindrances = deleting && own ? await kubernetes.hindrances(own, signal) : [];
    const left =
      found || !known || kind !== 'Pod' ? [] : await kubernetes.processes(remembered(known), undefined, signal);
    const refused = found && lastRefused(world, since, kind, name, namespace);
    // A uid is nothing that a lab can know of a Pod that has never been.
    const seen = known !== undefined || kept === true || /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(reference);
    const is: Gone = {
      seen,
      ...(found && { state: deleting ? 'deleting' : 'there' }),
      ...(deleting && { finalizers: found?.metadata.finalizers ?? [] }),
      ...(hindrances.length > 0 && { hindrances }),
      left: left.map((each) => ({ pid: each.pid, line: lineOf(each) })),
      ...(others.some(({ metadata }) => metadata.name === name) && { remade: true }),
      ...(successor && { successor: { name: successor.metadata.name, kind: ownerOf(successor)?.kind ?? '' } }),
    };
    const id = known?.metadata.uid ?? reference;
    return { subjects: [{ id, name, fresh: true, at: 0, is }], ...(refused && { obstacle: refused }), kept: seen };
  },
});

const ownerOf = ({ metadata }: KubernetesObject) => metadata.ownerReferences?.[0];

function isSuccessor(one: KubernetesObject, other: KubernetesObject): boolean {
  const [owner, before] = [ownerOf(one), ownerOf(other)];
  return (
    owner !== undefined &&
    owner.kind === before?.kind &&
    owner.name === before.name &&
    isOf({ name: one.metadata.name, owner }, owner.name)
  );
}

const remover = /\b(?:kubectl|k9s|k)\b.*\bdelete\b/;

/** What the API server said where it was last asked to delete it, and would not; or that it was only to be tried. */
function lastRefused(world: World, since: number, kind: string, name: string, namespace = world.kubernetes.namespace) {
  const isRemoval = (each: KubernetesAction) =>
    each.verb === 'delete' && each.resource === pluralOf(kind) && each.name === name;
  const removals = callsSince(world, since).filter((each) => isRemoval(each) && !each.dryRun);
  const last = removals.filter(isWithin(namespace)).at(-1) ?? removals.at(-1);
  const refused = last && last.code >= 400 ? refusal(last, namespace) : undefined;
  const dry = lastDry(world, since, remover, (each) => isRemoval(each) && isWithin(namespace)(each));
  const idle = latest(dry, lastFruitless(world, since, remover, namespace));
  return latest(refused, idle && idle.at > (last?.at ?? 0) ? idle : undefined);
}

const spec = z.object({ nodeName: z.string().optional() });

/** As much of a Pod that is no more as its processes are found by. */
function remembered({ metadata: { uid, name, labels = {} }, spec: given }: KubernetesObject): Pod {
  const node = spec.safeParse(given).data?.nodeName;
  return {
    ...{ uid, name, labels, phase: 'Unknown', ready: false, deleting: true, sharesProcesses: false, createdAt: 0 },
    ...{ containers: [], ...(node !== undefined && { node }) },
  };
}
