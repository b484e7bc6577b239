import { type Message, message } from '../words/message.ts';
import type { AnyCheck } from './defineCheck.ts';
import { distinct, type Others } from './distinct.ts';
import { type Alive, pending, type Verdict } from './verdict.ts';

/** What a verdict was judged on, as the journal keeps it: plain JSON. */
export type Evidence =
  | {
      readonly kind: 'observed';
      readonly observed: unknown;
      /** How long it has been so, in ms, for a check that wants it to stay so. */
      readonly steadyFor?: number;
      /** How long it must be so, in ms, as the lab says. */
      readonly stays?: number;
      /** How long it must be so, in ms, whatever the check wants: it has passed before, and what it asked for ended at once. */
      readonly mustStay?: number;
      /** Whose object must be one of its own: what others have. */
      readonly others?: Others;
      /** What became of the learner's last line, which the check has seen nothing of. It passes nothing and counts for nothing. */
      readonly line?: Message;
      /** What the lab says in place of the check's own words, by the id of what it replaces, its facts filled in. */
      readonly say?: Says;
    }
  /** Nothing was observed: the world did not answer, or what the check speaks about does not exist. */
  | { readonly kind: 'blocked'; readonly verdict: Verdict };

/** What is so, but not for long enough yet: for how long it must be, in ms, and the processes that must live on. */
export type Waiting = { readonly stays: number; readonly alive: readonly Alive[] };

type Says = Readonly<Record<string, { readonly en: string; readonly ja: string }>>;

const none: Others = { taken: [], shared: [] };

/** The verdict on this evidence. Pure, so a journal judged again says the same. */
export const verdictOn = (check: AnyCheck, params: unknown, evidence: Evidence): Verdict =>
  judgedOn(check, params, evidence).verdict;

/** The same and, where nothing but time is missing, what is waited for. */
export function judgedOn(
  check: AnyCheck,
  params: unknown,
  evidence: Evidence,
): { readonly verdict: Verdict; readonly waiting?: Waiting } {
  if (evidence.kind === 'blocked') return { verdict: evidence.verdict };
  const judged = check.judge(evidence.observed, params);
  const verdict = judged.status === 'passed' ? distinct(judged, evidence.others ?? none) : saidBy(judged, evidence.say);
  const stays = Math.max(check.stays(params), evidence.stays ?? 0, evidence.mustStay ?? 0);
  if (verdict.status === 'pending' && (!verdict.attempt || verdict.vague) && evidence.line)
    return { verdict: pending(evidence.line, { attempt: true, excused: true }) };
  if (verdict.status !== 'passed' || (evidence.steadyFor ?? 0) >= stays) return { verdict };
  const waiting = { stays, alive: verdict.alive ?? [] };
  return { verdict: pending(message('stays.waiting', { seconds: stays / 1000 })), waiting };
}

/** In the lab's own words, where it has some for this and nothing is missing in them: what is and what should be stand beside it all the same. */
function saidBy(verdict: Verdict, says: Says = {}): Verdict {
  if (verdict.status !== 'pending') return verdict;
  const words = says[verdict.because.id] ?? says['*'];
  if (!words) return verdict;
  const { expected, actual } = { ...verdict.because.values, ...verdict.mismatch };
  const filled = (text: string) =>
    Object.entries({ expected, actual }).reduce(
      (now, [name, value]) => (value === undefined ? now : now.replaceAll(`\${${name}}`, () => String(value))),
      text,
    );
  const [en, ja] = [filled(words.en), filled(words.ja)];
  if ([en, ja].some((text) => /\$\{[a-z]/.test(text))) return verdict;
  return { ...verdict, because: message('check.say', { en, ja, instead: verdict.because.id }) };
}
