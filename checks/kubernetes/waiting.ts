import { message, type Pod, type PodContainer, pending, type Verdict } from '../../runner/api.ts';

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
export function whyNotReady(pod: Pod, wanted: Wanted): Verdict | undefined {
  const { name } = pod;
  if (wanted.phase !== undefined && pod.phase === wanted.phase && !wanted.ready) return undefined;
  if (pod.unschedulable !== undefined && pod.unschedulable !== '')
    return pending(message('kube.pod.unschedulable', { name, said: pod.unschedulable }), { attempt: true });
  const stuck = pod.containers.filter((each) => isStuck(each, wanted));
  // What only takes its time hides nothing that will not end well.
  const worst = stuck.find((each) => !isUnderWay(each)) ?? stuck[0];
  if (worst) return whyStuck(pod, worst);
  if (wanted.ready && !pod.ready) return pending(message('kube.pod.not-ready', { name }));
  if (wanted.phase !== undefined && pod.phase !== wanted.phase)
    return pending(message('kube.pod.phase', { name, actual: pod.phase, phase: wanted.phase }), {
      mismatch: { expected: wanted.phase, actual: pod.phase },
    });
  return undefined;
}

const isStuck = (container: PodContainer, wanted: Wanted): boolean =>
  container.role !== 'ephemeral' &&
  container.state !== 'running' &&
  !(container.role === 'init' && container.exitCode === 0) &&
  isWanted(container, wanted);

const isUnderWay = ({ state, reason = '', message: said = '' }: PodContainer): boolean =>
  state === 'waiting' && underWay.has(reason) && said === '';

const isWanted = ({ name }: PodContainer, { ready, containers }: Wanted): boolean =>
  containers.find((each) => each.name === name)?.running ?? ready;

function whyStuck(
  { name }: Pod,
  { name: container, state, reason = '', message: said = '', exitCode, restarts }: PodContainer,
) {
  const values = { name, container };
  if (state === 'terminated')
    return pending(message('kube.pod.ended', { ...values, code: exitCode ?? 0 }), {
      attempt: true,
      hint: message('kube.pod.ended.hint', values),
    });
  if (underWay.has(reason) && said === '') return pending(message('kube.pod.starting', values));
  const why = { ...values, said: [reason, said].filter((each) => each !== '').join(': ') };
  if (cannotPull.has(reason))
    return pending(message('kube.pod.waits', why), { attempt: true, hint: message('kube.pod.pull.hint') });
  if (restarts > 0)
    return pending(message('kube.pod.waits', why), { attempt: true, hint: message('kube.pod.ended.hint', values) });
  return pending(message('kube.pod.waits', why), { attempt: true });
}
