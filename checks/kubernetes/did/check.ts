import { type CheckContext, defineCheck, type KubernetesAction, type World, z } from '../../../runner/api.ts';
import { lastPart as program } from '../../docker/words.ts';
import { ways } from '../act.ts';
import { type Act, isWrong, withOutcomes } from '../acts.ts';
import { type GaveUp, lastGivenUp } from '../client.ts';
import { podCalled } from '../pods.ts';
import { readsShape, type ShellReads, type ShellSeen, shellReads } from '../shell-reads.ts';
import { adversaries } from './adversaries.ts';
import { says } from './command.ts';
import { type Readings, readings } from './readings.ts';
import { judgeDid } from './verdict.ts';

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);
const several = (about: string) => oneOrMore.optional().describe(about);

const params = z.strictObject({
  pod: z
    .string()
    .optional()
    .describe('Which Pod: a name, or a fact such as `${nginx}`. For anything else, `resource` and `name`.'),
  verb: several('`get`, `list`, `create`, `patch`, `delete` …, as the API calls it; any of them if there are several.'),
  resource: z.string().optional().describe('In plural: `deployments`. `pods` where `pod` is given.'),
  name: z.string().optional().describe('Of the object.'),
  subresource: several(
    '`exec`, `attach`, `log`, `portforward`, `ephemeralcontainers` …; any of them if there are several.',
  ),
  container: several('Of exec, attach and log: the container; any of them if there are several.'),
  program: several('The program that an exec must have run; any of them if there are several.'),
  contains: several(
    'A text that the command of an exec must contain, besides; any of them if there are several: a path, an option. `HUP 1` is not in `kill -HUP 17`.',
  ),
  ends: z
    .enum(['well', 'badly', 'any'])
    .default('well')
    .describe(
      'How that program must have ended: with 0, with anything else, or in whatever way. One that could not be started never counts.',
    ),
  lists: z
    .literal('processes')
    .optional()
    .describe(
      'The processes that the container sees must have been looked at from it, in whatever way: what was read of its `/proc` decides. Where a cluster does not show that, `program` and `contains` do.',
    ),
  reads: z
    .strictObject({
      container: z.string().describe('The container that has the file.'),
      path: z.string().describe('Where that container has it.'),
    })
    .optional()
    .describe(
      'A file of the Pod must have been read from `container`, in whatever way and by whatever path: what was opened decides. Where a cluster does not show that, `program` and `contains` do.',
    ),
  shell: z
    .boolean()
    .default(true)
    .describe(
      'Whether a shell inside, opened by exec, attach or debug, is as good as the program: what is typed in it no API sees, so let an answer or another check tell what came of it. One that was open before counts once something has been typed in it.',
    ),
});

export type DidParams = z.infer<typeof params>;

/** A call in another namespace than the learner's own. */
export type Stray = {
  readonly namespace: string;
  readonly own: string;
  readonly code: number;
  readonly said?: string;
  readonly at: number;
};

export type DidEvidence = {
  /** The Pod's name now. */
  readonly pod?: string;
  /** Since the step opened, oldest first. */
  readonly acts: readonly Act[];
  /** Streams into the Pod that were open when the step opened. */
  readonly open: readonly Act[];
  /** What the shells inside had read when they were first seen, and the containers in which one of them has read more since. */
  readonly reads: ShellReads;
  readonly typed: readonly string[];
  /** Debugging containers of the Pod that run a program of their own. */
  readonly debugged?: readonly { readonly name: string; readonly command: readonly string[]; readonly code?: number }[];
  /** What was read, where a check asks for that; unset where no node shows it. */
  readonly readings?: Readings;
  /** What was asked last of another namespace, and what a client gave up before it asked anything. */
  readonly stray?: Stray;
  readonly gaveUp?: GaveUp;
  /** A program that was run on the machine itself. */
  readonly onMachine?: { readonly program: string; readonly at: number };
};

/** `open`: when the streams were asked for that were open then. */
const keptShape = z.object({ reads: readsShape, open: z.array(z.number()) }).catch({ reads: {}, open: [] });

/** The learner asked something of the API since the step opened, by whatever client. */
export const did = defineCheck<DidParams, DidEvidence>({
  name: 'kubernetes/did',
  about:
    'Since the step opened, the learner asked this of the API, by whatever client: exec, attach, logs, a list, a change. An exec counts once its program has ended, and with 0 unless it is said otherwise. A shell inside a Pod in which something is typed counts as well.',
  params,
  wakesOn: ['kubernetes.action', 'kubernetes.exec', 'kubernetes.read', 'terminal.quiet', 'shell.command'],
  sees: ['actions'],
  settles: true,
  adversaries,
  observe,
  keeps: ({ reads, open }) => ({ reads, open: open.map(({ at }) => at) }),
  judge: judgeDid,
});

async function observe(world: World, wanted: DidParams, context: CheckContext): Promise<DidEvidence> {
  const { kubernetes, shell } = world;
  const { since, signal, kept } = context;
  const pods = wanted.pod === undefined ? [] : await kubernetes.pods(signal);
  const pod = wanted.pod === undefined ? undefined : podCalled(pods, wanted.pod);
  const before = keptShape.parse(kept);
  const { reads, shells } =
    pod && wanted.program !== undefined
      ? await shellReads(world, pod, before.reads, signal)
      : { reads: before.reads, shells: [] };
  // `kubectl replace --force` looks until the old one is gone: not found, of what is there by now, is no refusal.
  const isPast = (each: KubernetesAction) =>
    each.code === 404 && each.namespace === kubernetes.namespace && pods.some(({ name }) => name === each.name);
  const execs = pod && (await kubernetes.execs(pod, signal));
  const actions = kubernetes.actions(0).filter((each) => !each.dryRun && !isPast(each));
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
  const typed = [...new Set(shells.filter((each) => each.grown || isHasty(each)).map(({ container }) => container))];
  const programs = [wanted.program ?? []].flat();
  const onMachine = shell
    .commands(since)
    .map(({ line, at }) => ({ line, program: line.trim().split(/\s+/)[0] ?? '', at }))
    .findLast((each) => programs.includes(program(each.program)) && says(each.line, wanted.contains));
  const { reads: file, lists } = wanted;
  const place = { container: [wanted.container ?? []].flat(), reads: file };
  const seen = pod && execs && (file || lists) ? await readings(world, pod, place, all, execs.all, context) : undefined;
  const debugged = (pod?.containers ?? []).flatMap(({ name, command = [], exitCode: code }) =>
    command.length === 0 ? [] : [{ name, command, ...(code !== undefined && { code }) }],
  );
  const isAlike = ({ resource, subresource = '', verb, code }: KubernetesAction) =>
    wanted.pod === undefined
      ? resource === wanted.resource && [wanted.verb ?? verb].flat().includes(verb)
      : ways.includes(subresource) || (resource === 'pods' && code >= 400);
  const strayed = kubernetes.strays(since).findLast((each) => !each.dryRun && isAlike(each));
  const stray = strayed && {
    ...{ namespace: strayed.namespace ?? '', own: kubernetes.namespace, code: strayed.code, at: strayed.at },
    ...(strayed.said !== undefined && { said: strayed.said }),
  };
  const gaveUp = wanted.pod === undefined ? undefined : lastGivenUp(world, since);
  return {
    ...(pod && { pod: pod.name }),
    ...(stray && { stray }),
    ...(gaveUp && { gaveUp }),
    ...{ acts, open, reads, typed },
    ...(debugged.length > 0 && { debugged }),
    ...(seen && { readings: seen }),
    ...(onMachine && { onMachine: { program: onMachine.program, at: onMachine.at } }),
  };
}
