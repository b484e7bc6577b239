import { type Hindrance, message, type Pod, type PodContainer, type Troubled } from '../../runner/api.ts';
import type { Said } from '../kit/expectation.ts';

type Wanted = {
  readonly ready: boolean;
  readonly phase?: Pod['phase'] | undefined;
  readonly containers: readonly { readonly name: string; readonly running: boolean }[];
};

/** What a Pod goes through on its way, where nothing is wrong. */
const onTheWay = new Set(['ContainerCreating', 'PodInitializing', '']);

const cannotPull = new Set(['ErrImagePull', 'ImagePullBackOff', 'ErrImageNeverPull', 'InvalidImageName']);

const underWay = true;

/** Why a Pod that has all its parts does not work yet, by whoever knows; undefined where it does. */
export function whyNotReady(pod: Troubled, wanted: Wanted): Said | undefined {
  const { name, phase: actual } = pod;
  const { phase } = wanted;
  if (phase === actual && !wanted.ready) return undefined;
  const stuck = pod.containers.filter((each) => isStuck(each, wanted));
  // What only takes its time hides nothing that will not end well.
  const worst = stuck.find((each) => !isUnderWay(each)) ?? stuck[0];
  const why = whyNowhere(pod) ?? (worst && (isUnderWay(worst) ? whyUnderWay(pod, worst) : whyStuck(pod, worst)));
  if (why) return why;
  if (wanted.ready && !pod.ready) return whyUnready(pod);
  if (phase === undefined || actual === phase) return undefined;
  const because = message('kube.pod.phase', { name, actual, phase });
  return { because, attempt: false, mismatch: { expected: phase, actual } };
}

/** Why a Pod that is being deleted stays: something must be done before it may go, or the kubelet is still at it. */
export const whyDeleting = (pod: Troubled): Said =>
  whyHeld('Pod', pod) ?? { because: message('kube.pod.deleting', { name: pod.name }), underWay };

type Held = {
  readonly name: string;
  readonly finalizers?: readonly string[];
  readonly hindrances?: readonly Hindrance[];
};

/** What holds an object that is being deleted; undefined where it only takes its time. */
export function whyHeld(kind: string, { name, finalizers: [finalizer] = [], hindrances = [] }: Held): Said | undefined {
  const part = whyPart(name, hindrances, 'kubelet', 'containerd');
  if (part || finalizer === undefined) return part;
  return { because: message('kube.deleting.finalizer', { kind, name, finalizer, object: kind.toLowerCase() }) };
}

/** Says of what waits for it that one of these parts of Kubernetes does not run. */
export function whyPart(name: string, hindrances: readonly Hindrance[], ...parts: readonly string[]): Said | undefined {
  for (const each of hindrances)
    if (each.kind === 'part' && parts.includes(each.part))
      return { because: message('kube.part.stopped', { name, part: each.part, node: each.node }), blame: 'machine' };
  return undefined;
}

/** No node takes it, or is there to do so. */
function whyNowhere(pod: Troubled): Said | undefined {
  const { name, node, unschedulable: said = '', scheduler, hindrances = [], phase } = pod;
  const lost = hindrances.find(({ kind }) => kind === 'no-node');
  if (lost?.by === 'other') return { because: message('kube.node.lost', { name, node: lost.node }), blame: 'machine' };
  if (lost) return { because: message('kube.pod.no-node', { name, node: lost.node }) };
  if (said !== '') return whyClosed(hindrances) ?? { because: message('kube.pod.unschedulable', { name, said }) };
  if (node !== undefined || phase !== 'Pending') return undefined;
  if (scheduler !== undefined) return { because: message('kube.pod.no-scheduler', { name, scheduler }) };
  return whyPart(name, hindrances, 'kube-scheduler') ?? { because: message('kube.pod.unassigned', { name }), underWay };
}

/** Nodes that somebody has closed: what others did is said before what the learner did. */
function whyClosed(hindrances: readonly Hindrance[]): Said | undefined {
  const closed = hindrances.toSorted((one, other) => Number(one.by === 'learner') - Number(other.by === 'learner'));
  for (const each of closed) {
    const { node } = each;
    const own = each.by === 'learner';
    const blame = own ? {} : ({ blame: 'machine' } as const);
    if (each.kind === 'cordon')
      return { because: message(own ? 'kube.node.cordoned-own' : 'kube.node.cordoned', { node }), ...blame };
    if (each.kind === 'taint') {
      const values = { node, taint: each.taint };
      return { because: message(own ? 'kube.node.tainted-own' : 'kube.node.tainted', values), ...blame };
    }
    if (each.kind === 'condition') {
      const { condition, said } = each;
      return { because: message('kube.node.condition', { node, condition, said }), blame: 'machine' };
    }
  }
  return undefined;
}

const isStuck = ({ name, role, state, exitCode }: PodContainer, { ready, containers }: Wanted): boolean =>
  role !== 'ephemeral' &&
  state !== 'running' &&
  !(role === 'init' && exitCode === 0) &&
  (containers.find((each) => each.name === name)?.running ?? ready);

const isUnderWay = ({ state, reason = '', message: said = '' }: PodContainer): boolean =>
  state === 'waiting' && onTheWay.has(reason) && said === '';

function whyUnderWay(pod: Troubled, { name: container }: PodContainer): Said {
  const { name, hindrances = [], warning, containers } = pod;
  const part = whyPart(name, hindrances, 'kubelet', 'containerd');
  if (part) return part;
  const init = containers.find(({ role, state }) => role === 'init' && state === 'running');
  if (init) return { because: message('kube.pod.init', { name, container: init.name }), underWay };
  if (!warning) return { because: message('kube.pod.starting', { name, container }), underWay };
  const said = `${warning.reason}: ${warning.said}`;
  // No manifest asks for a network that fails: it is the node's to make.
  if (warning.reason === 'FailedCreatePodSandBox')
    return { because: message('kube.pod.no-sandbox', { name, said }), blame: 'machine' };
  return { because: message('kube.pod.warned', { name, said }), underWay };
}

function whyUnready({ name, warning, containers }: Troubled): Said {
  if (warning?.reason === 'Unhealthy')
    return { because: message('kube.pod.probe', { name, said: warning.said }), underWay };
  const unready = containers.filter(({ role, ready }) => role === 'main' && !ready).map((each) => each.name);
  const values = { name, containers: unready.join('`, `') };
  return { because: message(unready.length === 0 ? 'kube.pod.not-ready' : 'kube.pod.unready', values), underWay };
}

function whyStuck({ name, lastLines = {} }: Troubled, is: PodContainer): Said {
  const { name: container, state, reason = '', message: told = '', exitCode = 0, restarts, lastExitCode } = is;
  const values = { name, container };
  const line = lastLines[container] ?? '';
  const hint = message('kube.pod.ended.hint', values);
  if (state === 'terminated') {
    const ended = { ...values, code: exitCode, line };
    return { because: message(line === '' ? 'kube.pod.ended' : 'kube.pod.ended-line', ended), hint };
  }
  if (reason === 'CrashLoopBackOff' && lastExitCode !== undefined) {
    const crash = { ...values, code: lastExitCode, reason: is.lastReason ?? '', line };
    return { because: message('kube.pod.crashes', crash), hint };
  }
  const said = [reason, told].filter((each) => each !== '').join(': ');
  const because = message('kube.pod.waits', { ...values, said });
  if (cannotPull.has(reason)) return { because, hint: message('kube.pod.pull.hint') };
  return { because, ...(restarts > 0 && { hint }) };
}
