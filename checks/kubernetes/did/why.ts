import { type Act, type Message, message, type Reader } from '../../../runner/api.ts';
import type { Said } from '../../kit/expectation.ts';
import { idle, isWrong, mainWordsOf, opensShell, said, ways, wordsOf } from '../acts.ts';
import { refusal } from '../failedAttempts.ts';
import type { DidParams } from './check.ts';
import { among, type Deed, hintOf, isWay, isWorded, wantedAs } from './deed.ts';
import { traceOf } from './readings.ts';

const attempt = false;

/** Why a deed is not what is asked for; nothing where it is. */
export function whyNot(
  { act, typed, ran, debugs, watched, traces, target }: Deed,
  wanted: DidParams,
): Said | undefined {
  const what = wantedAs(wanted);
  const where = target ?? act?.resource ?? '';
  const none: Said = { because: message('kube.did.none', { what, where }), attempt };
  if (!act) return traces && traceOf(traces, wanted) ? undefined : none;
  const { ends, container, lists, reads, signals, refused } = wanted;
  const actual = said(act);
  const { outcome, subresource, command } = act;
  const isRefused = ends === 'refused' || typeof ends === 'number';
  if (isWrong(act) && !isRefused) return refusal(act);
  // Another check of the same step may have asked for just that.
  if (target !== undefined && act.name !== target)
    return { because: message('kube.did.elsewhere', { actual: act.name, what, where }), attempt };
  const hint = hintOf(where, wanted);
  if (subresource !== 'ephemeralcontainers' && !debugs && !among(act.container, container)) {
    const [first = ''] = [container ?? []].flat();
    return { because: message('kube.did.container', { actual: act.container, wanted: first, where }), ...hint };
  }
  const other: Said = { because: message('kube.did.other', { actual, what, where }), ...hint };
  if (!isWay(act, wanted) || !among(act.verb, wanted.verb)) return other;
  if (isRefused) return whyAnswered(act, ends);
  if (!ways.includes(subresource)) return undefined;
  const ranNothing = idle(act);
  if (ranNothing) return ranNothing;

  const programs = [wanted.program ?? []].flat();
  if (opensShell(act)) {
    const waits: Said = { because: message('kube.did.waits', { actual, what }), attempt };
    const isKnown = programs.length === 0 || (wanted.shell && outcome?.kind !== 'unseen');
    if (ran === false)
      return outcome?.kind === 'ended' ? { because: message('kube.did.left', { actual, what }) } : waits;
    if (subresource !== 'attach') return watched ? waits : isKnown ? undefined : other;
    if (!typed && !debugs && programs.length > 0)
      return { because: message('kube.did.silent', { actual, what }), attempt };
    return watched || !isKnown ? waits : undefined;
  }
  const isProgram = programs.length === 0 || wordsOf(act).some((each) => programs.includes(each));
  const isMeant = isProgram && isWorded(command.join(' '), wanted);
  const unfit = isMeant ? whyUnended(act, ends, what) : undefined;
  if (unfit) return unfit;
  if (watched) {
    if (reads) return { because: message('kube.did.unread', { actual, ...reads }) };
    if (lists) return { because: message('kube.did.unlisted', { actual }) };
    if (signals && isWorded(command.join(' '), wanted))
      return { because: message('kube.did.unsent', { actual, ...signals }) };
    const isMain = programs.length === 0 || mainWordsOf(act).some((each) => programs.includes(each));
    if (refused && isMain) return { because: message('kube.did.let', { actual, what }) };
    return isMain ? other : none;
  }
  if (isMeant) return undefined;
  // Another program may be a look around, or what another check of the same step asks for.
  return wanted.contains === undefined || isProgram ? other : none;
}

/** What became of the program, where that is why it does not count. Where no node shows it, that it was asked for is all there is. */
function whyUnended(act: Act, ends: DidParams['ends'], what: string): Said | undefined {
  const actual = said(act);
  const { outcome } = act;
  if (outcome?.kind === 'unseen') return { because: message('kube.did.unseen', { actual }), excused: true };
  if (ends === 'any') return undefined;
  if (outcome?.kind === 'running') return { because: message('kube.did.running', { actual }), attempt };
  if (outcome?.kind !== 'ended' || (outcome.code === 0) === (ends === 'well')) return undefined;
  const { code } = outcome;
  return {
    because: code === 0 ? message('kube.did.unfailed', { actual }) : message('kube.did.failed', { actual, code, what }),
  };
}

function whyAnswered(act: Act, ends: DidParams['ends']): Said | undefined {
  if (isWrong(act) && (ends === 'refused' || act.code === ends)) return undefined;
  const because = message('kube.did.unrefused', { actual: said(act), code: act.code });
  return typeof ends === 'number' ? { because, mismatch: { expected: `${ends}`, actual: `${act.code}` } } : { because };
}

/** What is said of a deed that is what is asked for. */
export function rightly({ act, traces, target = '' }: Deed, wanted: DidParams): Message {
  if (act) return isWrong(act) ? refusal(act).because : message('kube.did.done', { what: said(act) });
  const trace: Partial<Reader> = (traces && traceOf(traces, wanted)) ?? {};
  const { container = '', program = '' } = trace;
  const where = `${target}/${container}`;
  if (wanted.reads) return message('kube.did.read', { program, where, ...wanted.reads });
  if (wanted.refused) return message('kube.did.denied', { program, where });
  if (wanted.signals) return message('kube.did.sent', { where, ...wanted.signals });
  return message('kube.did.listed', { where });
}
