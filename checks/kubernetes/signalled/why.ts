import { message } from '../../../runner/api.ts';
import type { Said } from '../../kit/expectation.ts';
import type { SignalledParams } from './check.ts';
import { type Kill, refuses, type Signals } from './seen.ts';

/** How much later than it was said a line may be written down, in ms. Where it is less, a quick learner is believed needlessly. */
const lag = 1_000;

/** How long after a signal had come a server may write that down, in ms: what was written so soon after it was first watched may be of one that nobody saw. */
const soon = 100;

/** From which exit code on a shell says something else than the program's own (bash(1), EXIT STATUS). */
const byShell = 126;

/** The signal that a process begins anew on. */
const wanted = 'SIGHUP';

/** Whether the process has as many new children as there were, because it was told so; and how many there were, and are new. */
export function begunAnew({ now, seen, heard, tells, got, unheeded = '' }: Signals) {
  const then = seen.find((each) => each.pid === now?.pid && each.start === now.start);
  const children = now?.children ?? [];
  const heeded = heard.find(({ text }) => text.includes(wanted) && !/ignor/i.test(text));
  const sender = Number(/received from (\d+)/.exec(heeded?.text ?? '')?.[1] ?? 0);
  // Whoever is quick has signalled it before the first look, which then sees its new children, too.
  const isHasty = then !== undefined && heeded !== undefined && heeded.at < then.at + lag;
  // From outside of its namespace, nothing tells new from old any more: then it is believed.
  const earlier = isHasty && sender === 0 ? [] : (then?.children.filter((each) => !isYounger(each, sender)) ?? []);
  const [before, fresh] = [earlier.length, children.filter((each) => !earlier.includes(each)).length];
  // As a step opens, children of an earlier signal may be on their way out, and were counted with the others.
  const allNew = heeded !== undefined && fresh === children.length;
  // Anybody may write a line, so what the kernel has seen decides. Where it shows nothing: children may be seen before what the container said is
  // read, and where it tells of signals, silence says nothing yet.
  const isTold = heeded !== undefined || (heard.length === 0 && !tells);
  const isUnwatched = got === undefined || (heeded !== undefined && heeded.at < got.from + soon);
  const isHeard = (got?.at !== undefined || (isUnwatched && isTold)) && !refuses(unheeded, now?.inside);
  const right = (before > 0 || sender > 0 || isHasty) && fresh > 0 && (allNew || fresh >= before) && isHeard;
  return {
    right,
    before,
    fresh,
    hasHeard: got?.at !== undefined || (isUnwatched && heeded !== undefined),
    isLater: then !== undefined && seen.length > 1 && then === seen.at(-1),
  };
}

/** Whether a child was made after the process that sent the signal: in one process namespace PIDs are given in order. A sender outside of it is 0. */
const isYounger = (child: string, sender: number): boolean => sender > 0 && Number(child.split(' ')[2] ?? 0) > sender;

/** What happened instead of a signal by which the process has begun anew. */
export function whyNot(pod: string, is: Signals, { container, process }: SignalledParams): Said | undefined {
  const { now, seen, heard, kills, unheeded } = is;
  const values = { pod, container, process };
  if (!now)
    return seen.length > 0
      ? { because: message('kube.signalled.ended', values) }
      : { because: message('kube.process.none', { where: `${pod}/${container}`, process }) };
  const { right, before, fresh, hasHeard, isLater } = begunAnew(is);
  if (right) return undefined;
  if (now.stopped) return { because: message('kube.signalled.stopped', { process, pid: now.inside }) };
  if (hasHeard && unheeded !== undefined && (fresh === 0 || refuses(unheeded, now.inside)))
    return { because: message('kube.signalled.unheeded', { process, said: unheeded }) };
  const restarted = { because: message('kube.signalled.restarted', { ...values, pid: now.inside }) };
  const kill = kills.at(-1);
  if (kill && hasEnded(kill, is)) return restarted;
  const other = kill && whyOther(kill, heard.length > kill.heard, process, fresh > 0);
  if (other) return other;
  const last = heard.at(-1)?.text ?? '';
  if (last.includes(wanted) && /ignor/i.test(last)) return { because: message('kube.signalled.child', { process }) };
  if (isLater) return restarted;
  if (fresh > 0) return { because: message('kube.signalled.killed', { process, count: fresh, all: before }) };
  return { because: message('kube.signalled.none', { ...values, count: before }), attempt: false };
}

/** Whether the process has ended since, or of this very `kill`, which was looked at too late to see it. */
function hasEnded({ signal, targets, seen: then }: Kill, { seen }: Signals): boolean {
  const former = seen.slice(0, -1).map(({ inside }) => inside);
  return (
    seen.length > then || (signal !== 'HUP' && targets.some(({ pid, line }) => line === '' && former.includes(pid)))
  );
}

/** What an exec's `kill` was told to signal, where that is not what it should have. `spoke`: what the container has said of a signal since. */
function whyOther(
  { signal, targets, code = 0 }: Kill,
  spoke: boolean,
  process: string,
  hasNew: boolean,
): Said | undefined {
  const meant = targets.find(({ line }) => line.startsWith(process));
  // It has sent nothing, so that what has happened since is of something else.
  if (signal === '0')
    return hasNew || targets[0] === undefined
      ? undefined
      : { because: message('kube.signalled.asked', { pid: (meant ?? targets[0]).pid, process }) };
  if (meant && signal !== 'HUP')
    return { because: message('kube.signalled.other-signal', { signal: `SIG${signal}`, process }) };
  if (meant)
    return !spoke && !hasNew && code !== 0
      ? { because: message('kube.signalled.not-allowed', { process, pid: meant.pid, code }) }
      : undefined;
  const [target] = targets;
  // A name or a number that is none, or none at all: what it wrote says which.
  if (!target && !spoke && !hasNew && code > 0 && code < byShell)
    return { because: message('kube.signalled.nobody', { code, process }) };
  const isChild = target?.line.startsWith(process.split(':')[0] ?? process);
  // What the container has said since is of another signal, sent where nobody sees it.
  if (!target || (spoke && !isChild)) return undefined;
  const { pid, line } = target;
  if (/(?:^|\/)pause$/.test(line)) return { because: message('kube.signalled.pause', { pid }) };
  if (line === '') return hasNew ? undefined : { because: message('kube.signalled.no-such', { pid }) };
  if (!isChild) return { because: message('kube.signalled.other', { pid, line, process }) };
  return signal === 'HUP' ? { because: message('kube.signalled.child', { process }) } : undefined;
}
