import { type Message, type Mismatch, shown } from '../../runner/api.ts';
import { quantity, sameAmount } from './quantity.ts';
import type { Fields, Subject } from './subject.ts';

/** What is told of a miss. */
export type Said = {
  readonly because: Message;
  readonly mismatch?: Mismatch;
  readonly hint?: Message;
  readonly excused?: boolean;
  /** It tells that a line failed, and not why. */
  readonly vague?: true;
  /** It is nothing that the learner tries just now. */
  readonly attempt?: false;
  /** What was to be done is done, as far as it can be seen, and takes its time. */
  readonly underWay?: true;
  /** It is no fault of the learner's: nothing can be told. */
  readonly blame?: 'machine';
};

/** Weighs how much a miss tells that another subject was meant; and what is spoken of first. */
export type Rank = 'identity' | 'part' | 'state';

/** Which of the kit's sentences tells of a miss. */
export type Operator = 'equal' | 'atLeast' | 'atMost' | 'matches' | 'includes' | 'absent' | 'present';

export type Expectation<Is extends Fields = Fields> = {
  /** As the learner writes it: `--memory`, `spec.replicas`. */
  readonly of: string;
  /** Where the value stands in what is known of a subject. */
  readonly path: string;
  readonly rank: Rank;
  readonly operator: Operator;
  readonly expected: string;
  fits(actual: unknown, is: Is): boolean;
  /** A better sentence than the kit's own; undefined where that one will do. */
  readonly say?: (subject: Subject<Is>, mismatch: Mismatch) => Said | undefined;
};

/** What must be so of a subject as a whole, where no one field tells it. */
export type Whole<Is extends Fields> = {
  readonly rank: Rank;
  /** What is wrong; nothing where it is right. */
  readonly why: (subject: Subject<Is>) => Said | undefined;
};

/** Tells also of what stands as it stood before the step opened, though that is nothing that was tried and missed. */
export const alsoOfOld = <Is extends Fields>({ rank, why }: Whole<Is>): Whole<Is> => ({
  rank,
  why: (subject) => {
    const said = why(subject);
    return said && !subject.fresh && said.attempt !== false ? { ...said, excused: true } : said;
  },
});

/** `of`: the path unless given. `rank`: `part` unless given. */
export type More = Partial<Pick<Expectation, 'of' | 'rank' | 'say'>>;

const make =
  (operator: Operator, expected: string, fits: Expectation['fits']) =>
  (path: string, more: More): Expectation => ({
    ...{ of: path, rank: 'part', ...more },
    ...{ path, operator, expected, fits },
  });

type Builder<Wanted> = (path: string, wanted: Wanted | undefined, more?: More) => readonly Expectation[];

/** What no operator tells: it is so by all that is known of a subject. */
export const holds = <Is extends Fields>(
  of: string,
  fits: (is: Is) => boolean,
  more: Pick<Expectation<Is>, 'say'> & { readonly rank: Rank },
): Expectation<Is> => ({ ...more, of, path: of, operator: 'present', expected: '', fits: (_, is) => fits(is) });

/** Nothing is expected where nothing is asked for. */
const builder =
  <Wanted>(expectation: (wanted: Wanted) => (path: string, more: More) => Expectation): Builder<Wanted> =>
  (path, wanted, more = {}) =>
    wanted === undefined ? [] : [expectation(wanted)(path, more)];

/** The value at the path is this one; amounts may be written in any unit. */
export const equal = builder<unknown>((wanted) =>
  make('equal', shown(wanted), (actual) => shown(actual) === shown(wanted) || sameAmount(shown(actual), shown(wanted))),
);

/** The value at the path is this very text, whatever amount it may write. */
export const exactly = builder<string>((wanted) => make('equal', wanted, (actual) => shown(actual) === wanted));

export const atLeast = builder<string | number>((wanted) =>
  make('atLeast', shown(wanted), (actual) => quantity(shown(actual)) >= quantity(shown(wanted))),
);

export const atMost = builder<string | number>((wanted) =>
  make('atMost', shown(wanted), (actual) => quantity(shown(actual)) <= quantity(shown(wanted))),
);

/** A regular expression occurs in the value, any line of it or any item. */
export const matches = builder<string>((wanted) =>
  make('matches', wanted, (actual) => itemsOf(actual).some((each) => new RegExp(wanted, 'm').test(each))),
);

/** A list has this item, a mapping this key. */
export const includes = builder<unknown>((wanted) =>
  make('includes', shown(wanted), (actual) => itemsOf(actual).includes(shown(wanted))),
);

const isNothing = (value: unknown): boolean => ['', '[]', '{}'].includes(shown(value));

/** Nothing stands there, or nothing is in it; `false`: something does. */
export const absent = builder<boolean>((wanted) =>
  wanted ? make('absent', '', isNothing) : make('present', '', (actual) => !isNothing(actual)),
);

function itemsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(shown);
  return typeof value === 'object' && value !== null ? Object.keys(value) : [shown(value)];
}
