import { message, z } from '../../../runner/api.ts';
import { actionCheck } from '../../kit/check.ts';
import { adversaries } from './adversaries.ts';
import type { Signals } from './seen.ts';
import { signals } from './source.ts';
import { begunAnew, whyNot } from './why.ts';

const params = z.strictObject({
  pod: z.string().describe('Which Pod: a name, or a fact such as `${nginx}`.'),
  container: z.string().describe('In which of its containers the process runs.'),
  process: z.string().describe('How the command line of the one that was to be signalled begins: `nginx: master`.'),
});

export type SignalledParams = z.infer<typeof params>;

/** A process was told by SIGHUP to begin anew: it is the same, and as many children of it are new as there were. */
export const signalled = actionCheck<SignalledParams, Signals>({
  name: 'kubernetes/signalled',
  about:
    'Since the step opened, a process that replaces its children on SIGHUP, such as the master of nginx, was sent it: it is the same process, and has as many new children as there were. Where the node shows which signals the process itself was given, that decides, and no line of a log. Tells a killed child, a restarted container, a process that is stopped and a signal to another process from that.',
  params,
  wakesOn: [
    ...['kubernetes.action', 'kubernetes.object.Pod', 'kubernetes.log', 'kubernetes.exec', 'kubernetes.read'],
    ...['terminal.quiet', 'shell.command'],
  ],
  sees: ['actions', 'processes'],
  adversaries,
  from: signals,
  expect: (wanted) => [{ rank: 'part', why: ({ name, is }) => whyNot(name, is, wanted) }],
  right: ({ name: pod, is }, { container, process }) =>
    message('kube.signalled.right', { pod, container, process, pid: is.now?.inside ?? 0, count: begunAnew(is).fresh }),
  none: ({ pod: name }) => message('kube.no-pod', { name }),
});
