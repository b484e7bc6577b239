/** One step of a path: a key, an index, or an item of a list by one of its fields: `containers[name=shell]`. */
const step = /([^.[\]]+)|\[(\d+)\]|\[([^=\]]+)=([^\]]*)\]/g;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
What stands at a path of an object: `spec.replicas`, `spec.containers[0].image`, `spec.containers[name=shell].image`. A key that has
dots in it stands in quotes: `metadata.labels."app.kubernetes.io/name"`. Undefined where there is nothing.
*/
export function valueAt(object: unknown, path: string): unknown {
  return [...path.matchAll(/"([^"]+)"|([^"]+)/g)]
    .flatMap(([, quoted, plain = '']) =>
      quoted === undefined
        ? [...plain.matchAll(step)].map(([, key, index, field, value]) => ({ key: key ?? index, field, value }))
        : [{ key: quoted, field: undefined, value: undefined }],
    )
    .reduce<unknown>((at, { key, field, value }) => {
      if (!isRecord(at)) return undefined;
      if (key !== undefined) return at[key];
      const items = Array.isArray(at) ? at : [];
      return items.find((each) => isRecord(each) && String(each[field ?? '']) === value);
    }, object);
}

/** A value as it is compared and shown: texts plainly, all else as JSON; nothing for what is not there. */
export const shown = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
