import { message, pending, type Verdict } from '../../../runner/api.ts';
import { isShell, said, wordsOf } from '../act.ts';
import { type Act, endedAs, isWrong } from '../acts.ts';
import { whyGivenUp } from '../client.ts';
import type { DidEvidence, DidParams, Stray } from './check.ts';
import { says } from './command.ts';
import type { Sought } from './verdict.ts';

const list = (given: DidParams['verb']): readonly string[] => (given === undefined ? [] : [given].flat());

/** What the learner did instead, or that nothing was done yet. */
export function whyNot(
  evidence: DidEvidence,
  wanted: DidParams,
  { target, resource, subresources, isWay, isThere }: Sought,
): Verdict {
  const { acts, typed, onMachine, readings } = evidence;
  const what = wantedAs(wanted, subresources);
  const where = target ?? resource ?? '';
  const container = list(wanted.container)[0] ?? '';
  const hint = container === '' ? undefined : message('kube.did.hint', { pod: where, container });
  const more = { attempt: true, ...(hint && { hint }) };
  const last = acts.findLast((each) => (isWay(each) || isWrong(each)) && each.resource === (resource ?? each.resource));
  const outside = readings?.all.findLast((each) => each.container === undefined);
  const machine = outside && outside.at > (onMachine?.at ?? 0) ? outside : onMachine;
  const { stray, gaveUp } = evidence;
  const before = Math.max(last?.at ?? 0, machine?.at ?? 0);
  if (gaveUp && gaveUp.at > Math.max(before, stray?.at ?? 0)) return pending(whyGivenUp(gaveUp), { attempt: true });
  if (stray && stray.at > before) return whyStray(stray);
  if (machine && machine.at > (last?.at ?? 0))
    return pending(message('kube.did.on-machine', { program: machine.program, where }), more);
  if (!last) return pending(message('kube.did.none', { what, where }));
  if (isWrong(last))
    return pending(message('kube.refused', { said: last.said ?? String(last.code) }), { attempt: true });
  if (target !== undefined && last.name !== target)
    // Another check of the same step may have asked for just that.
    return pending(message('kube.did.elsewhere', { actual: last.name, what, where }));
  const actual = said(last);
  if (last.subresource === 'attach' && isThere(last))
    return pending(message(typed.includes(last.container) ? 'kube.did.waits' : 'kube.did.silent', { actual, what }));
  if (!isThere(last))
    return pending(message('kube.did.container', { actual: last.container, wanted: container, where }), more);
  const unfit = whyUnfit(last, evidence, wanted, what);
  // Another program may be a look around, or what another check of the same step asks for.
  const isNear = wanted.contains === undefined || runsOneOf(last, wanted);
  if (unfit) return unfit;
  if (!isNear) return pending(message('kube.did.none', { what, where }));
  return pending(message('kube.did.other', { actual, what, where }), more);
}

const whyStray = ({ namespace, own, code, said }: Stray): Verdict =>
  code >= 400
    ? pending(message('kube.refused', { said: said ?? String(code) }), { attempt: true })
    : pending(message('kube.stray', { namespace, own }), {
        attempt: true,
        mismatch: { expected: own, actual: namespace },
      });

const runsOneOf = (act: Act, wanted: DidParams): boolean =>
  wordsOf(act).some((each) => list(wanted.program).includes(each));

/** What became of the exec that came last, where that is why it does not count. */
function whyUnfit(last: Act, { readings }: DidEvidence, wanted: DidParams, what: string): Verdict | undefined {
  const actual = said(last);
  const { outcome } = last;
  if (outcome?.kind === 'unstarted') {
    const [program = ''] = last.command;
    return pending(message('kube.did.unstarted', { actual, program }), { attempt: true, ...spaced(program) });
  }
  if (outcome?.kind === 'unreached')
    return pending(message('kube.did.unreached', { actual }), { attempt: true, excused: true });
  if (isShell(last)) return readings && pending(message('kube.did.waits', { actual, what }));
  const isMeant = says(last.command.join(' '), wanted.contains) && runsOneOf(last, wanted);
  if (isMeant && outcome?.kind === 'unseen')
    return pending(message('kube.did.unseen', { actual }), { attempt: true, excused: true });
  if (isMeant && outcome?.kind === 'ended' && !endedAs(outcome.code, wanted.ends)) {
    const worked = message('kube.did.unfailed', { actual });
    const failed = message('kube.did.failed', { actual, code: outcome.code, what });
    return pending(outcome.code === 0 ? worked : failed, { attempt: true });
  }
  if (isMeant && outcome?.kind === 'running') return pending(message('kube.did.running', { actual }));
  if (!readings) return undefined;
  if (wanted.reads) return pending(message('kube.did.unread', { actual, ...wanted.reads }), { attempt: true });
  return pending(message('kube.did.unlisted', { actual }), { attempt: true });
}

/** A program's name with blanks in it is most often a command that was put into quotes. */
const spaced = (program: string) => (program.includes(' ') ? { hint: message('kube.did.quoted', { program }) } : {});

const wantedAs = (
  { verb, program: programs, contains, resource, reads }: DidParams,
  subresources: readonly string[],
): string =>
  [list(programs)[0], reads?.path ?? list(contains)[0]]
    .filter((each) => each !== undefined)
    .join(' … ')
    .trim() || [list(verb)[0], resource, subresources[0]].filter((each) => each !== undefined).join(' ');
