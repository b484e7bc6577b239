import { message, passed, pending, type Verdict } from '../../../runner/api.ts';
import { whyGivenUp } from '../client.ts';
import type { Kill, SignalledEvidence, SignalledParams } from './check.ts';

/** How much later than it was said a line may be written down, in ms. Where it is less, a quick learner is believed needlessly. */
const lag = 1_000;

/** The signal that a process begins anew on. */
const wanted = 'SIGHUP';

/** Passes where the same process has as many new children as there were; else says what happened instead. */
export function judgeSignalled(
  evidence: SignalledEvidence,
  { pod: reference, container, process }: SignalledParams,
): Verdict {
  const { pod, now, seen, heard, tells, kills } = evidence;
  if (pod === undefined) return pending(message('kube.no-pod', { name: reference }));
  if (!now) {
    const ended = message('kube.signalled.ended', { pod, container, process });
    const none = message('kube.process.none', { where: `${pod}/${container}`, process });
    return pending(seen.length > 0 ? ended : none, { attempt: true });
  }
  const then = seen.find((each) => each.pid === now.pid && each.start === now.start);
  const heeded = heard.find(({ text }) => text.includes(wanted) && !/ignor/i.test(text));
  const hasHeard = heeded !== undefined;
  const sender = Number(/received from (\d+)/.exec(heeded?.text ?? '')?.[1] ?? 0);
  // Whoever is quick has signalled it before the first look, which then sees its new children, too.
  const isHasty = then !== undefined && hasHeard && heeded.at < then.at + lag;
  // From outside of its namespace, nothing tells new from old any more: then it is believed.
  const earlier = isHasty && sender === 0 ? [] : (then?.children.filter((each) => !isYounger(each, sender)) ?? []);
  const before = earlier.length;
  const fresh = now.children.filter((each) => !earlier.includes(each)).length;
  const values = { pod, container, process };
  // As a step opens, children of an earlier signal may be on their way out, and were counted with the others.
  const allNew = hasHeard && fresh === now.children.length;
  // Children may be seen before what the container said is read: where it tells of signals, silence says nothing yet.
  const isHeard = hasHeard || (heard.length === 0 && !tells);
  if ((before > 0 || sender > 0 || isHasty) && fresh > 0 && (allNew || fresh >= before) && isHeard)
    return passed(message('kube.signalled.right', { ...values, pid: now.inside, count: fresh }));

  const kill = kills.at(-1);
  const { gaveUp, elsewhere, unheeded, refused } = evidence;
  const done = Math.max(kill?.at ?? 0, heard.at(-1)?.at ?? 0);
  if (refused && refused.at > Math.max(done, elsewhere?.at ?? 0, gaveUp?.at ?? 0))
    return pending(message('kube.refused', { said: refused.said }), { attempt: true });
  if (gaveUp && gaveUp.at > Math.max(done, elsewhere?.at ?? 0)) return pending(whyGivenUp(gaveUp), { attempt: true });
  if (elsewhere && elsewhere.at > done) return whyElsewhere(elsewhere, pod);
  if (hasHeard && fresh === 0 && unheeded !== undefined)
    return pending(message('kube.signalled.unheeded', { process, said: unheeded }), { attempt: true });
  const restarted = pending(message('kube.signalled.restarted', { ...values, pid: now.inside }), { attempt: true });
  if (kill && hasEnded(kill, evidence)) return restarted;
  const other = kill && whyOther(kill, evidence, process, fresh > 0);
  if (other) return other;
  const last = heard.at(-1)?.text ?? '';
  if (last.includes(wanted) && /ignor/i.test(last))
    return pending(message('kube.signalled.child', { process }), { attempt: true });
  if (seen.length > 1 && seen.at(-1) === then) return restarted;
  if (fresh > 0)
    return pending(message('kube.signalled.killed', { process, count: fresh, all: before }), { attempt: true });
  return pending(message('kube.signalled.none', { ...values, count: before }));
}

function whyElsewhere({ name, namespace }: NonNullable<SignalledEvidence['elsewhere']>, pod: string): Verdict {
  if (namespace !== undefined)
    return pending(message('kube.signalled.stray', { name, namespace, pod }), { attempt: true });
  // Another check of the same step may have asked for just that.
  return pending(message('kube.signalled.elsewhere', { name, pod }));
}

/** Whether a child was made after the process that sent the signal: in one process namespace PIDs are given in order. A sender outside of it is 0. */
function isYounger(child: string, sender: number): boolean {
  const inside = Number(child.split(' ')[2] ?? 0);
  return sender > 0 && inside > sender;
}

/** Whether the process has ended since, or of this very `kill`, which was looked at too late to see it. */
function hasEnded({ signal, targets, seen: then }: Kill, { seen }: SignalledEvidence): boolean {
  const former = seen.slice(0, -1).map(({ inside }) => inside);
  return (
    seen.length > then || (signal !== 'HUP' && targets.some(({ pid, line }) => line === '' && former.includes(pid)))
  );
}

/** What an exec's `kill` was told to signal, where that is not what it should have. */
function whyOther(
  { signal, targets, heard: then, code }: Kill,
  { now, heard }: SignalledEvidence,
  process: string,
  hasNew: boolean,
): Verdict | undefined {
  const meant = targets.find(({ line }) => line.startsWith(process));
  if (meant) {
    if (signal === 'HUP' && heard.length === then && !hasNew && code !== undefined && code !== 0)
      return pending(message('kube.signalled.not-allowed', { process, pid: meant.pid, code }), { attempt: true });
    if (signal === 'HUP') return undefined;
    return pending(message('kube.signalled.other-signal', { signal: `SIG${signal}`, process }), { attempt: true });
  }
  const target = targets[0];
  if (!target || !now) return undefined;
  // What the container has said since is of another signal, sent where nobody sees it.
  if (heard.length > then && !target.line.startsWith(process.split(':')[0] ?? process)) return undefined;
  if (/(?:^|\/)pause$/.test(target.line))
    return pending(message('kube.signalled.pause', { pid: target.pid }), { attempt: true });
  if (target.line === '')
    return hasNew ? undefined : pending(message('kube.signalled.no-such', { pid: target.pid }), { attempt: true });
  if (signal === 'HUP' && target.line.startsWith(process.split(':')[0] ?? process))
    return pending(message('kube.signalled.child', { process }), { attempt: true });
  if (target.line.startsWith(process.split(':')[0] ?? process)) return undefined;
  return pending(message('kube.signalled.other', { pid: target.pid, line: target.line, process }), { attempt: true });
}
