/** One step of a path: all of a list's or mapping's values, a mapping's keys, a key, an index, or an item of a list by one of its fields. */
const step = /\[(\*|keys)\]|([^.[\]]+)|\[(\d+)\]|\[([^=\]]+)=([^\]]*)\]/g;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

type Step = (at: unknown) => unknown;

const all: Step = (at) => (isRecord(at) ? Object.values(at) : undefined);
const keys: Step = (at) => (isRecord(at) ? Object.keys(at) : undefined);
const key =
  (name: string): Step =>
  (at) =>
    isRecord(at) && Object.hasOwn(at, name) ? at[name] : undefined;
const item =
  (field: string, value: string): Step =>
  (at) =>
    Array.isArray(at) ? at.find((each) => isRecord(each) && shown(each[field]) === value) : undefined;

/** The steps of a path; `undefined` stands where what follows is of each value. */
function stepsOf(path: string): readonly Step[] {
  return [...path.matchAll(/"([^"]+)"|([^"]+)/g)].flatMap(([, quoted, plain = '']) =>
    quoted === undefined
      ? [...plain.matchAll(step)].map(([, many, name, index, field, value]) => {
          if (many !== undefined) return many === '*' ? all : keys;
          return field === undefined ? key(name ?? index ?? '') : item(field, value ?? '');
        })
      : [key(quoted)],
  );
}

/**
What stands at a path of an object: `spec.replicas`, `spec.containers[0].image`, `spec.containers[name=shell].image`; of several at once:
`Mounts[*].Destination`, `NetworkSettings.Networks[keys]`. A key that has dots in it stands in quotes: `Config.Labels."com.example.role"`.
Undefined where there is nothing.
*/
export function valueAt(object: unknown, path: string): unknown {
  const steps = stepsOf(path);
  const many = steps.indexOf(all);
  if (many < 0) return steps.reduce((at, next) => next(at), object);
  const values = all(steps.slice(0, many).reduce((at, next) => next(at), object));
  if (!Array.isArray(values)) return undefined;
  const rest = steps.slice(many + 1);
  return values.map((each: unknown) => rest.reduce((at, next) => next(at), each)).filter((each) => each !== undefined);
}

/** A value as it is compared and shown: texts plainly, all else as JSON; nothing for what is not there. */
export const shown = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);
