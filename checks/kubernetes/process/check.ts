import { defineCheck, message, type PodProcess, passed, pending, z } from '../../../runner/api.ts';
import { containerCalled, podCalled } from '../pods.ts';

const params = z.strictObject({
  pod: z.string().describe('Which Pod: a name, or a fact such as `${nginx}`.'),
  container: z.string().optional().describe('In which of its containers; in any of them unless given.'),
  process: z.string().describe('How its command line begins, without the path: `sleep 1000`, `nginx: master`.'),
  count: z.int().min(0).optional().describe('How many there must be; at least one unless given.'),
});

export type Params = z.infer<typeof params>;

export type Evidence = {
  readonly pod?: string;
  readonly containers: readonly string[];
  /** Command lines, by PID on the node. */
  readonly running: readonly {
    readonly pid: number;
    readonly line: string;
    readonly fits: boolean;
    readonly startTicks?: number;
    readonly container?: string;
  }[];
  /** The Pod's. */
  readonly uid?: string;
};

/** A process's command line with its program's name alone in front; a kernel's name for it where it has none. */
export const lineOf = ({ args: [first = '', ...rest], name }: PodProcess): string =>
  first === ''
    ? name
    : [first.startsWith('/') ? first.slice(first.lastIndexOf('/') + 1) : first, ...rest].join(' ').trim();

/** Whether it is the process that is meant. What a shell runs within itself keeps the shell's line, and goes by its name. */
export const isCalled = (process: PodProcess, wanted: string): boolean =>
  lineOf(process).startsWith(wanted) || process.name === wanted;

/** A process runs in a container of a Pod, as often as it should. */
export const process = defineCheck<Params, Evidence>({
  name: 'kubernetes/process',
  about: "Processes of a Pod's container: one whose command line begins like this runs, or so many do.",
  params,
  wakesOn: ['kubernetes.action', 'kubernetes.object.Pod', 'terminal.quiet', 'shell.command'],
  sees: ['processes'],
  settles: true,
  lasting: true,

  async observe({ kubernetes }, { pod, container, process: wanted }, { signal }) {
    const found = podCalled(await kubernetes.pods(signal), pod);
    if (!found) return { containers: [], running: [] };
    const id = container === undefined ? undefined : containerCalled(found, container)?.id;
    const all = await kubernetes.processes(found, undefined, signal);
    return {
      ...{ pod: found.name, uid: found.uid },
      containers: found.containers.map(({ name }) => name),
      running: all
        .filter((each) => container === undefined || each.container === id)
        .map((each) => {
          const of = found.containers.find(({ id }) => id !== undefined && id === each.container)?.name;
          return {
            ...{ pid: each.pid, line: lineOf(each), fits: isCalled(each, wanted), startTicks: each.startTicks },
            ...(of !== undefined && { container: of }),
          };
        }),
    };
  },

  judge({ pod, uid, containers, running }, { pod: reference, container, process: wanted, count }) {
    if (pod === undefined) return pending(message('kube.no-pod', { name: reference }));
    if (container !== undefined && !containers.includes(container))
      return pending(message('kube.pod.no-container', { name: pod, container }), { attempt: true });
    const where = container === undefined ? pod : `${pod}/${container}`;
    const fitting = running.filter(({ fits }) => fits).length;
    if (count === undefined ? fitting > 0 : fitting === count)
      return passed(message('kube.process.right', { where, process: wanted, count: fitting }), {
        alive: running.flatMap(({ fits, pid, startTicks, container: of }) =>
          fits && of !== undefined && uid !== undefined
            ? [{ in: 'pod', pod: uid, container: of, pid, ...(startTicks !== undefined && { startTicks }) } as const]
            : [],
        ),
      });
    if (count !== undefined)
      return pending(message('kube.process.count', { where, process: wanted, count, actual: fitting }), {
        mismatch: { expected: String(count), actual: String(fitting) },
      });
    return pending(message('kube.process.none', { where, process: wanted }), {
      mismatch: { expected: wanted, actual: running.map(({ line }) => line).join(', ') },
    });
  },
});
