import { isRecord } from '../value.ts';

type Params = Readonly<Record<string, unknown>>;

/** A value as it stands in one line of YAML. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (isRecord(value)) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return `{ ${entries.map(([key, each]) => `${key}: ${flow(each)}`).join(', ')} }`;
  }
  // Whatever could be read as anything but a text stands in quotes.
  return typeof value === 'string' && !/^[A-Za-z/][\w./-]*(?: [\w./-]+)*$/.test(value)
    ? JSON.stringify(value)
    : String(value);
}

/** Checks that went into others, by their old names: how an entry is written now. */
const renamed: Readonly<Record<string, (params: Params) => readonly [string, Params]>> = {
  'docker/listed': ({ what, ...more }) => ['docker/did', { list: what, ...more }],
  'docker/did-exec': ({ container, program, beside: _, call, ...more }) => [
    'docker/did',
    { exec: { in: container, program }, ...(call === undefined ? {} : { call, of: container }), ...more },
  ],
  'kubernetes/service-reaches': ({ service, namespace, ...more }) => [
    'reaches',
    { from: 'node', to: { service, namespace }, ...more },
  ],
  'docker/file': ({ container, file, ...more }) => ['file', { in: container, name: file, ...more }],
  'kubernetes/file': ({ pod, container, ...more }) => ['file', { in: { pod, container }, ...more }],
  'kubernetes/process': ({ pod, container, process, ...more }) => [
    'process',
    { in: { pod, container }, starts: process, ...more },
  ],
};

/** How an entry of a check that there is no more is written now, on one line; undefined for any other name. */
export function newForm(name: string, params: unknown): string | undefined {
  const form = Object.hasOwn(renamed, name) ? renamed[name] : undefined;
  if (!form) return undefined;
  const [now, values] = form(isRecord(params) ? params : {});
  return `- ${now}: ${flow(values)}`;
}
