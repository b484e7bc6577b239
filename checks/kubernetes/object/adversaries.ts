import type { Adversary } from '../../../runner/api.ts';
import { base, manifest } from '../manifest.ts';
import type { ObjectParams } from './check.ts';
import { pluralOf } from './source.ts';

/** Another value of the same type. */
const other = (value: unknown): unknown =>
  typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`;

/** Ways to make an object, and ways that only look as if one was made. */
export function adversaries({ kind, name = 'any', namespace, labels, where }: ObjectParams): readonly Adversary[] {
  const values = Object.fromEntries(
    Object.entries(where).map(([path, value]) => [path, typeof value === 'object' ? value.equal : value]),
  );
  const right = manifest(kind, name, values, { labels });
  if (right === undefined || Object.values(values).includes(undefined)) return [];
  const plural = pluralOf(kind);
  const inside = namespace === undefined ? '' : ` -n ${namespace}`;
  const undo = `kubectl delete ${plural} --now${inside} ${name}`;
  const pipe = (json: string | undefined, command: string) => `printf %s ${json ?? right} | kubectl ${command}`;
  const [path] = Object.keys(values);
  const wrong = path === undefined ? undefined : { ...values, [path]: other(values[path]) };
  const made: readonly Adversary[] = [
    { name: 'created', run: pipe(right, `create${inside} -f -`), outcome: 'right', undo },
    { name: 'applied by the server', run: pipe(right, `apply${inside} --server-side -f -`), outcome: 'right', undo },
    {
      name: 'made, removed and made again',
      run: `${pipe(right, `create${inside} -f -`)}; ${undo}; ${pipe(right, `apply${inside} -f -`)}`,
      outcome: 'right',
      undo,
    },
    {
      name: 'replaced by force',
      run: `${pipe(manifest(kind, name), `create${inside} -f -`)}; ${pipe(right, `replace${inside} --force -f -`)}`,
      outcome: 'right',
      undo,
    },
    {
      name: 'asked of the API without kubectl',
      run: `kubectl create --raw "${base(kind)}/namespaces/${namespace ?? '$(kubectl config view --minify -o jsonpath={..namespace})'}/${plural}" -f - <<< ${right}`,
      outcome: 'right',
      undo,
    },
  ];
  const looks: readonly Adversary[] = [
    { name: 'tried by the client alone', run: pipe(right, `create${inside} --dry-run=client -f -`), outcome: 'wrong' },
    { name: 'tried by the server alone', run: pipe(right, `apply${inside} --dry-run=server -f -`), outcome: 'wrong' },
    { name: 'only printed', run: `printf %s ${right}`, outcome: 'wrong' },
    {
      name: 'made and removed again',
      run: `${pipe(right, `create${inside} -f -`)}; ${undo}`,
      outcome: 'wrong',
    },
    {
      name: 'in another namespace',
      run: pipe(right, `create -n ${namespace === 'default' ? 'kube-public' : 'default'} -f -`),
      outcome: 'wrong',
      undo: `kubectl delete ${plural} --now -n ${namespace === 'default' ? 'kube-public' : 'default'} ${name}`,
    },
    {
      name: 'in a namespace that is none',
      run: pipe(right, 'create -n nowhere-at-all -f -'),
      outcome: 'wrong',
      says: 'not found',
    },
    {
      name: 'held by a finalizer, and deleted',
      run: `${pipe(manifest(kind, name, values, { labels, finalizers: ['example.com/held'] }), `create${inside} -f -`)}; kubectl delete ${plural} ${name}${inside} --wait=false`,
      outcome: 'wrong',
      undo: `kubectl patch ${plural} ${name}${inside} --type=merge -p '{"metadata":{"finalizers":null}}'`,
    },
    {
      name: 'its name in the annotations of another',
      run: pipe(manifest(kind, `${name}-other`, {}, { annotations: { name } }), `create${inside} -f -`),
      outcome: 'wrong',
      undo: `kubectl delete ${plural} --now${inside} ${name}-other`,
    },
  ];
  const near: readonly Adversary[] = [
    ...(wrong
      ? [
          {
            name: `another value at ${path}`,
            run: pipe(manifest(kind, name, wrong, { labels }), `create${inside} -f -`),
            outcome: 'wrong' as const,
            undo,
          },
        ]
      : []),
    ...(Object.keys(labels).length > 0
      ? [
          {
            name: 'its labels written as annotations',
            run: pipe(manifest(kind, name, values, { annotations: labels }), `create${inside} -f -`),
            outcome: 'wrong' as const,
            undo,
          },
        ]
      : []),
  ];
  return [...made, ...looks, ...near];
}
