import { defineCheck, message, passed, pending, z } from '../../../runner/api.ts';
import { adversaries } from './adversaries.ts';

const params = z.strictObject({
  kind: z.string().describe('Of the object that it is about: `Pod`.'),
  name: z.string().optional().describe('Of the object; a beginning will do. Any of the kind unless given.'),
  namespace: z.string().optional().describe("Where it is; the lab's own namespace unless given."),
  reason: z.string().describe('As `kubectl get events` shows it: `FailedScheduling`, `BackOff`, `Killing`.'),
  contains: z.string().optional().describe('A text that its message must contain.'),
});

export type Params = z.infer<typeof params>;

export type Evidence = {
  readonly right?: string;
  /** What else was said about it, the last of it. */
  readonly other?: { readonly reason: string; readonly message: string };
};

/** The cluster has said something about an object since the step opened. */
export const event = defineCheck<Params, Evidence>({
  name: 'kubernetes/event',
  about: 'Since the step opened, the cluster has said this about an object, as `kubectl get events` shows it.',
  params,
  adversaries,
  wakesOn: ['kubernetes.event'],

  async observe({ kubernetes }, { kind, name = '', namespace, reason, contains = '' }, { since, signal }) {
    const about = (await kubernetes.events(since, signal, namespace)).filter(
      (each) => each.about.kind === kind && each.about.name.startsWith(name),
    );
    const right = about.findLast((each) => each.reason === reason && each.message.includes(contains));
    const other = about.at(-1);
    return {
      ...(right && { right: right.message }),
      ...(other && { other: { reason: other.reason, message: other.message } }),
    };
  },

  judge({ right, other }, { kind, name, reason }) {
    const what = name === undefined ? kind : `${kind} ${name}`;
    if (right !== undefined) return passed(message('kube.event.right', { what, reason, said: right }));
    if (!other) return pending(message('kube.event.none', { what, reason }));
    return pending(message('kube.event.other', { what, reason, actual: other.reason, said: other.message }), {
      mismatch: { expected: reason, actual: other.reason },
    });
  },
});
