import { message, nearest } from '../../../runner/api.ts';
import type { Said } from '../../kit/expectation.ts';
import { hasCapability, isImage } from '../pods.ts';
import type { PodParams } from './check.ts';
import type { PodIs } from './source.ts';

type Candidate = PodIs['pod'];

/** The first container that it has not, or that comes from another image. */
export function whyContainers(pod: Candidate, { containers }: PodParams): Said | undefined {
  const { name } = pod;
  for (const { name: container, image: wanted } of containers) {
    const is = partCalled(pod, container);
    if (!is) {
      const unwanted = pod.containers.filter((each) => !containers.some((other) => other.name === each.name));
      const actual = nearest(
        container,
        unwanted.map((each) => each.name),
      );
      return actual === undefined
        ? { because: message('kube.pod.no-container', { name, container }) }
        : { because: message('kube.pod.other-container', { name, actual, container }) };
    }
    if (wanted === undefined || isImage(is.image, wanted)) continue;
    const said = [is.reason, is.message].filter((each) => each).join(': ');
    const id = is.state === 'running' || said === '' ? 'kube.pod.other-image' : 'kube.pod.image-waits';
    const because = message(id, { name, container, image: is.image, wanted, said });
    return { because, mismatch: { expected: wanted, actual: is.image } };
  }
  return undefined;
}

/** One that stays: neither an init container that ends, nor one that `kubectl debug` adds, is a part of what a Pod does. */
const partCalled = ({ containers }: Candidate, wanted: string) =>
  containers.find(
    ({ name, role, state }) => name === wanted && (role === 'main' || (role === 'init' && state === 'running')),
  );

/** Each part that is missing, or should not be there, as a manifest writes it. */
export function whyParts(pod: Candidate, wanted: PodParams): Said | undefined {
  const { name } = pod;
  const shares = '`shareProcessNamespace: true`';
  const missing = [
    ...(wanted.sharesProcesses === true && !pod.sharesProcesses ? [shares] : []),
    ...wanted.containers.flatMap(({ name: container, capabilities }) =>
      adding(
        container,
        capabilities.filter((want) => !has(container, want)),
      ),
    ),
    ...Object.entries(wanted.labels).flatMap(([key, value]) =>
      pod.labels[key] === value ? [] : [`\`labels: { ${key}: ${value} }\``],
    ),
  ];
  if (missing.length > 0) {
    const parts = missing.join(', ');
    const isShort = wanted.containers.some(({ name, capabilities }) => capabilities.some((want) => !has(name, want)));
    const others = isShort ? pod.containers.flatMap((each) => adding(each.name, strange(each, wanted))) : [];
    return others.length === 0
      ? { because: message('kube.pod.lacks', { name, parts }) }
      : { because: message('kube.pod.lacks-but', { name, parts, others: others.join(', ') }) };
  }
  const unwanted = [
    ...(wanted.sharesProcesses === false && pod.sharesProcesses ? [shares] : []),
    ...(wanted.sharesProcesses === false && pod.onHost ? ['`hostPID: true`'] : []),
    ...wanted.containers.flatMap(({ name: container, lacks }) => {
      const found = lacks.filter((want) => has(container, want));
      const isPrivileged = found.length > 0 && partCalled(pod, container)?.privileged;
      return isPrivileged ? [`\`${container}\`: \`privileged: true\``] : adding(container, found);
    }),
  ];
  return unwanted.length === 0 ? undefined : { because: message('kube.pod.has', { name, parts: unwanted.join(', ') }) };

  function has(container: string, capability: string): boolean {
    const { privileged = false, capabilities = [] } = partCalled(pod, container) ?? {};
    return privileged || hasCapability(capabilities, capability);
  }
}

/** The capabilities that are added to a container which nobody has asked for there. */
const strange = ({ name, capabilities }: Candidate['containers'][number], { containers }: PodParams) => {
  const own = containers.find((each) => each.name === name);
  return capabilities.filter(
    (each) => !own?.capabilities.concat(own.lacks).some((want) => hasCapability([each], want)),
  );
};

const adding = (container: string, capabilities: readonly string[]): readonly string[] =>
  capabilities.length === 0 ? [] : [`\`${container}\`: \`capabilities: { add: [${capabilities.join(', ')}] }\``];
