import {
  errored,
  type Hindrance,
  message,
  type Pod,
  type PodContainer,
  pending,
  type Verdict,
} from '../../runner/api.ts';
import type { Troubled } from './troubled.ts';

type Wanted = {
  readonly ready: boolean;
  readonly phase?: Pod['phase'] | undefined;
  readonly containers: readonly {
    readonly name: string;
    readonly running: boolean;
    readonly image?: string | undefined;
  }[];
};

/** What a Pod goes through on its way, where nothing is wrong. */
const underWay = new Set(['ContainerCreating', 'PodInitializing', '']);

const cannotPull = new Set(['ErrImagePull', 'ImagePullBackOff', 'ErrImageNeverPull', 'InvalidImageName']);

/** Why a Pod that has all its parts does not work yet, by whoever knows; undefined where it does. */
export function whyNotReady(pod: Troubled, wanted: Wanted): Verdict | undefined {
  const { name } = pod;
  if (wanted.phase !== undefined && pod.phase === wanted.phase && !wanted.ready) return undefined;
  const without = whyNowhere(pod);
  if (without) return without;
  const stuck = pod.containers.filter((each) => isStuck(each, wanted));
  // What only takes its time hides nothing that will not end well.
  const worst = stuck.find((each) => !isUnderWay(each));
  if (worst) return whyStuck(pod, worst);
  if (stuck[0]) return whyUnderWay(pod, stuck[0]);
  if (wanted.ready && !pod.ready) return whyUnready(pod);
  if (wanted.phase !== undefined && pod.phase !== wanted.phase)
    return pending(message('kube.pod.phase', { name, actual: pod.phase, phase: wanted.phase }), {
      mismatch: { expected: wanted.phase, actual: pod.phase },
    });
  return undefined;
}

/** Why a Pod that is being deleted stays: something must be done before it may go, or the kubelet is still at it. */
export const whyDeleting = (pod: Troubled): Verdict =>
  whyHeld(pod) ?? pending(message('kube.pod.deleting', { name: pod.name }), { underWay: true });

/** What holds a Pod that is being deleted; undefined where it only takes its time. */
export function whyHeld({
  name,
  finalizers: [first] = [],
  hindrances = [],
}: Pick<Troubled, 'name' | 'finalizers' | 'hindrances'>): Verdict | undefined {
  const part = hindrances.find(isPart('kubelet', 'containerd'));
  if (part) return whyPart(name, part);
  if (first === undefined) return undefined;
  const held = { kind: 'Pod', name, finalizer: first, object: 'pod' };
  return pending(message('kube.deleting.finalizer', held), { attempt: true });
}

/** No node takes it, or is there to do so. */
function whyNowhere(pod: Troubled): Verdict | undefined {
  const { name, node, unschedulable, scheduler, hindrances = [], phase } = pod;
  const lost = hindrances.find(({ kind }) => kind === 'no-node');
  if (lost?.by === 'other') return errored('machine', message('kube.node.lost', { name, node: lost.node }));
  if (lost) return pending(message('kube.pod.no-node', { name, node: lost.node }), { attempt: true });
  if (unschedulable !== undefined && unschedulable !== '')
    return (
      whyClosed(hindrances) ??
      pending(message('kube.pod.unschedulable', { name, said: unschedulable }), { attempt: true })
    );
  if (node !== undefined || phase !== 'Pending') return undefined;
  if (scheduler !== undefined) return pending(message('kube.pod.no-scheduler', { name, scheduler }), { attempt: true });
  const part = hindrances.find(isPart('kube-scheduler'));
  return part ? whyPart(name, part) : pending(message('kube.pod.unassigned', { name }), { underWay: true });
}

/** Nodes that somebody has closed: what others did is said before what the learner did. */
function whyClosed(hindrances: readonly Hindrance[]): Verdict | undefined {
  const closed = hindrances.toSorted((one, other) => Number(one.by === 'learner') - Number(other.by === 'learner'));
  for (const each of closed) {
    const { node } = each;
    const own = each.by === 'learner';
    if (each.kind === 'cordon')
      return own
        ? pending(message('kube.node.cordoned-own', { node }), { attempt: true })
        : errored('machine', message('kube.node.cordoned', { node }));
    if (each.kind === 'taint')
      return own
        ? pending(message('kube.node.tainted-own', { node, taint: each.taint }), { attempt: true })
        : errored('machine', message('kube.node.tainted', { node, taint: each.taint }));
    if (each.kind === 'condition')
      return errored('machine', message('kube.node.condition', { node, condition: each.condition, said: each.said }));
  }
  return undefined;
}

type Part = Extract<Hindrance, { readonly kind: 'part' }>;

/** Whether it is one of these parts of Kubernetes that does not run. */
export const isPart =
  (...names: readonly string[]) =>
  (hindrance: Hindrance): hindrance is Part =>
    hindrance.kind === 'part' && names.includes(hindrance.part);

/** `name`: of what waits for it. */
export const whyPart = (name: string, { part, node }: Part): Verdict =>
  errored('machine', message('kube.part.stopped', { name, part, node }));

const isStuck = (container: PodContainer, wanted: Wanted): boolean =>
  container.role !== 'ephemeral' &&
  container.state !== 'running' &&
  !(container.role === 'init' && container.exitCode === 0) &&
  isWanted(container, wanted);

const isUnderWay = ({ state, reason = '', message: said = '' }: PodContainer): boolean =>
  state === 'waiting' && underWay.has(reason) && said === '';

const isWanted = ({ name }: PodContainer, { ready, containers }: Wanted): boolean =>
  containers.find((each) => each.name === name)?.running ?? ready;

function whyUnderWay(
  { name, hindrances = [], warning, containers }: Troubled,
  { name: container }: PodContainer,
): Verdict {
  const part = hindrances.find(isPart('kubelet', 'containerd'));
  if (part) return whyPart(name, part);
  const init = containers.find(({ role, state }) => role === 'init' && state === 'running');
  if (init) return pending(message('kube.pod.init', { name, container: init.name }), { underWay: true });
  if (!warning) return pending(message('kube.pod.starting', { name, container }), { underWay: true });
  const said = `${warning.reason}: ${warning.said}`;
  // No manifest asks for a network that fails: it is the node's to make.
  if (warning.reason === 'FailedCreatePodSandBox')
    return errored('machine', message('kube.pod.no-sandbox', { name, said }));
  return pending(message('kube.pod.warned', { name, said }), { underWay: true });
}

function whyUnready({ name, warning, containers }: Troubled): Verdict {
  if (warning?.reason === 'Unhealthy')
    return pending(message('kube.pod.probe', { name, said: warning.said }), { underWay: true });
  const unready = containers.filter(({ role, ready }) => role === 'main' && !ready).map((each) => each.name);
  return unready.length === 0
    ? pending(message('kube.pod.not-ready', { name }), { underWay: true })
    : pending(message('kube.pod.unready', { name, containers: unready.join('`, `') }), { underWay: true });
}

function whyStuck({ name, lastLines = {} }: Troubled, is: PodContainer): Verdict {
  const { name: container, state, reason = '', message: said = '', exitCode = 0, restarts, lastExitCode } = is;
  const values = { name, container };
  const line = lastLines[container] ?? '';
  const hint = message('kube.pod.ended.hint', values);
  if (state === 'terminated') {
    const ended = { ...values, code: exitCode };
    const why = line === '' ? message('kube.pod.ended', ended) : message('kube.pod.ended-line', { ...ended, line });
    return pending(why, { attempt: true, hint });
  }
  if (reason === 'CrashLoopBackOff' && lastExitCode !== undefined) {
    const crash = { ...values, code: lastExitCode, reason: is.lastReason ?? '', line };
    return pending(message('kube.pod.crashes', crash), { attempt: true, hint });
  }
  const why = message('kube.pod.waits', { ...values, said: [reason, said].filter((each) => each !== '').join(': ') });
  if (cannotPull.has(reason)) return pending(why, { attempt: true, hint: message('kube.pod.pull.hint') });
  return pending(why, { attempt: true, ...(restarts > 0 && { hint }) });
}
