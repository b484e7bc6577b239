import { type CheckContext, message, type World, WorldError, z } from '../../../runner/api.ts';
import { stateCheck } from '../../kit/check.ts';
import { linesExpected, linesRight, linesWanted, written } from '../../kit/written.ts';
import { containerCalled } from '../pods.ts';
import { containerIn } from '../within.ts';
import { adversaries } from './adversaries.ts';

const params = z.strictObject({
  pod: z.string().describe('Which Pod: a name, or a fact such as `${nginx}`.'),
  container: z.string().optional().describe('Which of its containers; its first one unless given.'),
  namespace: z.string().optional().describe("Where the Pod is; the lab's own namespace unless given."),
  ...linesWanted,
});

export type LogsParams = z.infer<typeof params>;

/** A container of a Pod has written lines, also before it was started again. */
export const logs = stateCheck<LogsParams>({
  name: 'kubernetes/logs',
  about: 'A container of a Pod has written such lines, be it before it was started again: how many, since when.',
  params,
  wakesOn: ['kubernetes.log', 'kubernetes.object.Pod'],
  costly: true,
  // What was written stays written, also where the Pod goes.
  lasting: false,
  adversaries,
  from: (params) => written(params, (world, context) => logOf(world, params, context)),
  expect: linesExpected,
  right: linesRight,
});

async function logOf({ kubernetes }: World, params: LogsParams, { since, signal }: CheckContext) {
  // A line has its node's time, which only for nodes that are known is the machine's.
  if (params.since === 'step' && !kubernetes.hasNodes) throw new WorldError(message('logs.no-clock'));
  const found = await containerIn(kubernetes, params, signal);
  if ('because' in found) return found;
  const { pod, container } = found;
  const lines = await kubernetes.written(pod, container, signal);
  return {
    ...{ id: pod.uid, name: `${pod.name}/${container}`, at: pod.createdAt, fresh: pod.createdAt >= since, lines },
    over: containerCalled(pod, container)?.state === 'terminated',
  };
}
