import { message, z } from '../../../runner/api.ts';
import { stateCheck } from '../../kit/check.ts';
import { equal } from '../../kit/expectation.ts';
import { adversaries } from './adversaries.ts';
import { events } from './source.ts';

const params = z.strictObject({
  kind: z.string().describe('Of the object that it is about: `Pod`.'),
  name: z.string().optional().describe('Of the object; a beginning will do. Any of the kind unless given.'),
  namespace: z.string().optional().describe("Where it is; the lab's own namespace unless given."),
  reason: z.string().describe('As `kubectl get events` shows it: `FailedScheduling`, `BackOff`, `Killing`.'),
  contains: z.string().optional().describe('A text that its message must contain.'),
});

export type EventParams = z.infer<typeof params>;

const about = ({ kind, name }: EventParams): string => (name === undefined ? kind : `${kind} ${name}`);

/** The cluster has said something about an object since the step opened. */
export const event = stateCheck<EventParams>({
  name: 'kubernetes/event',
  about: 'Since the step opened, the cluster has said this about an object, as `kubectl get events` shows it.',
  params,
  // What was said stays said, though the cluster forgets it.
  lasting: false,
  settles: false,
  adversaries,
  wakesOn: ['kubernetes.event'],
  from: events,
  expect: ({ reason, contains, ...of }) => [
    ...equal('reason', reason, {
      say: ({ is }, mismatch) => ({
        because: message('kube.event.other', {
          what: about({ ...of, reason }),
          reason,
          actual: mismatch.actual,
          said: String(is.said),
        }),
        mismatch,
      }),
    }),
    ...equal('contains', contains === undefined ? undefined : true, {
      say: ({ is }) => ({
        because: message('kube.event.without', {
          what: about({ ...of, reason }),
          reason,
          contains: contains ?? '',
          said: String(is.said),
        }),
      }),
    }),
  ],
  right: ({ is }, given) =>
    message('kube.event.right', { what: about(given), reason: given.reason, said: String(is.said) }),
  none: (given) => message('kube.event.none', { what: about(given), reason: given.reason }),
});
