import { type CheckContext, message, type World, z } from '../../../runner/api.ts';
import { stateCheck } from '../../kit/check.ts';
import { linesExpected, linesRight, linesWanted, written } from '../../kit/written.ts';
import { adversaries } from './adversaries.ts';

const params = z.strictObject({
  container: z.string().describe('Which container: a fact such as `${web}`, an id or a name.'),
  stream: z
    .enum(['stdout', 'stderr'])
    .optional()
    .describe('Where the lines must have gone; either unless given. With a terminal, all goes to `stdout`.'),
  ...linesWanted,
});

export type LogsParams = z.infer<typeof params>;

/** A container has written lines, running or not. */
export const logs = stateCheck<LogsParams>({
  name: 'docker/logs',
  about: 'A container has written such lines, as `docker logs` shows them: to which stream, how many, since when.',
  params,
  wakesOn: ['docker.log', 'docker.container', 'shell.command'],
  costly: true,
  // What was written stays written, also where the container goes.
  lasting: false,
  needsRunning: false,
  adversaries,
  from: (params) => written(params, (world, context) => logOf(world, params, context)),
  expect: linesExpected,
  right: linesRight,
});

async function logOf({ docker }: World, { container, since }: LogsParams, context: CheckContext) {
  const found = await docker.container(container, context.signal);
  if (!found)
    return { because: message('kit.absent', { noun: 'container', name: container }), attempt: false } as const;
  const { id, name, state, createdAt, startedAt: at = createdAt } = found;
  const lines = await docker.logs(id, since === 'step' ? context.since : 0, context.signal);
  if (!lines) return { because: message('logs.unreadable', { where: name }) };
  return { id, name, at, fresh: at >= context.since, over: state === 'exited' || state === 'dead', lines };
}
