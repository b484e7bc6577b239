import {
  type KubernetesAction,
  type Message,
  message,
  pending,
  type ShellCommand,
  type Verdict,
  type World,
} from '../../runner/api.ts';

/** What a learner did to make or change something, where nothing came of it: the last of it since the step opened. */
export type Tried =
  /** The API server said no. */
  | { readonly kind: 'refused'; readonly name?: string; readonly said: string; readonly at: number }
  /** It was made, in another namespace than it should be. `named`: that is one that the check names, not the lab's own. */
  | {
      readonly kind: 'stray';
      readonly namespace: string;
      readonly own: string;
      readonly at: number;
      readonly named?: true;
    }
  /** The client gave up before it asked the cluster to change anything. `looked`: it has asked what there is. */
  | {
      readonly kind: 'client';
      readonly line: string;
      readonly code: number;
      readonly at: number;
      readonly looked?: true;
    };

/** Why something is not there, by what the learner did to make it; undefined where nothing was done. */
export function whyAbsent(tried: Tried | undefined): Verdict | undefined {
  switch (tried?.kind) {
    case undefined:
      return undefined;
    case 'refused':
      return pending(message('kube.refused', { said: tried.said }), { attempt: true });
    case 'stray':
      return pending(strayed(tried), {
        attempt: true,
        mismatch: { expected: tried.own, actual: tried.namespace },
      });
    case 'client':
      return pending(clientFailed(tried), { attempt: true });
  }
}

/** What is said of something that was made in another namespace. */
export const strayed = ({ namespace, own, named }: Extract<Tried, { readonly kind: 'stray' }>): Message =>
  named ? message('kube.stray-from', { namespace, own }) : message('kube.stray', { namespace, own });

/** What is said of a client that gave up. */
export const clientFailed = ({ line, code, looked }: Extract<Tried, { readonly kind: 'client' }>): Message =>
  message(looked ? 'kube.client-looked' : 'kube.client-failed', { line, code });

const making = new Set(['create', 'update', 'patch']);

const isMaking = ({ verb, resource, subresource, dryRun }: KubernetesAction, resources: readonly string[]): boolean =>
  making.has(verb) && resources.includes(resource) && subresource === undefined && !dryRun;
const client = /\b(?:kubectl|k9s|k)\b.*\b(?:apply|create|run|replace|patch|edit|scale|set|expose)\b/;

/**
`resources`: in plural, of what is looked at; `namespace`: where, in the session's own unless given. Where no action can be seen, what
the shell tells is all there is.
*/
export function lastTried(
  world: World,
  since: number,
  resources: readonly string[],
  namespace = world.kubernetes.namespace,
): Tried | undefined {
  const { audited } = world.kubernetes;
  const everything = audited ? [...world.kubernetes.actions(since), ...world.kubernetes.strays(since)] : [];
  const isHere = ({ namespace: within = namespace }: KubernetesAction) => within === namespace;
  const all = everything.filter(isHere).toSorted((one, other) => one.at - other.at);
  const own = all.filter((each) => isMaking(each, resources));
  const strays = everything.filter((each) => !isHere(each)).toSorted((one, other) => one.at - other.at);
  const astray = strays.filter((each) => isMaking(each, resources));
  // A namespace that is none refuses what goes there.
  const last = [...own, ...astray.filter(({ code }) => code >= 400)].toSorted((one, other) => one.at - other.at).at(-1);
  const stray = astray.findLast(({ code }) => code < 400);
  const done = own.findLast(({ code }) => code < 400)?.at ?? 0;
  const commands = world.shell.commands(since);
  const index = commands.findLastIndex(({ line }) => client.test(line));
  const failed = commands[index];
  const tried: readonly (Tried | undefined)[] = [
    last && last.code >= 400
      ? {
          kind: 'refused',
          ...(last.name !== undefined && { name: last.name }),
          said: last.said ?? String(last.code),
          at: last.at,
        }
      : undefined,
    stray && {
      kind: 'stray',
      namespace: stray.namespace ?? '',
      own: namespace,
      at: stray.at,
      ...(namespace !== world.kubernetes.namespace && { named: true as const }),
    },
    failed && failed.exitCode !== 0 && hasAskedNothing(failed.at, commands[index - 1]?.at ?? since, [...own, ...astray])
      ? gaveUp(failed, commands[index - 1]?.at ?? since, [...all, ...strays])
      : undefined,
  ];
  return tried
    .flatMap((each) => (each && each.at > done ? [each] : []))
    .toSorted((one, other) => one.at - other.at)
    .at(-1);
}

/** What a command came to that has made nothing: it was refused when it looked for what it was to change, or found it and gave up. */
function gaveUp({ line, exitCode: code, at }: ShellCommand, before: number, calls: readonly KubernetesAction[]): Tried {
  const asked = calls.filter((each) => each.at <= at && !hasAskedNothing(at, before, [each]));
  const last = asked.toSorted((one, other) => one.at - other.at).at(-1);
  if (last && last.code >= 400) return { kind: 'refused', said: last.said ?? String(last.code), at };
  return { kind: 'client', line, code, at, ...(last && { looked: true }) };
}

/** Whether the learner has made something of these resources, in plural, since then. False where no action can be seen. */
export const hasMade = ({ kubernetes }: World, since: number, resources: readonly string[]): boolean =>
  kubernetes.audited && kubernetes.actions(since).some((each) => isMaking(each, resources) && each.code < 400);

/** Whether the learner has changed this object since then, or its scale. False where no action can be seen. */
export const hasChanged = ({ kubernetes }: World, since: number, resource: string, name: string): boolean =>
  kubernetes.audited &&
  kubernetes
    .actions(since)
    .some(
      (each) =>
        making.has(each.verb) &&
        each.resource === resource &&
        each.name === name &&
        (each.subresource === undefined || each.subresource === 'scale') &&
        each.code < 400 &&
        !each.dryRun,
    );

/** How soon before its end a command's calls come at most, where another one in another shell has ended in between; in ms. */
const soon = 1_000;

/** Whether a command that ended then has made none of these calls. `before`: when the command before it ended; all in ms. */
export const hasAskedNothing = (end: number, before: number, calls: readonly { readonly at: number }[]): boolean =>
  calls.every(({ at }) => at <= Math.min(before, end - soon));
