import { type Container, defineCheck, type Process, type World, z } from '../../../runner/api.ts';
import { clientIsAt } from '../clients.ts';
import { line, program, runs, unquoted } from '../command.ts';
import { adversaries } from './adversaries.ts';
import { judgeContainer } from './verdict.ts';

const params = z.strictObject({
  image: z.string().describe('The image it must come from, by name.'),
  args: z
    .string()
    .describe(
      'What it must run, as one line: `sleep 11111`, `nginx -g "daemon off;"`. `sh -c "…"` around it is as good.',
    ),
  stays: z
    .number()
    .min(0)
    .max(60)
    .default(0)
    .describe(
      'For how many seconds it must have run before it passes: for one that may end as soon as it has started.',
    ),
});

export type ContainerParams = z.infer<typeof params>;

export type Candidate = {
  readonly name: string;
  readonly id: string;
  readonly command: string;
  readonly image: string;
  readonly imageFits: boolean;
  readonly argsFit: boolean;
  readonly state: Container['state'];
  readonly exitCode?: number;
  readonly error?: string;
  /** Created since the step opened: something that the learner tries now. */
  readonly fresh: boolean;
  /** A terminal's foreground job waits for it. */
  readonly foreground: boolean;
};

/** A container that the engine was asked to create and did not. */
export type Refused = {
  readonly image: string;
  readonly imageExists: boolean;
  /** Seatrial is still bringing it. */
  readonly imageArrives: boolean;
  /** The image came after it was asked for. */
  readonly imageCameLate: boolean;
  /** The name that it was to have, where another container has it. */
  readonly nameTaken?: string;
  /** What the engine itself failed with. */
  readonly error?: string;
};

export type ContainerEvidence = {
  readonly candidates: readonly Candidate[];
  /** The last container that the engine was asked to create since the step opened, where none came of it. */
  readonly refused?: Refused;
  /** The command of the last container that was created since the step opened and is gone again. */
  readonly vanished?: string;
  /** A `docker` program is about to create or start a container: what it has done so far is not all. */
  readonly underWay?: true;
  /** The same arguments run outside of every container. */
  readonly onMachine: boolean;
};

/** A container runs in the background, with these arguments and from this image. Speaks about the nearest attempt. */
export const container = defineCheck<ContainerParams, ContainerEvidence>({
  name: 'docker/container',
  about:
    'A container of this image runs these arguments in the background. With `as`, later steps know it by that name.',
  params,
  wakesOn: [
    'docker.container.start',
    'docker.container.die',
    'docker.container.destroy',
    'docker.container.detach',
    'docker.container.pause',
    'docker.container.unpause',
    'shell.command',
  ],
  settles: true,
  lasting: true,
  stays: ({ stays }) => stays * 1000,
  adversaries,
  observe,
  judge: judgeContainer,
});

async function observe(
  world: World,
  wanted: ContainerParams,
  { since, signal }: { since: number; signal: AbortSignal },
): Promise<ContainerEvidence> {
  const containers = await world.docker.containers(signal);
  const named = (image: string) => image === wanted.image || image === `${wanted.image}:latest`;
  const known = (each: Container) => runs(each.command, wanted.args) && each.state === 'running' && named(each.image);

  // Nearly always the inspected command decides; the process table is read only where it cannot.
  const plain = containers.find((each) => known(each) && !each.attachable);
  if (plain)
    return {
      candidates: [candidate(plain, { imageFits: true, argsFit: true, fresh: true, foreground: false })],
      onMachine: false,
    };

  // By its name an image is known already; the engine is asked only about one that goes by another name.
  const [processes, imageId] = await Promise.all([
    world.host.processes(signal),
    containers.every((each) => named(each.image)) ? undefined : world.docker.imageId(wanted.image, signal),
  ]);
  const holds = processes.some(isAttachedClient);
  const candidates = containers.map((each) =>
    candidate(asItIs(each, processes), {
      imageFits: named(each.image) || each.imageId === imageId,
      argsFit: runs(each.command, wanted.args) || runsInside(processes, each, wanted.args),
      fresh: each.createdAt >= since,
      foreground: each.attachable && holds,
    }),
  );
  const made = [...containers, ...world.docker.removed(since)];
  const refused = await lastRefused(world, since, made, signal);
  const vanished = world.docker.removed(since).at(-1);
  const host = processes.find((each) => each.pid === 1);
  const onMachine = processes.some(
    (each) => each.namespaces.pid === host?.namespaces.pid && line(each.args) === unquoted(wanted.args),
  );
  const underWay = clientIsAt(processes, 'run', 'create', 'start');
  return {
    candidates,
    ...(underWay && { underWay: true }),
    onMachine,
    ...(refused && { refused }),
    ...(vanished && { vanished: line(vanished.command) }),
  };
}

/** A container that ends is gone from the process table before the engine says so, and so is the program that waited for it. */
const asItIs = (container: Container, processes: readonly Process[]): Container =>
  container.state === 'running' && container.pid !== undefined && !processes.some(({ pid }) => pid === container.pid)
    ? { ...container, state: 'exited' }
    : container;

const candidate = (
  found: Container,
  facts: Pick<Candidate, 'imageFits' | 'argsFit' | 'fresh' | 'foreground'>,
): Candidate => ({
  id: found.id,
  name: found.name,
  command: line(found.command),
  image: found.image,
  state: found.state,
  ...(found.exitCode !== undefined && { exitCode: found.exitCode }),
  ...(found.error && { error: found.error }),
  ...facts,
});

/** A `docker` program that a terminal waits for: it shows the output of the container that it started. */
const isAttachedClient = ({ foreground, args }: Process): boolean =>
  foreground && program(args[0] ?? '') === 'docker' && args.some((each) => ['run', 'start', 'attach'].includes(each));

function runsInside(processes: readonly Process[], { pid, state }: Container, args: string): boolean {
  const first = state === 'running' ? processes.find((each) => each.pid === pid) : undefined;
  return (
    first !== undefined &&
    processes.some((each) => each.namespaces.pid === first.namespaces.pid && line(each.args) === unquoted(args))
  );
}

const creation = z.object({ Image: z.string() });

/** The last call to create a container, where it made none. */
async function lastRefused(
  world: World,
  since: number,
  made: readonly Container[],
  signal: AbortSignal,
): Promise<ContainerEvidence['refused']> {
  const call = world.docker
    .calls(since)
    .findLast((each) => each.method === 'POST' && each.path === '/containers/create');
  const body = creation.safeParse(call?.body);
  if (!call || !body.success || made.some((each) => each.createdAt >= call.at)) return undefined;
  const image = body.data.Image;
  const namedAt = await world.docker.imageNamedAt(image, signal);
  const taken = made.find((each) => each.name === call.query.name);
  return {
    image,
    imageExists: namedAt !== undefined,
    imageArrives: world.docker.isArriving(image),
    imageCameLate: namedAt !== undefined && namedAt > call.at,
    ...(taken && { nameTaken: taken.name }),
    ...(call.error && { error: call.error }),
  };
}
