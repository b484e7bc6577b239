import type { Adversary } from '../../../runner/api.ts';
import { right, wrong } from '../../kit/adversary.ts';
import { manifest, sleeper } from '../manifest.ts';
import { nameOf } from '../typed.ts';
import type { LogsParams } from './check.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Ways to a line in the log of a Pod's container, and to one that stands somewhere else. What makes a Pod write that is there already only its lab knows. */
export function adversaries(params: LogsParams): readonly Adversary[] {
  const { pod: reference, container, contains, matches, namespace, count } = params;
  const isOne = typeof count === 'object' && count.atLeast === 1 && count.atMost === undefined;
  if (contains === undefined || contains.includes('\n') || matches !== undefined || namespace !== undefined || !isOne)
    return [];
  const pod = nameOf(reference);
  const text = quoted(contains);
  const always = [
    wrong('only printed', `echo ${text}`),
    wrong('only looked for', `kubectl logs ${pod} | grep -F ${text}`),
    wrong('by an exec, to whoever asked for it', `kubectl exec ${pod} -- echo ${text}`),
  ];
  return /^[a-z0-9.-]+$/.test(reference) ? [...always, ...made(pod, container ?? 'main', contains)] : always;
}

function made(name: string, container: string, contains: string): readonly Adversary[] {
  const text = quoted(contains);
  const wait = '; sleep 1000000';
  const running = (script: string, named = container) => sleeper(named, 'busybox', ['sh', '-c', `${script}`]);
  const pod = (containers: readonly object[], spec: object = {}, called = name, metadata: object = {}) =>
    manifest('Pod', called, { spec: { terminationGracePeriodSeconds: 1, containers, ...spec } }, { ...metadata }) ?? '';
  const make = (object: string, where = '') => `printf %s ${object} | kubectl create${where} -f -`;
  const says = (script: string, spec: object = {}) => make(pod([running(script)], spec));
  const some = contains.slice(0, -1);
  const undo = `kubectl delete pod ${name} --now`;
  const all = [
    right('by its own first process', says(`echo ${text}${wait}`)),
    right('to its errors', says(`echo ${text} >&2${wait}`)),
    right('in a longer line', says(`echo ${quoted(`so ${contains} it is`)}${wait}`)),
    right('by a process of its own', says(`(echo ${text}) & wait${wait}`)),
    right('and ended', says(`echo ${text}`, { restartPolicy: 'Never' })),
    right('each time before it crashes', says(`echo ${text}; exit 1`)),
    wrong('something else', says(`echo something${wait}`)),
    wrong('to nobody', says(`echo ${text} > /dev/null${wait}`)),
    wrong('to a file', says(`echo ${text} > /tmp/adversary${wait}`)),
    wrong('as a program that says nothing', says(`: ${text}${wait}`)),
    ...(some === ''
      ? []
      : [wrong('on two lines', says(`printf '%s\\n' ${quoted(some)} ${quoted(contains.slice(-1))}${wait}`))]),
    wrong(
      'by another of its containers',
      make(pod([running('sleep 1000000'), running(`echo ${text}${wait}`, `${container}-2`)])),
    ),
    wrong(
      'by an init container',
      make(pod([running('sleep 1000000')], { initContainers: [running(`echo ${text}`, `${container}-2`)] })),
    ),
    wrong('by another Pod', make(pod([running(`echo ${text}${wait}`)], {}, `${name}-2`)), {
      undo: `kubectl delete pod ${name}-2 --now`,
    }),
    wrong(
      'as an annotation',
      make(pod([running('sleep 1000000')], {}, name, { annotations: { adversary: contains } })),
    ),
    wrong('in another namespace', make(pod([running(`echo ${text}${wait}`)]), ' -n default'), {
      undo: `${undo} -n default`,
    }),
    wrong('tried by the server alone', make(pod([running(`echo ${text}${wait}`)]), ' --dry-run=server')),
  ];
  return all.map((each) => ({ undo, ...each }));
}
