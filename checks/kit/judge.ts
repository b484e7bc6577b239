import {
  errored,
  type Found,
  type Message,
  message,
  nearest,
  passed,
  pending,
  type Verdict,
} from '../../runner/api.ts';
import type { Expectation, Rank, Said, Whole } from './expectation.ts';
import { missOf } from './said.ts';
import type { Fields, Subject } from './subject.ts';

/** What kept an attempt from coming to anything, told unless something came after it: what a server refused, a client that gave up. */
export type Obstacle = Said & {
  /** Unset of what stands in the way now, whatever was tried. */
  readonly at?: number;
};

/** An obstacle that was met by what was tried then. */
export type Refused = Obstacle & { readonly at: number };

/** What a check has seen. */
export type Observation<Is extends Fields = Fields> = {
  readonly subjects: readonly Subject<Is>[];
  /** What is asked about, or where it was looked, as the learner knows it: told where nothing is there. */
  readonly about?: string;
  readonly obstacle?: Obstacle;
  /** What was done elsewhere, told where nothing nearer is. */
  readonly elsewhere?: Said;
  /** There is no such place, so that nothing is known of what it has. */
  readonly nowhere?: Said;
  /** What the next look must know of this one. */
  readonly kept?: unknown;
};

export type Asked<Is extends Fields = Fields> = {
  readonly noun: string;
  /** The name that it must have; any unless given. */
  readonly called?: string;
  readonly expect: readonly (Expectation<Is> | Whole<Is>)[];
  readonly found?: (subject: Subject<Is>) => Found;
  /** Said where one is right; the kit's own sentence unless given. */
  readonly right?: (subject: Subject<Is>, others: readonly Subject<Is>[]) => Message;
  /** Said where there is none that could be meant. */
  readonly none?: Message;
  /** How many must be right; any number but none unless given. */
  readonly count?: number;
  /** Said of those that are right, where they are too many or too few; the sentence for none unless given. */
  readonly miscounted?: (all: readonly Subject<Is>[]) => Said;
  /** It is about what was done, so the time of that is told: for the next step it counts no more. */
  readonly action?: boolean;
};

type Miss = { readonly rank: Rank; readonly said: Said };
type Judged = { readonly subject: Pick<Subject, 'name' | 'at' | 'fresh'>; readonly misses: readonly Miss[] };

const weights: Readonly<Record<Rank, number>> = { identity: 100, part: 10, state: 1 };
const order: readonly Rank[] = ['identity', 'part', 'state'];

/** Of one that is quite another it does not matter what else it lacks. */
const cost = (each: Judged): number =>
  each.misses
    .filter(({ rank }) => rank === 'identity' || !isOther(each))
    .reduce((sum, { rank }) => sum + weights[rank], 0);
const late = (one: Judged, other: Judged): number => other.subject.at - one.subject.at;
const taken = ({ taken }: Pick<Subject, 'taken'>): number => (taken ? 1 : 0);
const isOther = ({ misses }: Judged): boolean => misses.some(({ rank }) => rank === 'identity');

/** Passes for any subject that is right; else speaks about the nearest: the fewest and lightest misses, then the latest. */
export function judgeNearest<Is extends Fields>(
  { subjects, obstacle, elsewhere, nowhere }: Observation<Is>,
  asked: Asked<Is>,
): Verdict {
  if (nowhere) return told(nowhere, true);
  const { noun, called, expect, found, action = false } = asked;
  const judged = subjects
    .filter(({ going }) => !going)
    .map((subject) => ({
      subject,
      misses: expect.flatMap((each): readonly Miss[] => {
        const said = missOf(noun, subject, each);
        return said ? [{ rank: each.rank, said }] : [];
      }),
    }));
  const named = judged.filter(({ subject: { name, also } }) => called === undefined || [name, also].includes(called));
  // Of what was done the first counts: what came after it is the next step's.
  const first = (one: Judged, other: Judged) => (action ? late(other, one) : late(one, other));
  const whole = named.filter(({ misses }) => misses.length === 0).toSorted(first);
  const [right, ...others] = whole.map(({ subject }) => subject).toSorted((one, other) => taken(one) - taken(other));
  if (asked.count === 0 && !right) return passed(noneOf(asked));
  if (asked.count !== undefined && right && whole.length !== asked.count) {
    const all = [right, ...others];
    const said = asked.miscounted?.(all) ?? { because: noneOf(asked) };
    return told(said, action || all.some(({ fresh }) => fresh));
  }
  if (right)
    return passed(
      asked.right?.(
        right,
        others.filter(({ taken }) => !taken),
      ) ?? message('kit.right', { noun, name: right.name }),
      {
        ...(found && { found: found(right), alternatives: others.map(found) }),
        alive: [right, ...others].flatMap(({ alive = [] }) => alive),
        ...(action && { at: right.at }),
      },
    );

  // What stood there before and is not even alike is none that the learner means, unless they are to mend it.
  const meant = named.filter((each) => each.subject.fresh || called !== undefined || !isOther(each));
  const isPast = (each: (typeof meant)[number]) =>
    each.subject.over && meant.some((other) => other.subject.fresh && late(each, other) > 0);
  const near = meant
    .filter((each) => !isPast(each))
    .toSorted((one, other) => cost(one) - cost(other) || late(one, other))[0];
  if (obstacle && (obstacle.at ?? Number.POSITIVE_INFINITY) >= (near?.subject.at ?? 0)) return told(obstacle, true);
  const miss = near?.misses.toSorted((one, other) => order.indexOf(one.rank) - order.indexOf(other.rank))[0];
  if (near && miss) return told(miss.said, near.subject.fresh || action);
  return otherwise(asked, judged, elsewhere);
}

function told({ because, mismatch, hint, excused, vague, blame, attempt, underWay }: Said, tried: boolean): Verdict {
  if (blame) return errored(blame, because);
  return pending(because, {
    // What never came to anything was no attempt at it.
    ...((tried || excused) && attempt !== false && !underWay && !vague && { attempt: true }),
    ...(underWay && { underWay }),
    ...(mismatch && { mismatch }),
    ...(hint && { hint }),
    ...(excused && { excused }),
    ...(vague && { vague }),
  });
}

/** Nothing that could be meant is there. */
function otherwise(
  asked: Pick<Asked, 'noun' | 'called' | 'none'> & { readonly expect: readonly unknown[] },
  judged: readonly Judged[],
  elsewhere: Said | undefined,
): Verdict {
  const { noun, called, expect } = asked;
  const fresh = judged.filter(({ subject }) => subject.fresh);
  const names = fresh.map(({ subject }) => subject.name);
  const alike = () =>
    nearest(called ?? '', names) ??
    fresh.findLast(({ misses }) => expect.length > 0 && misses.length === 0)?.subject.name;
  const other = called === undefined ? undefined : alike();
  if (called !== undefined && other !== undefined)
    return pending(message('kit.other-name', { noun, actual: other, name: called }), {
      attempt: true,
      mismatch: { expected: called, actual: other },
    });
  if (elsewhere) return told(elsewhere, true);
  return pending(noneOf(asked));
}

const noneOf = ({ none, noun, called }: Pick<Asked, 'none' | 'noun' | 'called'>): Message =>
  none ?? (called === undefined ? message('kit.none', { noun }) : message('kit.absent', { noun, name: called }));
