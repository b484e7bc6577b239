import { message } from '../../../runner/api.ts';
import type { Evidence, Refused } from '../../kit/judge.ts';
import type { Subject } from '../../kit/subject.ts';
import { type Act, isShell, isWrong, ways } from '../acts.ts';
import { clientGaveUp, latest, refusal, strayed } from '../tried.ts';
import type { DidParams } from './check.ts';
import type { Readings } from './readings.ts';

/** What the learner did: a call of the API, or the traces of it that were seen in the Pod. */
export type Deed = {
  readonly act?: Act;
  /** Whether anybody has typed in the shell that the call leads to. */
  readonly typed?: boolean;
  /** Not that it was asked for counts, but what was seen of it. */
  readonly watched?: boolean;
  readonly traces?: Readings;
  /** What it should be about: a Pod as it is called now, or an object. */
  readonly target?: string;
};

/** All that tells what the learner did. */
export type Seen = {
  /** The Pod's name now. */
  readonly pod?: string;
  /** Since the step opened, oldest first. */
  readonly acts: readonly Act[];
  /** Streams into the Pod that were open when the step opened. */
  readonly open: readonly Act[];
  /** The containers in whose shells somebody has typed. */
  readonly typed: readonly string[];
  /** What was read, where a check asks for that; unset where no node shows it. */
  readonly readings?: Readings;
  /** What was asked last of another namespace, and what a client gave up before it asked anything. */
  readonly stray?: {
    readonly namespace: string;
    readonly own: string;
    readonly code: number;
    readonly said?: string;
    readonly at: number;
  };
  readonly gaveUp?: { readonly line: string; readonly code: number; readonly at: number };
  /** A program that was run on the machine itself. */
  readonly onMachine?: { readonly program: string; readonly at: number };
};

type Wanted = Partial<DidParams>;

const listed = (given: string | readonly string[] = []): readonly string[] => [given].flat();

/** Whether a value is one of these; any is where none is given. */
export const among = (value: string, wanted: Wanted['verb']): boolean =>
  listed(wanted).length === 0 || listed(wanted).includes(value);

/** Ways by which a call may have led to what is asked for; none where it leads into no Pod. */
const waysTo = ({ subresource, program, lists, reads, signals }: Wanted): readonly string[] =>
  subresource === undefined && (program ?? lists ?? reads ?? signals) !== undefined ? ways : listed(subresource);

const resourceOf = ({ resource, pod }: Wanted): string | undefined =>
  resource ?? (pod === undefined ? undefined : 'pods');

/** Whether a call is one by which it could have been done. */
export function isWay(act: Act, wanted: Wanted): boolean {
  const subresources = waysTo(wanted);
  const resource = resourceOf(wanted) ?? act.resource;
  return (
    act.resource === resource &&
    (subresources.length === 0 ? act.subresource === '' : subresources.includes(act.subresource))
  );
}

/** What is asked for, in a few words. */
export const wantedAs = (wanted: Wanted): string => {
  const { program, reads, contains, verb } = wanted;
  const inside = [listed(program)[0], reads?.path ?? listed(contains)[0]].filter((each) => each !== undefined);
  const call = [listed(verb)[0], resourceOf(wanted), waysTo(wanted)[0]].filter((each) => each !== undefined);
  return inside.join(' … ') || call.join(' ');
};

/** Where to do it, in the shell's words. */
export const hintOf = (where: string, { container }: Wanted) => {
  const [name] = listed(container);
  return name === undefined ? {} : { hint: message('kube.did.hint', { pod: where, container: name }) };
};

/** What is seen, as what is judged: the calls by which it could have been done, the last of which is spoken of, and their traces. */
export function evidenceOf(seen: Seen, wanted: Wanted): Evidence<Deed> {
  const { pod, acts, open, typed, readings } = seen;
  const target = wanted.pod === undefined ? wanted.name : pod;
  const where = target ?? resourceOf(wanted) ?? '';
  const of = { ...(target !== undefined && { target }) };
  // What an attach leads to was there before, so that it is seen whether anything was typed in it.
  const isTyped = ({ container }: Act) => (container === '' ? typed.length > 0 : typed.includes(container));
  const subjectOf = (act: Act, fresh: boolean): Subject<Deed> => ({
    ...{ id: String(act.at), name: act.name, at: act.at, fresh, over: true },
    // What was begun before anybody watched is taken at its word.
    is: { act, typed: isTyped(act), watched: readings !== undefined && act.at >= readings.from, ...of },
  });
  const sought = acts.filter(
    (each) => isWay(each, wanted) || (isWrong(each) && each.resource === (resourceOf(wanted) ?? each.resource)),
  );
  const used = wanted.shell === false || readings ? [] : open.filter((each) => isShell(each) && isTyped(each));
  const at = readings?.all.findLast(({ own }) => own)?.at ?? 0;
  const obstacle = latest(whyElsewhere(seen), seen.gaveUp && clientGaveUp(seen.gaveUp), onMachine(seen, where, wanted));
  return {
    subjects: [
      ...sought.map((each) => subjectOf(each, true)),
      ...used.map((each) => subjectOf(each, false)),
      ...(readings ? [{ id: 'traces', name: where, at, fresh: false, is: { traces: readings, ...of } }] : []),
    ],
    ...(obstacle && { obstacle }),
    elsewhere: { because: message('kube.did.none', { what: wantedAs(wanted), where }), attempt: false },
  };
}

const whyElsewhere = ({ stray }: Seen): Refused | undefined =>
  stray && (stray.code >= 400 ? refusal(stray) : strayed(stray, stray.own));

function onMachine({ onMachine: typed, readings }: Seen, where: string, wanted: Wanted): Refused | undefined {
  const outside = readings?.all.findLast(({ container }) => container === undefined);
  const last = outside && outside.at > (typed?.at ?? 0) ? outside : typed;
  if (!last) return undefined;
  const because = message('kube.did.on-machine', { program: last.program, where });
  return { at: last.at, because, ...hintOf(where, wanted) };
}
