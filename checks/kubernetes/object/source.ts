import { message } from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import type { Evidence } from '../../kit/judge.ts';
import { fieldsOf, type Subject } from '../../kit/subject.ts';
import { clientFailed, hasChanged, lastTried, strayed, type Tried } from '../tried.ts';

type Wanted = { readonly kind: string; readonly namespace?: string | undefined };

/** The objects of a kind, in the lab's namespace unless another is named, and what kept the learner from making or changing one. */
export const objectsOf = ({ kind, namespace }: Wanted): Source => ({
  noun: kind,
  async read(world, paths, { since, signal }): Promise<Evidence> {
    const objects = await world.kubernetes.objects(kind, signal, namespace);
    const plural = pluralOf(kind);
    const tried = lastTried(world, since, [plural], namespace);
    const subjects = objects.map((each): Subject => {
      const { name, uid, creationTimestamp = '', deletionTimestamp } = each.metadata;
      const made = Date.parse(creationTimestamp);
      return {
        ...{ id: uid, name, at: made },
        // Whole seconds: one that was made within the second of the opening may have been made after it.
        fresh: made + 999 >= since || hasChanged(world, since, plural, name),
        ...(deletionTimestamp !== undefined && { going: true }),
        is: fieldsOf(each, paths),
      };
    });
    return { subjects, ...whyNot(tried) };
  },
});

/** What became of the learner's last attempt, where nothing did. */
function whyNot(tried: Tried | undefined): Pick<Evidence, 'obstacle' | 'elsewhere'> {
  switch (tried?.kind) {
    case undefined:
      return {};
    case 'stray': {
      const { namespace, own } = tried;
      return {
        elsewhere: {
          because: strayed(tried),
          mismatch: { expected: own, actual: namespace },
        },
      };
    }
    case 'refused':
      return { obstacle: { because: message('kube.refused', { said: tried.said }), at: tried.at } };
    case 'client':
      return { obstacle: { because: clientFailed(tried), at: tried.at } };
  }
}

/** How the API calls several of a kind in its paths: `NetworkPolicy` → `networkpolicies`. */
export function pluralOf(kind: string): string {
  const plain = kind.toLowerCase();
  if (/[^aeiou]y$/.test(plain)) return `${plain.slice(0, -1)}ies`;
  return /(?:s|x|ch)$/.test(plain) && plain !== 'endpoints'
    ? `${plain}es`
    : `${plain}${plain.endsWith('s') ? '' : 's'}`;
}
