import {
  type CheckContext,
  defineCheck,
  type KubernetesAction,
  message,
  passed,
  pending,
  type Verdict,
  type World,
  z,
} from '../../../runner/api.ts';
import { program } from '../../docker/command.ts';
import { isShell, said, ways, wordsOf } from '../act.ts';
import { podCalled } from '../pods.ts';
import { readsShape, type ShellReads, type ShellSeen, shellReads } from '../shell-reads.ts';
import { adversaries } from './adversaries.ts';

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
  shell: z
    .boolean()
    .default(true)
    .describe(
      'Whether a shell inside, opened by exec, attach or debug, is as good as the program: what is typed in it no API sees, so let an answer or another check tell what came of it. One that was open before counts once something has been typed in it.',
    ),
});

export type DidParams = z.infer<typeof params>;
type Params = DidParams;

/** One of the learner's calls, as far as this speaks of it. */
export type Act = Pick<KubernetesAction, 'verb' | 'resource' | 'command' | 'code' | 'at'> & {
  readonly name: string;
  readonly subresource: string;
  readonly container: string;
  readonly said?: string;
};

type Evidence = {
  /** The Pod's name now. */
  readonly pod?: string;
  /** Since the step opened, oldest first. */
  readonly acts: readonly Act[];
  /** Streams into the Pod that were open when the step opened. */
  readonly open: readonly Act[];
  /** What the shells inside had read when they were first seen, and the containers in which one of them has read more since. */
  readonly reads: ShellReads;
  readonly typed: readonly string[];
  /** A program that was run on the machine itself. */
  readonly onMachine?: { readonly program: string; readonly at: number };
};

/** `open`: when the streams were asked for that were open then. */
const keptShape = z.object({ reads: readsShape, open: z.array(z.number()) }).catch({ reads: {}, open: [] });

const list = (given: Params['verb']): readonly string[] => (given === undefined ? [] : [given].flat());

/** The learner asked something of the API since the step opened, by whatever client. */
export const did = defineCheck<Params, Evidence>({
  name: 'kubernetes/did',
  about:
    'Since the step opened, the learner asked this of the API, by whatever client: exec, attach, logs, a list, a change. A shell inside a Pod in which something is typed counts as well.',
  params,
  wakesOn: ['kubernetes.action', 'terminal.quiet', 'shell.command'],
  sees: ['actions'],
  settles: true,
  adversaries,
  observe,
  keeps: ({ reads, open }) => ({ reads, open: open.map(({ at }) => at) }),
  judge,
});

async function observe(world: World, wanted: Params, { since, signal, kept }: CheckContext): Promise<Evidence> {
  const { kubernetes, shell } = world;
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
  const all = kubernetes.actions(0).filter((each) => !each.dryRun && !isPast(each));
  const acts = all.filter(({ at }) => at >= since).map(actOf);
  const isDebugger = (name: string) => pod?.containers.some((each) => each.role === 'ephemeral' && each.name === name);
  const open = all
    .filter((each) => (each.open || before.open.includes(each.at)) && each.at < since && each.name === pod?.name)
    .map(actOf)
    .map((each) => (isDebugger(each.container) ? { ...each, subresource: 'ephemeralcontainers' } : each));
  const attached = acts.filter((each) => each.subresource === 'attach' && each.name === pod?.name && !isWrong(each));
  // Who attached before the first look at a shell may have typed before it: that cannot be told any more, and they are believed.
  const isHasty = ({ container, firstSeen }: ShellSeen) =>
    attached.some((each) => each.container === container && each.at < firstSeen);
  const typed = [...new Set(shells.filter((each) => each.grown || isHasty(each)).map(({ container }) => container))];
  const onMachine = shell
    .commands(since)
    .map(({ line, at }) => ({ line, program: line.trim().split(/\s+/)[0] ?? '', at }))
    .findLast((each) => list(wanted.program).includes(program(each.program)) && says(each.line, wanted));
  return {
    ...(pod && { pod: pod.name }),
    acts,
    open,
    reads,
    typed,
    ...(onMachine && { onMachine: { program: onMachine.program, at: onMachine.at } }),
  };
}

const actOf = (action: KubernetesAction): Act => {
  const { verb, resource, name = '', subresource = '', command, container = '', code, at, said: told } = action;
  return {
    ...{ verb, resource, name, subresource, command, container, code, at },
    ...(told !== undefined && { said: told }),
  };
};

const isWrong = ({ code }: Act): boolean => code >= 400;

function judge({ pod, acts, open, typed, onMachine }: Evidence, wanted: Params): Verdict {
  const target = wanted.pod === undefined ? wanted.name : pod;
  const resource = wanted.resource ?? (wanted.pod === undefined ? undefined : 'pods');
  const given = list(wanted.subresource);
  const subresources = given.length > 0 || wanted.program === undefined ? given : ways;
  const isWay = (each: Act) =>
    (resource === undefined || each.resource === resource) &&
    (subresources.length === 0 ? each.subresource === '' : subresources.includes(each.subresource));
  const isThere = (each: Act) =>
    (target === undefined || each.name === target) &&
    (each.subresource === 'ephemeralcontainers' || among(each.container, wanted.container));
  const fits = (each: Act) =>
    isWay(each) && !isWrong(each) && among(each.verb, wanted.verb) && isThere(each) && runs(each, wanted);
  // What an attach leads to was there before, so that it is seen whether anything was typed in it.
  const isTyped = ({ container }: Act) => (container === '' ? typed.length > 0 : typed.includes(container));
  const isUsed = (each: Act) => each.subresource !== 'attach' || wanted.program === undefined || isTyped(each);
  const right =
    acts.find((each) => fits(each) && isUsed(each)) ??
    (wanted.shell ? open.filter(isShell).find((each) => fits(each) && isTyped(each)) : undefined);
  if (right) return passed(message('kube.did.done', { what: said(right) }), { at: right.at });

  const what = wantedAs(wanted, subresources);
  const where = target ?? resource ?? '';
  const container = list(wanted.container)[0] ?? '';
  const hint = container === '' ? undefined : message('kube.did.hint', { pod: where, container });
  const more = { attempt: true, ...(hint && { hint }) };
  const last = acts.findLast((each) => (isWay(each) || isWrong(each)) && each.resource === (resource ?? each.resource));
  if (onMachine && onMachine.at > (last?.at ?? 0))
    return pending(message('kube.did.on-machine', { program: onMachine.program, where }), more);
  if (!last) return pending(message('kube.did.none', { what, where }));
  if (isWrong(last))
    return pending(message('kube.refused', { said: last.said ?? String(last.code) }), { attempt: true });
  if (target !== undefined && last.name !== target)
    // Another check of the same step may have asked for just that.
    return pending(message('kube.did.elsewhere', { actual: last.name, what, where }));
  if (last.subresource === 'attach' && isThere(last))
    return pending(message('kube.did.silent', { actual: said(last), what }));
  if (!isThere(last))
    return pending(message('kube.did.container', { actual: last.container, wanted: container, where }), more);
  // Another program may be a look around, or what another check of the same step asks for.
  const isNear = wanted.contains === undefined || runsOneOf(last, list(wanted.program));
  if (!isNear) return pending(message('kube.did.none', { what, where }));
  return pending(message('kube.did.other', { actual: said(last), what, where }), more);
}

const among = (value: string, wanted: Params['verb']): boolean =>
  list(wanted).length === 0 || list(wanted).includes(value);

function runs(act: Act, wanted: Params): boolean {
  const programs = list(wanted.program);
  if (programs.length === 0 || !ways.includes(act.subresource)) return true;
  if (isShell(act)) return wanted.shell;
  return says(act.command.join(' '), wanted) && runsOneOf(act, programs);
}

/** Whether a command line has one of the texts that it must contain. */
const says = (line: string, { contains }: Params): boolean =>
  list(contains).length === 0 || list(contains).some((text) => hasText(line, text));

const runsOneOf = (act: Act, programs: readonly string[]): boolean =>
  wordsOf(act).some((each) => programs.includes(each));

/** Whether a text occurs, and not as a part of a longer number. */
function hasText(line: string, text: string): boolean {
  const areOneNumber = (left = '', right = '') => /^\d\d$/.test(left + right);
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
    const goesOn = areOneNumber(line[at - 1], text[0]) || areOneNumber(text.at(-1), line[at + text.length]);
    if (!goesOn) return true;
  }
  return false;
}

const wantedAs = ({ verb, program: programs, contains, resource }: Params, subresources: readonly string[]): string =>
  [list(programs)[0], list(contains)[0]]
    .filter((each) => each !== undefined)
    .join(' … ')
    .trim() || [list(verb)[0], resource, subresources[0]].filter((each) => each !== undefined).join(' ');
