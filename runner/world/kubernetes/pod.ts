import { z } from 'zod';
import type { KubernetesObject, Pod, PodContainer } from './model.ts';
import { type Stamps, sameClock } from './stamps.ts';
import type { KnownObject } from './watch.ts';

const none = { waiting: undefined, running: undefined, terminated: undefined };
const ended = z.object({ reason: z.string().optional(), message: z.string().optional(), exitCode: z.number() });

const spec = z.object({
  name: z.string(),
  image: z.string().catch(''),
  command: z.array(z.string()).catch([]),
  args: z.array(z.string()).catch([]),
  securityContext: z
    .object({
      privileged: z.boolean().optional(),
      capabilities: z.object({ add: z.array(z.string()).catch([]), drop: z.array(z.string()).catch([]) }).optional(),
    })
    .optional()
    .catch(undefined),
});

const status = z.object({
  name: z.string(),
  ready: z.boolean().catch(false),
  restartCount: z.number().catch(0),
  containerID: z.string().optional(),
  state: z
    .object({
      waiting: z.object({ reason: z.string().optional(), message: z.string().optional() }).optional(),
      running: z.object({}).optional(),
      terminated: ended.optional(),
    })
    .catch(none),
  lastState: z.object({ terminated: ended.optional() }).optional().catch(undefined),
});

const several = <T extends z.ZodType>(each: T) => z.array(each).optional();

/** What is read of a Pod: "Pod" in the Kubernetes API reference, workload resources. */
const shape = z.object({
  spec: z.object({
    nodeName: z.string().optional(),
    schedulerName: z.string().optional(),
    shareProcessNamespace: z.boolean().optional(),
    hostPID: z.boolean().optional(),
    containers: z.array(spec),
    initContainers: several(spec),
    ephemeralContainers: several(spec),
  }),
  status: z
    .object({
      phase: z.enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown']).catch('Unknown'),
      podIP: z.string().optional(),
      conditions: several(z.object({ type: z.string(), status: z.string(), message: z.string().optional() })),
      containerStatuses: several(status),
      initContainerStatuses: several(status),
      ephemeralContainerStatuses: several(status),
    })
    .catch({ phase: 'Unknown' }),
});

type Spec = z.infer<typeof spec>;
type Status = z.infer<typeof status>;

function containerOf(
  { name, image, command, args, securityContext }: Spec,
  role: PodContainer['role'],
  is?: Status,
): PodContainer {
  const { waiting, running, terminated } = is?.state ?? none;
  const why = terminated ?? waiting;
  const last = is?.lastState?.terminated;
  const id = is?.containerID?.split('://')[1];
  return {
    ...{ name, role, image },
    ready: is?.ready ?? false,
    restarts: is?.restartCount ?? 0,
    state: terminated ? 'terminated' : running ? 'running' : 'waiting',
    ...(why?.reason !== undefined && { reason: why.reason }),
    ...(why?.message !== undefined && { message: why.message }),
    ...(terminated && { exitCode: terminated.exitCode }),
    ...(last && { lastExitCode: last.exitCode }),
    ...(last?.reason !== undefined && last.reason !== 'Error' && { lastReason: last.reason }),
    ...(id !== undefined && id !== '' && { id }),
    ...(securityContext?.privileged && { privileged: true }),
    capabilities: kept(securityContext?.capabilities),
    ...(role === 'ephemeral' && { command: [...command, ...args] }),
  };
}

/** What is added is added first, and what is dropped by its name taken away last: so containerd does it. */
const kept = ({
  add = [],
  drop = [],
}: {
  readonly add?: readonly string[];
  readonly drop?: readonly string[];
} = {}) => {
  const plain = (name: string) => name.toUpperCase().replace(/^CAP_/, '');
  const dropped = new Set(drop.map(plain));
  return add.filter((each) => plain(each) === 'ALL' || !dropped.has(plain(each)));
};

const containersOf = (role: PodContainer['role'], specs: readonly Spec[] = [], statuses: readonly Status[] = []) =>
  specs.map((each) =>
    containerOf(
      each,
      role,
      statuses.find(({ name }) => name === each.name),
    ),
  );

/** As the API server writes it where nobody has named one. */
const usual = 'default-scheduler';

type Come = Pick<KnownObject, 'object' | 'at' | 'listed'>;

/** The API gives whole seconds; one that was seen to come is known better. */
function createdAt({ object, at, listed }: Come, { earliest, latest }: Stamps): number {
  const stamp = Date.parse(object.metadata.creationTimestamp ?? '');
  if (Number.isNaN(stamp)) return at;
  return listed ? earliest(stamp) : Math.max(earliest(stamp), Math.min(at, latest(stamp)));
}

/** A Pod as checks see it. */
export function podOf(seen: Come, stamps: Stamps = sameClock): Pod {
  const { metadata } = seen.object;
  const { spec: wants, status: is } = shape.parse(seen.object);
  const condition = (type: string) => is.conditions?.find((each) => each.type === type);
  const scheduled = condition('PodScheduled');
  const owner = ownerOf(metadata);
  return {
    uid: metadata.uid,
    name: metadata.name,
    phase: is.phase,
    ready: condition('Ready')?.status === 'True',
    ...(scheduled?.status === 'False' && { unschedulable: scheduled.message ?? '' }),
    ...(scheduled?.status === 'True' && { scheduled: true }),
    ...(wants.schedulerName !== undefined && wants.schedulerName !== usual && { scheduler: wants.schedulerName }),
    deleting: metadata.deletionTimestamp !== undefined,
    ...(metadata.finalizers && metadata.finalizers.length > 0 && { finalizers: metadata.finalizers }),
    ...(wants.nodeName !== undefined && { node: wants.nodeName }),
    ...(is.podIP !== undefined && { ip: is.podIP }),
    sharesProcesses: wants.shareProcessNamespace ?? false,
    ...(wants.hostPID && { onHost: true }),
    labels: metadata.labels ?? {},
    ...(owner && { owner }),
    containers: [
      ...containersOf('init', wants.initContainers, is.initContainerStatuses),
      ...containersOf('main', wants.containers, is.containerStatuses),
      ...containersOf('ephemeral', wants.ephemeralContainers, is.ephemeralContainerStatuses),
    ],
    createdAt: createdAt(seen, stamps),
  };
}

const ownerOf = ({ ownerReferences }: KubernetesObject['metadata']): Pod['owner'] => {
  const [first] = ownerReferences ?? [];
  return first && { kind: first.kind, name: first.name };
};
