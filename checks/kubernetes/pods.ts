import type { Pod, PodContainer } from '../../runner/api.ts';

/** The Pods that a reference means: by uid, by name, or by the name of the Deployment or the like that made them. */
const podsCalled = (pods: readonly Pod[], reference: string): readonly Pod[] => {
  const exact = pods.filter(({ uid, name }) => uid === reference || name === reference);
  return exact.length > 0 ? exact : pods.filter((pod) => isOf(pod, reference));
};

/** The one that a reference means, one that stays before one that is on its way out. */
export const podCalled = (pods: readonly Pod[], reference: string): Pod | undefined => {
  const called = podsCalled(pods, reference);
  return called.find(({ deleting }) => !deleting) ?? called[0];
};

/** Whether a controller of this name made it: a Deployment's Pod is called `NAME-HASH-HASH`, other ones' `NAME-SUFFIX`. */
export function isOf({ name, owner }: Pick<Pod, 'name' | 'owner'>, controller: string): boolean {
  if (!owner) return false;
  const suffix = owner.kind === 'ReplicaSet' ? '(-[a-z0-9]+){1,2}' : '-[a-z0-9]+';
  return name.startsWith(`${controller}-`) && new RegExp(`^${suffix}$`).test(name.slice(controller.length));
}

export const containerCalled = ({ containers }: Pick<Pod, 'containers'>, name: string): PodContainer | undefined =>
  containers.find((each) => each.name === name);

/** An image's name without what may as well be left out: `docker.io/library/nginx:latest` → `nginx`. */
const plainImage = (image: string): string =>
  image
    .replace(/@sha256:.*$/, '')
    .replace(/^docker\.io\//, '')
    .replace(/^library\//, '')
    .replace(/:latest$/, '');

/** Whether an image is the one wanted; where no tag is wanted, any will do. */
export function isImage(image: string, wanted: string): boolean {
  const [one, other] = [plainImage(image), plainImage(wanted)];
  return one === other || (!/:[^/]*$/.test(other) && one.replace(/:[^/]*$/, '') === other);
}

/** Whether a capability is among those added; they may be written with `CAP_` before them, and `ALL` is all of them. */
export const hasCapability = (added: readonly string[], wanted: string): boolean => {
  const plain = (name: string) => name.toUpperCase().replace(/^CAP_/, '');
  return added.some((each) => plain(each) === 'ALL' || plain(each) === plain(wanted));
};
