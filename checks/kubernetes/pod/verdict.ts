import { type Message, message, nearest, passed, pending, type Verdict } from '../../../runner/api.ts';
import { hasCapability, isImage } from '../pods.ts';
import { type Tried, whyAbsent } from '../tried.ts';
import { isPart, whyDeleting, whyNotReady, whyPart } from '../waiting.ts';
import type { PodEvidence, PodParams } from './check.ts';

type Candidate = PodEvidence['pods'][number];

/** Passes for any Pod that is right; else speaks about the one that is nearest to it, or about what kept it from being made. */
export function judgePod(evidence: PodEvidence, wanted: PodParams): Verdict {
  const called = evidence.pods.filter((each) => each.called);
  const judged = called.map((each) => ({ each, why: whyNot(each, wanted) }));
  const right = judged.find(({ why }) => why === undefined)?.each;
  if (right) {
    const { name, uid } = right;
    return passed(message('kube.pod.right', { name }), { found: { kind: 'pod', uid, name } });
  }
  const { tried } = evidence;
  const near = judged.findLast(({ each }) => !each.deleting) ?? judged.at(-1);
  if (tried && (!near || tried.at > near.each.createdAt)) {
    const told = whyUntold(tried, near?.each);
    if (told) return told;
  }
  if (near?.why) return near.each.fresh ? near.why : uncounted(near.why);
  const frozen = evidence.hindrances?.find(isPart('kube-controller-manager'));
  if (frozen) return whyPart(wanted.name, frozen);
  if (evidence.unmade !== undefined)
    return pending(message('kube.pod.unmade', { name: wanted.name, said: evidence.unmade }), { attempt: true });
  return otherwise(evidence, wanted);
}

/** What stands as it stood before the step opened is told: it is nothing that was tried and missed. */
const uncounted = (why: Verdict): Verdict =>
  why.status === 'pending' && why.attempt ? { ...why, excused: true } : why;

function whyUntold(tried: Tried, near: Candidate | undefined): Verdict | undefined {
  switch (tried.kind) {
    case 'refused':
      // What it has is kept, so what was refused matters only where it was to become another.
      if (/pod updates may not change fields/.test(tried.said) && near)
        return pending(message('kube.pod.unchangeable', { name: near.name }), {
          attempt: true,
          hint: message('kube.pod.unchangeable.hint', { name: near.name }),
        });
      return whyAbsent(tried);
    case 'stray':
      return whyAbsent(tried);
    case 'client':
      // It may have been about something else where a Pod is there to be spoken of.
      return near ? undefined : whyAbsent(tried);
  }
}

/** No Pod of that name. */
function otherwise({ pods }: PodEvidence, wanted: PodParams): Verdict {
  const { name, owner } = wanted;
  const fresh = pods.filter((each) => each.fresh && !each.deleting);
  const made = fresh.findLast((each) => owner === 'none' && each.owner && each.name.startsWith(`${name}-`));
  if (made?.owner)
    return pending(message('kube.pod.owned', { name: made.name, kind: made.owner.kind }), { attempt: true });
  const alike = nearest(
    name,
    fresh.map((each) => each.name),
  );
  const meant = alike ?? fresh.findLast((each) => !whyNot(each, wanted))?.name;
  if (meant !== undefined)
    return pending(message('kube.pod.other-name', { actual: meant, name }), {
      attempt: true,
      mismatch: { expected: name, actual: meant },
    });
  // One of quite another name may be what another check of the same step asks for.
  const other = fresh.at(-1)?.name;
  return pending(
    other === undefined ? message('kube.pod.none', { name }) : message('kube.pod.none-but', { name, other }),
  );
}

/** What is wrong with a Pod of the right name: its parts first, since these it will not change any more, then what it does. */
function whyNot(pod: Candidate, wanted: PodParams): Verdict | undefined {
  if (pod.deleting) return whyDeleting(pod);
  return whyContainers(pod, wanted) ?? whyParts(pod, wanted) ?? whyNotReady(pod, wanted);
}

function whyContainers(pod: Candidate, { containers }: PodParams): Verdict | undefined {
  const { name } = pod;
  for (const want of containers) {
    const is = partCalled(pod, want.name);
    if (!is) {
      const unwanted = pod.containers.filter((each) => !containers.some((other) => other.name === each.name));
      const near = nearest(
        want.name,
        unwanted.map((each) => each.name),
      );
      const why: Message = near
        ? message('kube.pod.other-container', { name, actual: near, container: want.name })
        : message('kube.pod.no-container', { name, container: want.name });
      return pending(why, { attempt: true });
    }
    const { image = is.image } = want;
    if (isImage(is.image, image)) continue;
    const values = { name, container: want.name, image: is.image, wanted: image };
    const mismatch = { expected: image, actual: is.image };
    const said = [is.reason, is.message].filter((each) => each).join(': ');
    return is.state === 'running' || said === ''
      ? pending(message('kube.pod.other-image', values), { attempt: true, mismatch })
      : pending(message('kube.pod.image-waits', { ...values, said }), { attempt: true, mismatch });
  }
  return undefined;
}

/** One that stays: neither an init container that ends, nor one that `kubectl debug` adds, is a part of what a Pod does. */
const partCalled = ({ containers }: Candidate, wanted: string) =>
  containers.find(
    ({ name, role, state }) => name === wanted && (role === 'main' || (role === 'init' && state === 'running')),
  );

/** Each part that is missing by its name, as a manifest writes it. */
function whyParts(pod: Candidate, wanted: PodParams): Verdict | undefined {
  const { name } = pod;
  const has = (container: string, capability: string): boolean => {
    const { privileged = false, capabilities: added = [] } = partCalled(pod, container) ?? {};
    return privileged || hasCapability(added, capability);
  };
  const capabilities = (container: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`\`${container}\`: \`capabilities: { add: [${names.join(', ')}] }\``];
  const missing = [
    ...(wanted.sharesProcesses === true && !pod.sharesProcesses ? ['`shareProcessNamespace: true`'] : []),
    ...wanted.containers.flatMap((each) =>
      capabilities(
        each.name,
        each.capabilities.filter((want) => !has(each.name, want)),
      ),
    ),
    ...Object.entries(wanted.labels).flatMap(([key, value]) =>
      pod.labels[key] === value ? [] : [`\`labels: { ${key}: ${value} }\``],
    ),
  ];
  if (missing.length > 0)
    return pending(message('kube.pod.lacks', { name, parts: missing.join(', ') }), { attempt: true });
  const unwanted = [
    ...(wanted.sharesProcesses === false && pod.sharesProcesses ? ['`shareProcessNamespace: true`'] : []),
    ...(wanted.sharesProcesses === false && pod.onHost ? ['`hostPID: true`'] : []),
    ...wanted.containers.flatMap(({ name: container, lacks }) => {
      const unwanted = lacks.filter((want) => has(container, want));
      const { privileged } = partCalled(pod, container) ?? {};
      if (privileged && unwanted.length > 0) return [`\`${container}\`: \`privileged: true\``];
      return capabilities(container, unwanted);
    }),
  ];
  if (unwanted.length === 0) return undefined;
  return pending(message('kube.pod.has', { name, parts: unwanted.join(', ') }), { attempt: true });
}
