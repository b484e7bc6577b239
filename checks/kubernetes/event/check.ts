import { message, shown, z } from '../../../runner/api.ts';
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

const about = ({ kind, name, reason }: EventParams) => ({
  reason,
  what: name === undefined ? kind : `${kind} ${name}`,
});

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
  expect: (given) => [
    ...equal('reason', given.reason, {
      say({ is }, mismatch) {
        const values = { ...about(given), actual: mismatch.actual, said: shown(is.said) };
        return { because: message('kube.event.other', values), mismatch };
      },
    }),
    ...equal('contains', given.contains === undefined ? undefined : true, {
      say({ is }) {
        const values = { ...about(given), contains: shown(given.contains), said: shown(is.said) };
        return { because: message('kube.event.without', values) };
      },
    }),
  ],
  right: ({ is }, given) => message('kube.event.right', { ...about(given), said: shown(is.said) }),
  none: (given) => message('kube.event.none', about(given)),
});
