/** Where the API has the kinds that labs make most. */
const groups: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'ConfigMap',
      'Secret',
      'Service',
      'ServiceAccount',
      'Pod',
      'PersistentVolumeClaim',
      'LimitRange',
      'ResourceQuota',
    ].map((kind) => [kind, 'v1']),
  ),
  ...Object.fromEntries(['Deployment', 'StatefulSet', 'DaemonSet'].map((kind) => [kind, 'apps/v1'])),
  ...{ Job: 'batch/v1', NetworkPolicy: 'networking.k8s.io/v1', Role: 'rbac.authorization.k8s.io/v1' },
};

/** Where the API has the objects of a kind: `/apis/apps/v1`. */
export const base = (kind: string): string => {
  const group = groups[kind] ?? 'v1';
  return group.includes('/') ? `/apis/${group}` : `/api/${group}`;
};

type Json = { readonly [key: string]: unknown };

/** A container of an image that every lab on a cluster has on its node. */
export const sleeper = (name = 'main', image = 'busybox', command: readonly string[] = ['sleep', '1000000']): Json => ({
  ...{ name, image, imagePullPolicy: 'IfNotPresent' },
  ...(image === 'busybox' && { command }),
});

const podSpec = { terminationGracePeriodSeconds: 1, containers: [sleeper()] };

/** What the API wants of a kind at least. */
function leastOf(kind: string, name: string): Json {
  const labels = { app: name };
  const template = { metadata: { labels }, spec: podSpec };
  const owner = { selector: { matchLabels: labels }, template };
  const specs: Readonly<Record<string, Json>> = {
    ...{ Pod: podSpec, Deployment: owner, DaemonSet: owner, StatefulSet: { ...owner, serviceName: name } },
    Job: { template: { spec: { ...podSpec, restartPolicy: 'Never' } } },
    Service: { selector: labels, ports: [{ port: 80 }] },
    NetworkPolicy: { podSelector: {} },
    PersistentVolumeClaim: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Mi' } } },
  };
  const spec = specs[kind];
  return spec ? { spec } : {};
}

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function put(object: unknown, [first = '', ...rest]: readonly string[], value: unknown): Json {
  const before = isRecord(object) ? object : {};
  return { ...before, [first]: rest.length === 0 ? value : put(before[first], rest, value) };
}

/**
A manifest as JSON in single quotes, with these values at plain paths; undefined for a kind that is not known here, or a path into
a list, which only a lab itself can write.
*/
export function manifest(
  kind: string,
  name: string,
  values: Readonly<Record<string, unknown>> = {},
  metadata: Json = {},
): string | undefined {
  const apiVersion = groups[kind];
  const paths = Object.keys(values);
  if (apiVersion === undefined || paths.some((path) => /[[\]"*]/.test(path))) return undefined;
  const start = { apiVersion, kind, metadata: { name, ...metadata }, ...leastOf(kind, name) };
  const whole = paths.reduce<Json>((object, path) => put(object, path.split('.'), values[path]), start);
  return `'${JSON.stringify(whole).replaceAll("'", "'\\''")}'`;
}
