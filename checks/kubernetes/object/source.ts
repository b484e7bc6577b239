import type { CheckContext, KubernetesObject, World } from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import { type Fields, fieldsOf, type Subject } from '../../kit/subject.ts';
import { changesTo, lastTried, whyAbsent } from '../failedAttempts.ts';

type Wanted = { readonly kind: string; readonly namespace?: string | undefined };

/** The objects of a kind, in the lab's namespace unless another is named, and what kept the learner from making or changing one. */
export const objectsOf = (wanted: Wanted): Source =>
  objectsAs(wanted, async (object, paths) => fieldsOf(object, paths));

type Looks<Is> = (
  object: KubernetesObject,
  paths: readonly string[],
  world: World,
  context: CheckContext,
) => Promise<Is>;

/** The same, with what this makes of each. */
export const objectsAs = <Is extends Fields>({ kind, namespace }: Wanted, look: Looks<Is>): Source<Is> => ({
  noun: kind,
  async read(world, paths, context) {
    const { since, signal } = context;
    const objects = await world.kubernetes.objects(kind, signal, namespace);
    const plural = pluralOf(kind);
    const isChanged = changesTo(world, since, plural, namespace);
    const subjects = objects.map(async (each): Promise<Subject<Is>> => {
      const { name, uid, creationTimestamp = '', deletionTimestamp } = each.metadata;
      const made = Date.parse(creationTimestamp);
      return {
        ...{ id: uid, name, at: made },
        // Whole seconds: one that was made within the second of the opening may have been made after it.
        fresh: made + 999 >= since || isChanged(name),
        ...(deletionTimestamp !== undefined && { going: true }),
        is: await look(each, paths, world, context),
      };
    });
    return {
      subjects: await Promise.all(subjects),
      ...whyAbsent(lastTried(world, since, [plural], namespace)),
    };
  },
});

/** How the API calls several of a kind in its paths: `NetworkPolicy` → `networkpolicies`. */
export function pluralOf(kind: string): string {
  const plain = kind.toLowerCase();
  if (/[^aeiou]y$/.test(plain)) return `${plain.slice(0, -1)}ies`;
  return /(?:s|x|ch)$/.test(plain) && plain !== 'endpoints'
    ? `${plain}es`
    : `${plain}${plain.endsWith('s') ? '' : 's'}`;
}
