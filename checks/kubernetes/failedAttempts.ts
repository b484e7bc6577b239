import { type KubernetesAction, message, type World } from '../../runner/api.ts';
import type { Observation, Refused } from '../kit/judge.ts';
import { isWrong } from './acts.ts';
import { pointedElsewhere } from './pointed.ts';

/**
What a learner did to make or change something, where nothing came of it: the API server said no; it went to another namespace; the
client gave up before it asked the cluster to change anything; it was a dry run.
*/
export type FailedAttempt = Refused & { readonly kind: 'refused' | 'stray' | 'client' | 'dry' };

type Vain = { readonly line: string; readonly code: number; readonly at: number };

/** Of these, the one that came last. */
export const latest = <T extends { readonly at: number }>(...all: readonly (T | undefined)[]): T | undefined =>
  all.reduce((last, each) => (each && each.at >= (last?.at ?? 0) ? each : last), undefined);

/** What the learner asked of the API since then, in whatever namespace, oldest first; nothing where no action can be seen. */
export const callsSince = ({ kubernetes }: World, since: number): readonly KubernetesAction[] =>
  kubernetes.audited
    ? [...kubernetes.actions(since), ...kubernetes.strays(since)].toSorted((one, other) => one.at - other.at)
    : [];

/** Whether a call was about this namespace, or about what lies in none. */
export const isWithin =
  (namespace: string) =>
  ({ namespace: within = namespace }: Pick<KubernetesAction, 'namespace'>): boolean =>
    within === namespace;

/** `own`: where it should have gone. A refusal elsewhere says nothing of what is there. */
export function refusal(
  call: Pick<KubernetesAction, 'said' | 'code' | 'at' | 'namespace'>,
  own?: string,
): FailedAttempt {
  const { said = String(call.code), at, namespace = '' } = call;
  if (own === undefined || namespace === '' || namespace === own)
    return { kind: 'refused', at, because: message('kube.refused', { said }) };
  const because = message('kube.refused-in', { namespace, said, own });
  return { kind: 'refused', at, because, mismatch: { expected: own, actual: namespace } };
}

/** `named`: where it should have gone is a namespace that the check names, not the lab's own. */
export const strayed = (
  call: { readonly namespace?: string; readonly at: number },
  own: string,
  named = false,
): FailedAttempt => {
  const { namespace = '', at } = call;
  const because = message(named ? 'kube.stray-from' : 'kube.stray', { namespace, own });
  return { kind: 'stray', at, because, mismatch: { expected: own, actual: namespace } };
};

/** Why something is not there, by what the learner did to make it. Where it went elsewhere, or was a dry run, it counts for less than what is here. */
export function whyAbsent(tried: FailedAttempt | undefined): Pick<Observation, 'obstacle' | 'elsewhere'> {
  if (!tried) return {};
  return tried.kind === 'stray' || tried.kind === 'dry' ? { elsewhere: tried } : { obstacle: tried };
}

const making = new Set(['create', 'update', 'patch']);
const changing = new Set([...making, 'delete', 'deletecollection']);
const client = /\b(?:kubectl|k9s|k)\b.*\b(?:apply|create|run|replace|patch|edit|scale|set|expose)\b/;

const isMaking = ({ verb, resource, subresource = '', dryRun }: KubernetesAction, resources: readonly string[]) =>
  making.has(verb) && resources.includes(resource) && ['', 'scale'].includes(subresource) && !dryRun;

/**
The last of it since then. `resources`: in plural, of what is looked at; `namespace`: where, in the session's own unless given. Where
no action can be seen, what the shell tells is all there is.
*/
export function lastTried(
  world: World,
  since: number,
  resources: readonly string[],
  namespace = world.kubernetes.namespace,
): FailedAttempt | undefined {
  const isHere = isWithin(namespace);
  const calls = callsSince(world, since);
  const made = calls.filter((each) => isMaking(each, resources));
  const done = made.findLast((each) => isHere(each) && each.code < 400)?.at ?? 0;
  // A namespace that is none refuses what goes there.
  const refused = made.findLast(({ code }) => code >= 400);
  const stray = made.findLast((each) => !isHere(each) && each.code < 400);
  const vain = lastInVain(world, since, client, made);
  const dry = lastDry(world, since, client, (each) => isMaking({ ...each, dryRun: false }, resources));
  const last = latest(
    dry,
    refused && refusal(refused, namespace),
    stray && strayed(stray, namespace, namespace !== world.kubernetes.namespace),
    vain && gaveUp(world, vain, vain.asked(calls), namespace),
  );
  return last && last.at > done ? last : undefined;
}

/** What a command came to that has made nothing: it was refused when it looked for what it was to change, or found it and gave up. */
function gaveUp(world: World, vain: Vain, asked: readonly KubernetesAction[], own: string): FailedAttempt | undefined {
  const last = asked.at(-1);
  const { line, code, at } = vain;
  if (last && isWrong(last)) return { ...refusal(last, own), at };
  if (!last) return { kind: 'client', ...clientGaveUp(vain, linesUntil(world, vain)) };
  // Where it ended well, nothing was to be changed.
  return code === 0 ? undefined : { kind: 'client', at, because: message('kube.client-looked', { line, code }) };
}

/** The last command like this, where it has made none of these calls, and when the one before it ended. */
function lastIdle({ shell }: World, since: number, like: RegExp, made: readonly KubernetesAction[]) {
  const commands = shell.commands(since);
  const index = commands.findLastIndex(({ line }) => like.test(line));
  const last = commands[index];
  const before = commands[index - 1]?.at ?? since;
  return last && hasAskedNothing(last.at, before, made) ? { ...last, before } : undefined;
}

/**
The last command like this, where it has made none of these calls: one that failed, or ended well though what it was to do came to nothing, as before
`|| true`. `asked`: what else it has asked of these.
*/
function lastInVain(world: World, since: number, like: RegExp, made: readonly KubernetesAction[]) {
  const last = lastIdle(world, since, like, made);
  if (!last) return undefined;
  // What nobody sees may well have been done.
  const mayBeVain = world.kubernetes.audited && isOutright.test(last.line) && !isQuiet.test(last.line);
  if (last.exitCode === 0 && !mayBeVain) return undefined;
  const asked = (calls: readonly KubernetesAction[]) =>
    calls.filter((each) => each.at <= last.at && !hasAskedNothing(last.at, last.before, [each]));
  return { line: last.line, code: last.exitCode, at: last.at, asked };
}

/** Not only a line that speaks of it, but one by which the client was to do it. */
const isOutright =
  /(?:^|[\s;|&(])(?:kubectl|k)(?:\s+-\S+(?:\s+[^-\s]\S*)?)*\s+(?:apply|create|run|replace|patch|edit|scale|set|expose|exec|attach|cp|debug)\s/;

/** An option that has the client only say or write something. */
const isQuiet = /\s(?:--help|-h|--local|--dry-run)(?![\w-])/;

const linesUntil = ({ shell }: World, { at }: Vain): readonly string[] =>
  shell.commands(0).flatMap((each) => (each.at < at ? each.line : []));

/** An option that has the client, or the API server, only say what it would do. */
const isDry = /\s--dry-run(?!=(?:none|false))(?![\w-])/;

/** What was only to be tried like this: the API server knows it of its own dry runs, of the client's the line tells. */
export function lastDry(
  world: World,
  since: number,
  like: RegExp,
  isMeant: (call: KubernetesAction) => boolean,
): FailedAttempt | undefined {
  const calls = callsSince(world, since);
  const tried = calls.findLast((each) => each.dryRun && each.code < 400 && isMeant(each));
  const changed = calls.filter(({ verb, dryRun }) => changing.has(verb) && !dryRun);
  const idle = lastIdle(world, since, like, changed);
  const typed = idle?.exitCode === 0 && isDry.test(idle.line) ? idle : undefined;
  const last = latest<{ readonly at: number }>(tried, typed);
  return last && { kind: 'dry', at: last.at, because: message('kube.dry-run'), attempt: false };
}

/** Why a command like this has changed nothing: it might not look for what it was to change, or has found nothing in another namespace. */
export function lastFruitless(world: World, since: number, like: RegExp, own: string): FailedAttempt | undefined {
  const calls = callsSince(world, since);
  const changed = calls.filter(({ verb, dryRun }) => changing.has(verb) && !dryRun);
  const idle = lastIdle(world, since, like, changed);
  const isOf = (each: KubernetesAction) => idle && each.at <= idle.at && !hasAskedNothing(idle.at, idle.before, [each]);
  const asked = calls.findLast((each) => isOf(each) && (isWrong(each) || !isWithin(own)(each)));
  return idle && asked && { ...(isWrong(asked) ? refusal(asked, own) : strayed(asked, own)), at: idle.at };
}

const intoPod = /(?:^|[\s;|&(])(?:kubectl|k9s|k)\s.*\b(?:exec|attach|cp|debug)\b/;

/** A line by which the learner wanted into a Pod, and whose client gave up before it asked anything of the cluster. */
export const lastGivenUp = (world: World, since: number): Refused | undefined => {
  const vain = lastInVain(world, since, intoPod, callsSince(world, since));
  return vain && clientGaveUp(vain, linesUntil(world, vain));
};

/** kubectl takes a program only behind `--`, by which it tells the program's words from its own. */
export function clientGaveUp({ line, code, at }: Vain, earlier: readonly string[] = []): Refused {
  const lacksDashes = /\bexec\b/.test(line) && !/\s--\s/.test(line);
  if (lacksDashes) return { at, because: message('kube.no-dashes', { line }) };
  const which = pointedElsewhere([...earlier, line]);
  const hint = which === undefined ? {} : { hint: message('kube.client-pointed', { which }) };
  // Nobody knows what it was that ended well.
  if (code === 0) return { at, because: message('kube.client-idle', { line }), attempt: false, ...hint };
  return { at, because: message('kube.client-failed', { line, code }), ...hint };
}

/** Whether the learner has made something of these resources, in plural, since then. False where no action can be seen. */
export const hasMade = (world: World, since: number, resources: readonly string[]): boolean =>
  callsSince(world, since).some((each) => isMaking(each, resources) && each.code < 400);

/** The other resource, in plural, of which the learner has made one of this name last, since then. */
export const namesakeOf = (
  world: World,
  since: number,
  name: string,
  resources: readonly string[],
  namespace = world.kubernetes.namespace,
): string | undefined =>
  callsSince(world, since)
    .filter(isWithin(namespace))
    .findLast(
      (each) =>
        each.verb === 'create' &&
        each.name === name &&
        isMaking(each, [each.resource]) &&
        each.code < 400 &&
        !resources.includes(each.resource),
    )?.resource;

/**
Tells of a name whether the learner has made or changed what is called so, or its scale, since then. Where no action can be seen, whether
any line was to do so.
*/
export function changesTo(
  world: World,
  since: number,
  resource: string,
  namespace = world.kubernetes.namespace,
): (name: string) => boolean {
  const commands = world.kubernetes.audited ? [] : world.shell.commands(since);
  const hasTyped = commands.some(({ line, exitCode }) => exitCode === 0 && client.test(line));
  const calls = callsSince(world, since).filter(isWithin(namespace));
  const names = new Set(
    calls.flatMap(({ name, ...each }) => (isMaking(each, [resource]) && each.code < 400 ? [name] : [])),
  );
  return (name) => hasTyped || names.has(name);
}

/** How soon before its end a command's calls come at most, where another one in another shell has ended in between; in ms. */
const soon = 1_000;

/** Whether a command that ended then has made none of these calls. `before`: when the command before it ended; all in ms. */
export const hasAskedNothing = (end: number, before: number, calls: readonly { readonly at: number }[]): boolean =>
  calls.every(({ at }) => at <= Math.min(before, end - soon));
