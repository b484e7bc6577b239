import { message, z } from '../../../runner/api.ts';
import { stateCheck } from '../../kit/check.ts';
import type { Said } from '../../kit/expectation.ts';
import type { Subject } from '../../kit/subject.ts';
import { whyHeld } from '../waiting.ts';
import { adversaries } from './adversaries.ts';
import { type Gone, remains } from './source.ts';

const params = z
  .strictObject({
    pod: z.string().optional().describe('Which Pod: a fact such as `${nginx}`, so that it was there once; or a name.'),
    kind: z.string().optional().describe('Or an object of another kind, as manifests write it, with its `name`.'),
    name: z.string().optional().describe('Its name.'),
    namespace: z.string().optional().describe("Where it was; the lab's own namespace unless given."),
  })
  .refine(({ pod, kind, name }) => (pod === undefined) === (kind !== undefined && name !== undefined));

export type GoneParams = z.infer<typeof params>;

/** An object that was there is gone, and so are a Pod's processes: an object that was deleted by force goes before them. */
export const gone = stateCheck<GoneParams, Gone>({
  name: 'kubernetes/gone',
  about:
    'A Pod that was there is gone, and its processes with it; or an object of another kind. There is no other of its name, and nothing has made one in its place.',
  params,
  // Of which kind it is only its parameters tell. One of its name may be made again while others of the step are still to go.
  wakesOn: ['kubernetes.object', 'kubernetes.action.delete', 'shell.command'],
  sees: ['processes'],
  needsRunning: false,
  takesAway: true,
  adversaries,
  from: remains,
  expect: ({ kind = 'Pod' }) => [{ rank: 'state', why: (subject) => whyThere(kind, subject) }],
  right: ({ name }, { kind = 'Pod' }) =>
    kind === 'Pod' ? message('kube.gone.both', { name }) : message('gone.gone', { noun: kind, name }),
});

function whyThere(kind: string, { name, is }: Subject<Gone>): Said | undefined {
  const { seen, state, successor, remade, left, ...holds } = is;
  const [first] = left;
  if (!seen) return { because: message('gone.never', { noun: kind, name }), attempt: false };
  if (state === 'there') return { because: message('kube.gone.there', { kind, name }), attempt: false };
  if (state === 'deleting')
    return (
      whyHeld(kind, { name, ...holds }) ?? { because: message('kube.gone.deleting', { kind, name }), underWay: true }
    );
  if (remade) return { because: message('kube.gone.remade', { kind, name }) };
  if (successor) {
    const { name: other, kind } = successor;
    return { because: message('kube.gone.replaced', { name, other, kind }) };
  }
  return first && { because: message('kube.gone.processes', { name, ...first }), excused: true };
}
