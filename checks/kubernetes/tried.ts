import type { KubernetesAction, World } from '../../runner/api.ts';

/** What a learner did to make or change something, where nothing came of it: the last of it since the step opened. */
export type Tried =
  /** The API server said no. */
  | { readonly kind: 'refused'; readonly name?: string; readonly said: string; readonly at: number }
  /** It was made, in a namespace that is not the lab's. */
  | { readonly kind: 'stray'; readonly namespace: string; readonly own: string; readonly at: number }
  /** The client gave up before it asked anything of the cluster. */
  | { readonly kind: 'client'; readonly line: string; readonly code: number; readonly at: number };

const making = new Set(['create', 'update', 'patch']);
const client = /\b(?:kubectl|k9s|k)\b.*\b(?:apply|create|run|replace|patch|edit|scale|set|expose)\b/;

/** `resources`: in plural, of what is looked at. Where no action can be seen, what the shell tells is all there is. */
export function lastTried(world: World, since: number, resources: readonly string[]): Tried | undefined {
  const isMaking = ({ verb, resource, subresource, dryRun }: KubernetesAction) =>
    making.has(verb) && resources.includes(resource) && subresource === undefined && !dryRun;
  const { audited } = world.kubernetes;
  const own = audited ? world.kubernetes.actions(since).filter(isMaking) : [];
  const last = own.at(-1);
  const strays = audited ? world.kubernetes.strays(since) : [];
  const stray = strays.findLast((each) => isMaking(each) && each.code < 400);
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
    stray && { kind: 'stray', namespace: stray.namespace ?? '', own: world.kubernetes.namespace, at: stray.at },
    failed && failed.exitCode !== 0 && hasAskedNothing(failed.at, commands[index - 1]?.at ?? since, own)
      ? { kind: 'client', line: failed.line, code: failed.exitCode, at: failed.at }
      : undefined,
  ];
  return tried
    .flatMap((each) => (each && each.at > done ? [each] : []))
    .toSorted((one, other) => one.at - other.at)
    .at(-1);
}

/** How soon before its end a command's calls come at most, where another one in another shell has ended in between; in ms. */
const soon = 1_000;

/** Whether a command that ended then has made none of these calls. `before`: when the command before it ended; all in ms. */
export const hasAskedNothing = (end: number, before: number, calls: readonly { readonly at: number }[]): boolean =>
  calls.every(({ at }) => at <= Math.min(before, end - soon));
