import { type Act, message } from '../../../runner/api.ts';
import type { Observation, Refused } from '../../kit/judge.ts';
import type { Subject } from '../../kit/subject.ts';
import { isWrong, mainWordsOf, opensShell, says, ways } from '../acts.ts';
import { latest } from '../failedAttempts.ts';
import type { DidParams } from './check.ts';
import type { Readings } from './readings.ts';
import { hasStarted, type Starts } from './starts.ts';

/** What the learner did: a call of the API, or the traces of it that were seen in the Pod. */
export type Deed = {
  readonly act?: Act;
  /** Whether anybody has typed in the shell that the call leads to. */
  readonly typed?: boolean;
  /** Whether the shell that the call has opened has started anything; unset where nobody can tell, or what is asked for needs no process. */
  readonly ran?: boolean;
  /** It leads into a container that was added to look around in the Pod. */
  readonly debugs?: boolean;
  /** Not that it was asked for counts, but what was seen of it. */
  readonly watched?: boolean;
  readonly traces?: Readings;
  /** What it should be about: a Pod as it is called now, or an object. */
  readonly target?: string;
};

/** All that tells what the learner did. */
export type DidEvidence = {
  /** The Pod's name now. */
  readonly pod?: string | undefined;
  /** Since the step opened, oldest first. */
  readonly acts: readonly Act[];
  /** Streams into the Pod that were open when the step opened. */
  readonly open: readonly Act[];
  /** The containers in whose shells somebody has typed. */
  readonly typed: readonly string[];
  readonly readings?: Readings | undefined;
  readonly starts?: Starts | undefined;
  /** Names of the other Pods beside it. */
  readonly others?: readonly string[];
  /** What came to nothing, or went elsewhere. */
  readonly obstacle?: Refused | undefined;
  /** The same of another Pod, told where nothing was tried in this one. */
  readonly aside?: Refused | undefined;
  /** A program that was run on the machine itself. */
  readonly onMachine?: { readonly program: string; readonly at: number } | undefined;
};

type Wanted = Partial<DidParams>;

const listed = (given: string | readonly string[] = []): readonly string[] => [given].flat();

/** Whether a value is one of these; any is where none is given. */
export const among = (value: string, wanted: Wanted['verb']): boolean =>
  listed(wanted).length === 0 || listed(wanted).includes(value);

/** Ways by which a call may have led to what is asked for; none where it leads into no Pod. */
const waysTo = ({ subresource, program, lists, reads, signals, refused }: Wanted): readonly string[] =>
  subresource === undefined && (program ?? lists ?? reads ?? signals ?? refused) !== undefined
    ? ways
    : listed(subresource);

const resourceOf = ({ resource, pod }: Wanted): string | undefined =>
  resource ?? (pod === undefined ? resource : 'pods');

/** Whether a call is one by which it could have been done. */
export function isWay({ resource, subresource }: Act, wanted: Wanted): boolean {
  const subresources = waysTo(wanted);
  const isThat = subresources.length === 0 ? subresource === '' : subresources.includes(subresource);
  return isThat && resource === (resourceOf(wanted) ?? resource);
}

/** Whether a command line has what it must, as a text and by a pattern. */
export const isWorded = (line: string, { contains, matches }: Wanted): boolean =>
  says(line, contains) && (matches === undefined || new RegExp(matches).test(line));

/** What is asked for, in a few words. */
export function wantedAs(wanted: Wanted): string {
  const { program, reads, contains, verb } = wanted;
  const inside = [listed(program)[0], reads?.path ?? listed(contains)[0]].filter((each) => each !== undefined);
  const call = [listed(verb)[0], resourceOf(wanted), waysTo(wanted)[0]].filter((each) => each !== undefined);
  return inside.join(' … ') || call.join(' ');
}

/** Where to do it, in the shell's words. */
export function hintOf(where: string, { container }: Wanted) {
  const [name] = listed(container);
  return name === undefined ? {} : { hint: message('kube.did.hint', { pod: where, container: name }) };
}

/** Another program in the Pod than those that are asked for, which may be another check's, or a look around. */
const isBeside = (act: Act, { program, contains }: Wanted): boolean =>
  contains !== undefined &&
  program !== undefined &&
  ways.includes(act.subresource) &&
  !isWrong(act) &&
  !opensShell(act) &&
  act.outcome?.kind !== 'unstarted' &&
  !mainWordsOf(act).some((each) => listed(program).includes(each));

/** Of the calls those that are spoken of: what was tried in the Pod, else what was done there, else what was done elsewhere. */
function spokenOf(calls: readonly Act[], isElsewhere: (act: Act) => boolean, wanted: Wanted) {
  const here = calls.filter((each) => !isElsewhere(each));
  const tried = here.filter((each) => !isBeside(each, wanted));
  return { tried, told: [tried, here, calls].find((each) => each.length > 0) ?? [] };
}

/** What is seen, as what is judged: the calls by which it could have been done, the last of which is spoken of, and their traces. */
export function evidenceOf(
  { pod, others = [], acts, open, typed, readings, starts, ...seen }: DidEvidence,
  wanted: Wanted,
): Observation<Deed> {
  const target = wanted.pod === undefined ? wanted.name : pod;
  const resource = resourceOf(wanted);
  const where = target ?? resource ?? '';
  const of = { ...(target !== undefined && { target }) };
  // What an attach leads to was there before, so that it is seen whether anything was typed in it.
  const isTyped = ({ container }: Act) => (container === '' ? typed.length > 0 : typed.includes(container));
  const subjectOf = (act: Act, fresh: boolean): Subject<Deed> => ({
    ...{ id: String(act.at), name: act.name, at: act.at, fresh, over: true },
    // What was begun before anybody watched is taken at its word.
    is: {
      ...{ act, typed: isTyped(act), watched: readings !== undefined && act.at >= readings.from, ...of },
      ...hasStarted(act, starts),
      ...(readings?.debuggers.includes(act.container) && { debugs: true }),
    },
  });
  const sought = acts.filter(
    (each) => isWay(each, wanted) || (isWrong(each) && each.resource === (resource ?? each.resource)),
  );
  const used = wanted.shell === false || readings ? [] : open.filter((each) => opensShell(each) && isTyped(each));
  const at = readings?.all.findLast(({ own }) => own)?.at ?? 0;
  const outside = readings?.all.findLast(({ container }) => container === undefined);
  const machine = latest<{ program: string; at: number }>(outside, seen.onMachine);
  const onMachine = machine && {
    ...{ at: machine.at, ...hintOf(where, wanted) },
    because: message('kube.did.on-machine', { program: machine.program, where }),
  };
  const { tried, told } = spokenOf(sought, ({ name }) => name !== target && others.includes(name), wanted);
  const obstacle = latest(seen.obstacle, onMachine, tried.length > 0 ? undefined : seen.aside);
  return {
    subjects: [
      ...told.map((each) => subjectOf(each, true)),
      ...used.map((each) => subjectOf(each, false)),
      ...(readings ? [{ id: 'traces', name: where, at, fresh: false, is: { traces: readings, ...of } }] : []),
    ],
    ...(obstacle && { obstacle }),
    elsewhere: { because: message('kube.did.none', { what: wantedAs(wanted), where }), attempt: false },
  };
}
