import {
  defineCheck,
  type KubernetesAction,
  message,
  passed,
  pending,
  type Verdict,
  type World,
  z,
} from '../../runner/api.ts';
import { program, shelled } from '../docker/command.ts';
import { podCalled } from './pods.ts';

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);
const several = (about: string) => oneOrMore.optional().describe(about);

const params = z.strictObject({
  pod: z
    .string()
    .optional()
    .describe('Which Pod: a name, or a fact such as `${nginx}`. For anything else, `resource` and `name`.'),
  verb: several('`get`, `list`, `create`, `patch`, `delete` …, as the API calls it; any of them if there are several.'),
  resource: z.string().optional().describe('In plural: `deployments`. `pods` where `pod` is given.'),
  name: z.string().optional().describe('Of the object.'),
  subresource: several(
    '`exec`, `attach`, `log`, `portforward`, `ephemeralcontainers` …; any of them if there are several.',
  ),
  container: several('Of exec, attach and log: the container; any of them if there are several.'),
  program: several('The program that an exec must have run; any of them if there are several.'),
  shell: z
    .boolean()
    .default(true)
    .describe(
      'Whether a shell opened inside, by exec, attach or debug, is as good as the program: what is typed in it no API sees, so let an answer or another check tell what came of it.',
    ),
});

type Params = z.infer<typeof params>;

/** One of the learner's calls, as far as this speaks of it. */
type Act = Pick<KubernetesAction, 'verb' | 'resource' | 'command' | 'code' | 'open'> & {
  readonly name: string;
  readonly subresource: string;
  readonly container: string;
  readonly said?: string;
};

type Evidence = {
  /** The Pod's name now. */
  readonly pod?: string;
  /** Oldest first. */
  readonly acts: readonly Act[];
  /** A program that was run on the machine itself. */
  readonly onMachine?: string;
};

const list = (given: Params['verb']): readonly string[] => (given === undefined ? [] : [given].flat());

/** The learner asked something of the API since the step opened, by whatever client. */
export const did = defineCheck<Params, Evidence>({
  name: 'kubernetes/did',
  about:
    'Since the step opened, the learner asked this of the API, by whatever client: exec, attach, logs, a list, a change. A shell that is still open inside a Pod counts as well.',
  params,
  wakesOn: ['kubernetes.action', 'shell.command'],
  sees: ['actions'],
  settles: true,
  observe,
  judge,
});

/** Ways into a Pod: a debugging container is added first, and attached to then. */
const inside = ['exec', 'attach', 'ephemeralcontainers'];

async function observe(
  world: World,
  wanted: Params,
  { since, signal }: { since: number; signal: AbortSignal },
): Promise<Evidence> {
  const { kubernetes, shell } = world;
  const pod = wanted.pod === undefined ? undefined : podCalled(await kubernetes.pods(signal), wanted.pod);
  const acts = kubernetes
    .actions(0)
    .filter((each) => !each.dryRun && (each.at >= since || (each.open && inside.includes(each.subresource ?? ''))))
    .map(({ verb, resource, name = '', subresource = '', command, container = '', code, open, said }) => ({
      ...{ verb, resource, name, subresource, command, container, code, open },
      ...(said !== undefined && { said }),
    }));
  const onMachine = shell
    .commands(since)
    .map(({ line }) => line.trim().split(/\s+/)[0] ?? '')
    .findLast((first) => list(wanted.program).includes(program(first)));
  return {
    ...(pod && { pod: pod.name }),
    acts,
    ...(onMachine !== undefined && { onMachine }),
  };
}

const isWrong = ({ code }: Act): boolean => code >= 400;

function judge({ pod, acts, onMachine }: Evidence, wanted: Params): Verdict {
  const target = wanted.pod === undefined ? wanted.name : pod;
  const resource = wanted.resource ?? (wanted.pod === undefined ? undefined : 'pods');
  const of = (each: Act) =>
    (resource === undefined || each.resource === resource) && (target === undefined || each.name === target);
  const subresources = list(wanted.subresource).length > 0 || !wantsInside(wanted) ? list(wanted.subresource) : inside;
  const fits = (each: Act) =>
    of(each) &&
    !isWrong(each) &&
    among(each.verb, wanted.verb) &&
    (subresources.length === 0 ? each.subresource === '' : subresources.includes(each.subresource));
  const near = acts.filter(fits);
  const there = near.filter(
    ({ container, subresource }) => subresource === 'ephemeralcontainers' || among(container, wanted.container),
  );
  const right = there.find((each) => runsWanted(each, wanted));
  const what = wantedAs(wanted, subresources);
  if (right) return passed(message('kube.did.done', { what: said(right) }));

  const where = target ?? resource ?? '';
  const hint = message('kube.did.hint', { pod: where, container: list(wanted.container)[0] ?? 'CONTAINER' });
  const hinted = wantsInside(wanted) ? { attempt: true, hint } : { attempt: true };
  const last = there.at(-1);
  if (last) return pending(message('kube.did.other', { actual: said(last), what, where }), hinted);
  const elsewhere = near.at(-1);
  if (elsewhere)
    return pending(
      message('kube.did.container', {
        actual: elsewhere.container || '…',
        wanted: list(wanted.container).join(', '),
        where,
      }),
      hinted,
    );
  const refused = acts.findLast((each) => of(each) && isWrong(each) && each.verb !== 'get');
  if (refused)
    return pending(message('kube.refused', { said: refused.said ?? String(refused.code) }), { attempt: true });
  const other = acts.findLast(
    (each) =>
      each.name !== '' && each.name !== target && each.resource === resource && subresources.includes(each.subresource),
  );
  if (other) return pending(message('kube.did.elsewhere', { actual: other.name, where }), hinted);
  if (onMachine !== undefined) return pending(message('kube.did.on-machine', { program: onMachine, where }), hinted);
  return pending(message('kube.did.none', { what, where }));
}

const wantsInside = ({ program, container, pod }: Params): boolean =>
  program !== undefined || (container !== undefined && pod !== undefined);

const among = (value: string, wanted: Params['verb']): boolean =>
  list(wanted).length === 0 || list(wanted).includes(value);

const shells = new Set(['sh', 'bash', 'dash', 'ash', 'busybox']);

/** Attach and debug give no command: what they open is a shell, or nothing that anybody could type in. */
const isShell = ({ subresource, command }: Act): boolean =>
  subresource === 'attach' ||
  subresource === 'ephemeralcontainers' ||
  (shells.has(program(command[0] ?? '')) && !command.some((each) => /^-[a-z]*c$/.test(each)));

function runsWanted(act: Act, { program: programs, shell }: Params): boolean {
  const wanted = list(programs);
  if (wanted.length === 0 || !inside.includes(act.subresource)) return true;
  if (isShell(act)) return shell;
  const words = [program(act.command[0] ?? ''), ...calledBy(act.command)];
  return words.some((each) => wanted.includes(each));
}

/** What a shell's `-c` calls, and what busybox is told to be: each word that begins a command. */
function calledBy(command: readonly string[]): readonly string[] {
  const simple = shelled(command);
  const script = simple ?? command[command.findIndex((each) => /^-[a-z]*c$/.test(each)) + 1] ?? '';
  const called = script.split(/[;&|()\n`]+|\$\(/).map((each) => program(each.trim().split(/\s+/)[0] ?? ''));
  return program(command[0] ?? '') === 'busybox' ? [...called, command[1] ?? ''] : called;
}

const said = ({ verb, resource, name, subresource, command, container }: Act): string =>
  inside.includes(subresource)
    ? [subresource === 'ephemeralcontainers' ? 'debug' : subresource, name, container, command.join(' ')]
        .filter((each) => each !== '')
        .join(' ')
    : [verb, subresource === '' ? resource : `${resource}/${subresource}`, name]
        .filter((each) => each !== '')
        .join(' ');

const wantedAs = ({ verb, program: programs, resource }: Params, subresources: readonly string[]): string =>
  list(programs)[0] ?? [list(verb)[0], resource, subresources[0]].filter((each) => each !== undefined).join(' ');
