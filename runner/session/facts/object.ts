import { shown, valueAt } from '../../lab/fieldPath.ts';
import type { Found } from '../../verdict/verdict.ts';
import type { EngineKind } from '../../world/docker/model.ts';
import type { World } from '../../world/world.ts';

/** What a network, a volume or an image is asked for: see `valuesOf`. */
export async function ofObject(
  { of, id, name }: Found & { readonly kind: 'object' },
  path: readonly string[],
  world: World,
): Promise<string | readonly string[] | undefined> {
  const [field] = path;
  if (field === undefined || field === 'name') return name;
  return field === 'id' ? id : inspected(of, id, path, world);
}

/** What stands at a path of what `docker inspect` shows now; where that is a list, any of its items. */
export async function inspected(
  kind: EngineKind,
  id: string,
  path: readonly string[],
  world: World,
): Promise<string | readonly string[] | undefined> {
  const [object] = await world.docker.objects(kind, id);
  const value = object && valueAt(object.is, path.join('.'));
  const values = (Array.isArray(value) ? value : [value]).map(shown).filter((each) => each !== '');
  return values.length > 0 ? values : undefined;
}
