import type { KubernetesAction, Pod, PodProcess } from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import { ways, withOutcomes } from '../acts.ts';
import { containerCalled, isCalled, podCalled } from '../pods.ts';
import { callsSince, isWithin, lastGivenUp } from '../tried.ts';
import type { SignalledParams } from './check.ts';
import { evidenceOf, type Kill, keptShape, type Process, type Seen, type Signals } from './seen.ts';

/** A child that came so soon after its parent belongs to how it began, in clock ticks of 10 ms: it is none that a signal made. */
const beginning = 100;

/** How servers mark what keeps them from going on: nginx, and others that write a level. */
const trouble = /\[(?:emerg|alert|crit|error)\]/;

/** The process that is to be signalled, and what the learner has done about signals. */
export const signals = ({ pod: reference, container: name, process }: SignalledParams): Source<Signals> => ({
  noun: process,
  async read(world, _, { since, signal, kept: given }) {
    const { kubernetes, now: clock } = world;
    const all = keptShape.safeParse(given).data;
    const pods = await kubernetes.pods(signal);
    const pod = podCalled(pods, reference);
    const container = pod && containerCalled(pod, name);
    if (!pod || !container) return { subjects: [], kept: all };
    const { uid } = pod;
    const before = all?.uid === uid ? all : { seen: [], kills: [] };
    // The log first: what children there are by the time that a signal was heard of is then known not to be from before.
    const log = await kubernetes.logLines(pod, name, signal);
    const running = await kubernetes.processes(pod, undefined, signal);
    const at = await clock();
    const heard = log
      .filter((each) => each.at >= since)
      .flatMap((each) =>
        (/signal \d+ \(SIG\w+\) received.*/.exec(each.text) ?? []).map((text) => ({ at: each.at, text })),
      );
    const main = running.find((each) => each.container === container.id && isCalled(each, process));
    const now = main && { ...processOf(main, running), at };
    const isFirst = all?.uid === undefined || (all.uid === uid && before.seen.length === 0);
    const seen = now ? withSeen(before.seen, now, isFirst) : before.seen;
    const calls = callsSince(world, since);
    const isHere = isWithin(kubernetes.namespace);
    const known = new Set(before.kills.map((each) => each.at));
    // What a PID led to is told once: later it may be another's, or nobody's.
    const fresh = calls.filter(
      (each) =>
        isExec(each) && isHere(each) && each.name === pod.name && each.at >= pod.createdAt && !known.has(each.at),
    );
    const kills = fresh.flatMap(({ at, command, container: where = '' }) =>
      killsIn(command.join(' ')).map(({ signal, pids }): Kill => {
        const targets = pids.map((pid) => ({ pid, line: lineAt(pid, where, pod, running) }));
        return { at, signal, targets, seen: seen.length, heard: heard.length };
      }),
    );
    const ended = withOutcomes(kubernetes.actions(0), pod, await kubernetes.execs(pod, signal));
    const told = (each: Kill): Kill => {
      const outcome = ended.find((act) => act.at === each.at)?.outcome;
      return outcome?.kind === 'ended' ? { ...each, code: outcome.code } : each;
    };
    const last = heard.at(-1)?.at;
    const unheeded = log.findLast((each) => last !== undefined && each.at >= last && trouble.test(each.text))?.text;
    const elsewhere = calls.findLast(
      (each) =>
        isExec(each) &&
        !(isHere(each) && each.name === pod.name) &&
        killsIn(each.command.join(' ')).some(({ signal }) => signal === 'HUP'),
    );
    const gaveUp = lastGivenUp(world, since);
    // `kubectl replace --force` looks until the old one is gone.
    const isPast = (each: KubernetesAction) =>
      each.code === 404 && isHere(each) && pods.some(({ name }) => name === each.name);
    const refused = calls.findLast((each) => each.code >= 400 && leadsInto(each) && !isPast(each));
    const whole: Seen = {
      ...{ pod: pod.name, seen, heard, kills: [...before.kills, ...kills].map(told) },
      // What nginx tells of signals is a notice, as what it says as it starts.
      tells: log.some(({ text }) => /\[notice\]/.test(text)),
      ...(now && { now }),
      ...(unheeded !== undefined && { unheeded: unheeded.trim() }),
      ...(elsewhere && { elsewhere: placeOf(elsewhere, isHere(elsewhere)) }),
      ...(gaveUp && { gaveUp }),
      ...(refused && { refused }),
    };
    return { ...evidenceOf(whole), kept: { uid, seen, kills: whole.kills } };
  },
});

const isExec = ({ subresource, code }: KubernetesAction): boolean => subresource === 'exec' && code < 400;

const leadsInto = ({ resource, subresource = '', verb, name }: KubernetesAction): boolean =>
  resource === 'pods' && name !== undefined && (ways.includes(subresource) || verb === 'get');

const placeOf = ({ name = '', namespace = '', at }: KubernetesAction, isHere: boolean) =>
  isHere ? { name, at } : { name, namespace, at };

/** What has this PID where it was typed: in a Pod that shares, everywhere the same. */
function lineAt(pid: number, where: string, pod: Pod, running: readonly PodProcess[]): string {
  const id = containerCalled(pod, where)?.id;
  const found = running.find((each) => each.insidePid === pid && (pod.sharesProcesses || each.container === id));
  return found ? found.args.join(' ') || found.name : '';
}

const processOf = ({ pid, insidePid, startTicks, container }: PodProcess, running: readonly PodProcess[]) => ({
  ...{ pid, inside: insidePid, start: startTicks },
  children: running
    .filter((each) => each.parent === pid && each.container === container)
    .map((each) => [each.pid, each.startTicks, each.insidePid].join(' ')),
});

/**
Each process once, as it was first seen with children; those of its own beginning that come later belong to that, too. The first
one that was seen began before anybody could do anything about it, so all that it has then is of its beginning.
*/
function withSeen(before: readonly Process[], now: Process, isFirst: boolean): readonly Process[] {
  const initial = now.children.filter((each) => Number(each.split(' ')[1]) - now.start <= beginning);
  const known = before.find((each) => each.pid === now.pid && each.start === now.start);
  if (!known) return [...before, isFirst ? now : { ...now, children: initial }];
  // However long a slow computer takes until there are any.
  const whole =
    known.children.length === 0 ? now : { ...known, children: [...new Set([...known.children, ...initial])] };
  return before.map((each) => (each === known ? whole : each));
}

/** What `kill` is told in a command line; a PID that is only known in a shell is left out. */
export function killsIn(command: string): readonly { readonly signal: string; readonly pids: readonly number[] }[] {
  return [...command.matchAll(/\bkill\b((?:\s+(?:-s\s+\w+|-\w+|\d+))+)/g)].map(([, given = '']) => {
    const named = /(?:^|\s)-(?:s\s+)?(\w+)/.exec(given)?.[1] ?? 'TERM';
    const signal = named.toUpperCase().replace(/^SIG/, '');
    const pids = [...given.matchAll(/(?:^|\s)(\d+)(?=\s|$)/g)].map(([, pid]) => Number(pid));
    return { signal: signal === '1' ? 'HUP' : signal, pids };
  });
}
