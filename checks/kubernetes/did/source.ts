import { type CheckContext, type KubernetesAction, type World, z } from '../../../runner/api.ts';
import { lastPart as program } from '../../docker/words.ts';
import type { Source } from '../../kit/check.ts';
import { isWrong, says, ways, withDebugger, withOutcomes } from '../acts.ts';
import { podCalled } from '../pods.ts';
import { readsShape, type ShellSeen, shellReads } from '../shell-reads.ts';
import { callsSince, isWithin, lastGivenUp } from '../tried.ts';
import type { DidParams } from './check.ts';
import { readings } from './readings.ts';
import { among, type Deed, evidenceOf, type Seen } from './seen.ts';

/** What the shells inside had read when they were first seen, and when the streams were asked for that were open as the step opened. */
const keptShape = z.object({ reads: readsShape, open: z.array(z.number()) }).catch({ reads: {}, open: [] });

type Kept = z.infer<typeof keptShape>;

/** What the learner has done by the API, and what came of it. */
export const deeds = (wanted: DidParams): Source<Deed> => ({
  noun: wanted.resource ?? 'pods',
  async read(world, _, context) {
    const { seen, kept } = await look(world, wanted, context);
    return { ...evidenceOf(seen, wanted), kept };
  },
});

async function look(
  world: World,
  wanted: DidParams,
  context: CheckContext,
): Promise<{ readonly seen: Seen; readonly kept: Kept }> {
  const { kubernetes } = world;
  const { since, signal } = context;
  const { namespace = kubernetes.namespace } = wanted;
  const pods = wanted.pod === undefined ? [] : await kubernetes.pods(signal, wanted.namespace);
  const pod = wanted.pod === undefined ? undefined : podCalled(pods, wanted.pod);
  const before = keptShape.parse(context.kept);
  const { reads, shells } =
    pod && wanted.program !== undefined
      ? await shellReads(world, pod, before.reads, signal)
      : { reads: before.reads, shells: [] };
  const isHere = isWithin(namespace);
  // `kubectl replace --force` looks until the old one is gone: not found, of what is there by now, is no refusal.
  const isPast = (each: KubernetesAction) =>
    each.code === 404 && isHere(each) && pods.some(({ name }) => name === each.name);
  const calls = callsSince(world, 0).filter((each) => !each.dryRun);
  const actions = calls.filter((each) => isHere(each) && !isPast(each));
  const execs = pod && (await kubernetes.execs(pod, signal));
  const all = withOutcomes(actions, pod, execs);
  const acts = all.filter(({ at }) => at >= since);
  const isOpen = new Set([...actions.filter(({ open }) => open).map(({ at }) => at), ...before.open]);
  const isDebugger = (name: string) => pod?.containers.some((each) => each.role === 'ephemeral' && each.name === name);
  const open = all
    .filter((each) => isOpen.has(each.at) && each.at < since && each.name === pod?.name)
    .map((each) => (isDebugger(each.container) ? { ...each, subresource: 'ephemeralcontainers' } : each));
  const attached = acts.filter((each) => each.subresource === 'attach' && each.name === pod?.name && !isWrong(each));
  // Who attached before the first look at a shell may have typed before it: that cannot be told any more, and they are believed.
  const isHasty = ({ container, firstSeen }: ShellSeen) =>
    attached.some((each) => each.container === container && each.at < firstSeen);
  const traces = pod && execs && (await readings(wanted, { world, pod, acts: all, execs: execs.all, context }));
  const stray = calls.findLast((each) => each.at >= since && !isHere(each) && isAlike(each, wanted));
  const gaveUp = wanted.pod === undefined ? undefined : lastGivenUp(world, since);
  const onMachine = lastOnMachine(world, since, wanted);
  return {
    seen: {
      ...(pod && { pod: pod.name }),
      acts: acts.map((each) => (pod ? withDebugger(each, pod) : each)),
      open,
      typed: [...new Set(shells.filter((each) => each.grown || isHasty(each)).map(({ container }) => container))],
      ...(traces && { readings: traces }),
      ...(stray && { stray: placeOf(stray, namespace) }),
      ...(gaveUp && { gaveUp }),
      ...(onMachine && { onMachine }),
    },
    kept: { reads, open: open.map(({ at }) => at) },
  };
}

const placeOf = ({ namespace = '', code, said, at }: KubernetesAction, own: string): Seen['stray'] => ({
  ...{ namespace, own, code, at },
  ...(said !== undefined && { said }),
});

/** Whether a call in another namespace may have been meant for this one. */
const isAlike = ({ resource, subresource = '', verb, code }: KubernetesAction, wanted: DidParams): boolean =>
  wanted.pod === undefined
    ? resource === wanted.resource && among(verb, wanted.verb)
    : ways.includes(subresource) || (resource === 'pods' && code >= 400);

function lastOnMachine({ shell }: World, since: number, wanted: DidParams): Seen['onMachine'] {
  const programs = [wanted.program ?? []].flat();
  const typed = shell
    .commands(since)
    .map(({ line, at }) => ({ line, program: line.trim().split(/\s+/)[0] ?? '', at }))
    .findLast((each) => programs.includes(program(each.program)) && says(each.line, wanted.contains));
  return typed && { program: typed.program, at: typed.at };
}
