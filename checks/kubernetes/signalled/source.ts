import { type Act, type KubernetesWorld, type Pod, type PodProcess, signalName } from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import { isCalled } from '../../kit/command.ts';
import { idle, isPast, isWrong, ways } from '../acts.ts';
import { isWithin, lastGivenUp, latest, refusal } from '../failedAttempts.ts';
import { containerCalled, podCalled } from '../pods.ts';
import type { SignalledParams } from './check.ts';
import { elsewhere, evidenceOf, type Kill, keptShape, type Process, refuses, type Signals } from './seen.ts';

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
    const got = now && (await gotBy(now, kubernetes, pod, name, since, signal));
    const seen = now ? withSeen(before.seen, now, isFirst) : before.seen;
    const acts = (await kubernetes.acts(pod, signal)).filter((each) => each.at >= since);
    const isHere = isWithin(kubernetes.namespace);
    const isMeant = (each: Act) => isHere(each) && each.name === pod.name;
    const kills = acts
      .filter((each) => isExec(each) && isMeant(each) && each.at >= pod.createdAt && !idle(each))
      .flatMap((act) => {
        const { at, command, container: where, outcome } = act;
        // What a PID led to is told once: later it may be another's, or nobody's.
        const told = before.kills.filter((each) => each.at === at);
        const all =
          told.length > 0
            ? told
            : killsIn(command.join(' ')).map(
                ({ signal, pids }): Kill => ({
                  ...{ at, signal, targets: pids.map((pid) => ({ pid, line: lineAt(pid, where, pod, running) })) },
                  ...{ seen: seen.length, heard: heard.length },
                }),
              );
        return all.map((each) => (outcome?.kind === 'ended' ? { ...each, code: outcome.code } : each));
      });
    // A server may tell of its children's ends as of signals, too.
    const last = heard.findLast(({ text }) => text.includes('SIGHUP'))?.at;
    const after = log.filter((each) => last !== undefined && each.at >= last);
    // What becomes of its children is no reason: that it cannot begin anew is.
    const unheeded = (
      after.findLast(({ text }) => refuses(text, now?.inside)) ?? after.findLast(({ text }) => trouble.test(text))
    )?.text;
    const isOtherPod = ({ name }: Act) => name !== pod.name && pods.some((each) => each.name === name);
    /** In another Pod: not meant for this one. */
    const isAside = (each: Act) => isOtherPod(each) || (!isHere(each) && each.name !== pod.name);
    const other = acts.findLast(
      (each) =>
        isExec(each) && !isMeant(each) && killsIn(each.command.join(' ')).some(({ signal }) => signal === 'HUP'),
    );
    const gaveUp = lastGivenUp(world, since);
    const refused = acts.filter((each) => isWrong(each) && leadsInto(each) && !(isHere(each) && isPast(each, pods)));
    const refusedHere = refused.findLast((each) => !isAside(each));
    const refusedAside = refused.findLast(isAside);
    const elsewhereAs = other && elsewhere(other.at, other.name, isHere(other) ? undefined : other.namespace, pod.name);
    const is: Signals = {
      ...{ seen, heard, kills },
      // What nginx tells of signals is a notice, as what it says as it starts.
      tells: log.some(({ text }) => /\[notice\]/.test(text)),
      ...(now && { now }),
      ...(got && { got }),
      ...(unheeded !== undefined && { unheeded: unheeded.trim() }),
    };
    const never = acts.filter(isMeant).flatMap((each) => idle(each) ?? []);
    const obstacle = latest(
      never.at(-1),
      refusedHere && refusal(refusedHere, kubernetes.namespace),
      gaveUp,
      other && !isAside(other) ? elsewhereAs : undefined,
    );
    const aside = latest(
      refusedAside && refusal(refusedAside, kubernetes.namespace),
      other && isAside(other) ? elsewhereAs : undefined,
    );
    return { ...evidenceOf(pod.name, is, obstacle, aside), kept: { uid, seen, kills } };
  },
});

/** Whether the kernel has let it have the signal since then, which no line of a log proves. */
async function gotBy(
  { pid, inside }: Process,
  kubernetes: KubernetesWorld,
  pod: Pod,
  container: string,
  since: number,
  signal: AbortSignal,
): Promise<Signals['got']> {
  const seen = await kubernetes.readers(pod, { container, signal: 'HUP', pid: inside, received: true }, signal);
  const at = seen?.all.findLast((each) => each.pid === pid && each.at >= since)?.at;
  return seen && { from: seen.from, ...(at !== undefined && { at }) };
}

const isExec = (act: Act): boolean => act.subresource === 'exec' && !isWrong(act);

const leadsInto = ({ resource, subresource, verb, name }: Act): boolean =>
  resource === 'pods' && name !== '' && (ways.includes(subresource) || verb === 'get');

/** What has this PID where it was typed: in a Pod that shares, everywhere the same. */
function lineAt(pid: number, where: string, pod: Pod, running: readonly PodProcess[]): string {
  const id = containerCalled(pod, where)?.id;
  const found = running.find((each) => each.insidePid === pid && (pod.sharesProcesses || each.container === id));
  return found ? found.args.join(' ') || found.name : '';
}

const processOf = ({ pid, insidePid, startTicks, container, stopped }: PodProcess, running: readonly PodProcess[]) => ({
  ...{ pid, inside: insidePid, start: startTicks, ...(stopped && { stopped }) },
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
  return [...command.matchAll(/\bkill\b((?:\s+(?:-[sn]\s+\w+|-\w+|\d+))+)/g)].map(([, given = '']) => {
    const named = /(?:^|\s)-(?:[sn]\s+)?(\w+)/.exec(given)?.[1] ?? 'TERM';
    const signal = /^\d+$/.test(named) ? signalName(Number(named)) : named.toUpperCase().replace(/^SIG/, '');
    const pids = [...given.matchAll(/(?:^|\s)(\d+)(?=\s|$)/g)].map(([, pid]) => Number(pid));
    return { signal, pids };
  });
}
