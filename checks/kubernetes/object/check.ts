import { defineCheck, type Found, message, nearest, passed, pending, type Verdict, z } from '../../../runner/api.ts';
import { shown, valueAt } from '../fields.ts';
import { lastTried, type Tried } from '../tried.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const params = z.strictObject({
  kind: z.string().describe('As manifests write it: `Deployment`.'),
  name: z.string().optional().describe('Its name; any of this kind unless given.'),
  labels: z.record(z.string(), z.string()).default({}).describe('Labels that it must have.'),
  where: z
    .record(z.string(), scalar)
    .default({})
    .describe(
      'Values that it must have, by path: `spec.replicas: 3`, `spec.template.spec.containers[name=web].image: nginx`.',
    ),
});

type Params = z.infer<typeof params>;

type Candidate = {
  readonly name: string;
  readonly uid: string;
  readonly fresh: boolean;
  readonly deleting: boolean;
  /** What stands at each path that is asked for, labels first. */
  readonly values: readonly { readonly path: string; readonly expected: string; readonly actual: string }[];
};

type Evidence = { readonly candidates: readonly Candidate[]; readonly tried?: Tried };

/** An object of the API is there and has these values. Speaks about the one that is nearest. */
export const object = defineCheck<Params, Evidence>({
  name: 'kubernetes/object',
  about:
    'An object of this kind is there and has these values, each named by its path. With `as`, later steps know its name by that.',
  params,
  // Of which kind it is only its parameters tell: whatever changes may concern it.
  wakesOn: ['kubernetes.object', 'kubernetes.action', 'shell.command'],
  settles: true,
  lasting: true,

  async observe(world, { kind, labels, where }, { since, signal }) {
    const objects = await world.kubernetes.objects(kind, signal);
    const wanted = [
      ...Object.entries(labels).map(([key, value]) => [`metadata.labels."${key}"`, value] as const),
      ...Object.entries(where),
    ];
    const tried = lastTried(world, since, [pluralOf(kind)]);
    return {
      candidates: objects.map((each) => ({
        name: each.metadata.name,
        uid: each.metadata.uid,
        fresh: Date.parse(each.metadata.creationTimestamp ?? '') + 999 >= since,
        deleting: each.metadata.deletionTimestamp !== undefined,
        values: wanted.map(([path, expected]) => ({
          path: path.replace(/^metadata\.labels\./, 'labels.').replaceAll('"', ''),
          expected: shown(expected),
          actual: shown(valueAt(each, path)),
        })),
      })),
      ...(tried && { tried }),
    };
  },

  judge({ candidates, tried }, { kind, name }): Verdict {
    const called = candidates.filter((each) => !each.deleting && (name === undefined || each.name === name));
    const right = called.find(({ values }) => values.every(isRight));
    if (right) return passed(message('kube.object.right', { kind, name: right.name }), { found: foundOf(kind, right) });
    // The one with the fewest values amiss is what the learner meant.
    const near = called.toSorted((one, other) => amiss(one) - amiss(other))[0];
    const wrong = near?.values.find((each) => !isRight(each));
    if (tried?.kind === 'refused') return pending(message('kube.refused', { said: tried.said }), { attempt: true });
    if (near && wrong) {
      const values = { kind, name: near.name, path: wrong.path, expected: wrong.expected };
      const mismatch = { expected: wrong.expected, actual: wrong.actual };
      return wrong.actual === ''
        ? pending(message('kube.object.lacks', values), { attempt: near.fresh })
        : pending(message('kube.object.other', { ...values, actual: wrong.actual }), { attempt: near.fresh, mismatch });
    }
    if (tried?.kind === 'stray')
      return pending(message('kube.stray', { namespace: tried.namespace, own: tried.own }), { attempt: true });
    const fresh = candidates.filter((each) => each.fresh && !each.deleting);
    const names = fresh.map((each) => each.name);
    // One of quite another name may be what another check of the same step asks for.
    const other = name === undefined ? undefined : (nearest(name, names) ?? fresh.findLast(isWhole)?.name);
    if (name !== undefined && other !== undefined)
      return pending(message('kube.object.other-name', { kind, actual: other, name }), {
        attempt: true,
        mismatch: { expected: name, actual: other },
      });
    if (tried) return pending(message('kube.client-failed', { line: tried.line, code: tried.code }), { attempt: true });
    return pending(
      name === undefined ? message('kube.object.none', { kind }) : message('kube.object.absent', { kind, name }),
    );
  },
});

const isRight = ({ expected, actual }: Candidate['values'][number]): boolean => expected === actual;

const isWhole = ({ values }: Candidate): boolean => values.length > 0 && values.every(isRight);

const amiss = ({ values }: Candidate): number => values.filter((each) => !isRight(each)).length;

const foundOf = (kind: string, { uid, name }: Candidate): Found =>
  kind === 'Pod' ? { kind: 'pod', uid, name } : { kind: 'text', text: name };

/** How the API calls several of a kind in its paths: `NetworkPolicy` → `networkpolicies`. */
export function pluralOf(kind: string): string {
  const plain = kind.toLowerCase();
  if (/[^aeiou]y$/.test(plain)) return `${plain.slice(0, -1)}ies`;
  return /(?:s|x|ch)$/.test(plain) && plain !== 'endpoints'
    ? `${plain}es`
    : `${plain}${plain.endsWith('s') ? '' : 's'}`;
}
