import { type Act, type CheckContext, type ShellSeen, type World, z } from '../../../runner/api.ts';
import { lastPart as program } from '../../docker/words.ts';
import type { Source } from '../../kit/check.ts';
import { isPast, isWrong, ways } from '../acts.ts';
import { isWithin, lastGivenUp, latest, refusal, strayed } from '../failedAttempts.ts';
import { podCalled } from '../pods.ts';
import type { DidParams } from './check.ts';
import { among, type Deed, evidenceOf, isWorded } from './deed.ts';
import { readings } from './readings.ts';
import { startsIn } from './starts.ts';

/** `shells`: what the shells inside had read when they were first seen; `open`: when the streams were asked for that were open then. */
const keptShape = z.object({ shells: z.unknown(), open: z.array(z.number()) }).catch({ shells: {}, open: [] });

/** What the learner has done by the API, and what came of it. */
export const deeds = (wanted: DidParams): Source<Deed> => ({
  noun: wanted.resource ?? 'pods',
  read: async (world, _, context) => look(world, wanted, context),
});

async function look(world: World, wanted: DidParams, { since, signal, kept }: CheckContext) {
  const { kubernetes } = world;
  const { namespace = kubernetes.namespace } = wanted;
  const pods = wanted.pod === undefined ? [] : await kubernetes.pods(signal, wanted.namespace);
  const pod = wanted.pod === undefined ? undefined : podCalled(pods, wanted.pod);
  const before = keptShape.parse(kept);
  // All at once: a container that is added to look around is watched only from then on.
  const [asked, all, traces, starts] = await Promise.all([
    pod && wanted.program !== undefined ? kubernetes.shells(pod, before.shells, signal) : undefined,
    kubernetes.acts(pod, signal),
    pod && readings(wanted, world, pod, since, signal),
    pod && startsIn(wanted, world, pod, signal),
  ]);
  const isHere = isWithin(namespace);
  const own = all.filter((each) => isHere(each) && !isPast(each, pods));
  const acts = own.filter(({ at }) => at >= since);
  const isDebugger = ({ container }: Act) =>
    pod?.containers.some(({ role, name }) => role === 'ephemeral' && name === container);
  const open = own
    .filter((each) => each.name === pod?.name && each.at < since && (each.open || before.open.includes(each.at)))
    .map((each) => (isDebugger(each) ? { ...each, subresource: 'ephemeralcontainers' } : each));
  const attached = acts.filter((each) => each.subresource === 'attach' && each.name === pod?.name && !isWrong(each));
  // Who attached before the first look at a shell may have typed before it: that cannot be told any more, and they are believed.
  const isHasty = ({ container, firstSeen }: ShellSeen) =>
    attached.some((each) => each.container === container && each.at < firstSeen);
  const typed = (asked?.shells ?? []).filter((each) => each.grown || isHasty(each)).map(({ container }) => container);
  const stray = all.findLast((each) => each.at >= since && !isHere(each) && isAlike(each, wanted));
  const strayedTo = stray && (isWrong(stray) ? refusal(stray, namespace) : strayed(stray, namespace));
  const isAside = pod !== undefined && stray !== undefined && stray.name !== pod.name;
  const gaveUp = wanted.pod === undefined ? undefined : lastGivenUp(world, since);
  const seen = {
    ...{
      pod: pod?.name,
      others: pods.flatMap(({ name }) => (name === pod?.name ? [] : [name])),
      acts,
      open,
      typed,
      onMachine: lastOnMachine(world, since, wanted),
    },
    ...{ readings: traces, starts },
    ...{
      obstacle: latest(gaveUp, isAside ? undefined : strayedTo),
      aside: isAside ? strayedTo : undefined,
    },
  };
  const keeps = { shells: asked?.kept ?? before.shells, open: open.map(({ at }) => at) };
  return { ...evidenceOf(seen, wanted), kept: keeps };
}

/** Whether a call in another namespace may have been meant for this one. */
const isAlike = ({ resource, subresource, verb, code }: Act, wanted: DidParams): boolean =>
  wanted.pod === undefined
    ? resource === wanted.resource && among(verb, wanted.verb)
    : ways.includes(subresource) || (resource === 'pods' && code >= 400);

function lastOnMachine({ shell }: World, since: number, wanted: DidParams) {
  const programs = [wanted.program ?? []].flat();
  const typed = shell.commands(since).map(({ line, at }) => ({ line, program: line.trim().split(/\s+/)[0] ?? '', at }));
  return typed.findLast((each) => programs.includes(program(each.program)) && isWorded(each.line, wanted));
}
