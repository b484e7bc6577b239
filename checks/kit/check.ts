import {
  type AnyCheck,
  type CheckContext,
  defineCheck,
  type Found,
  isSame,
  type Message,
  type World,
  type z,
} from '../../runner/api.ts';
import type { Expectation, Said, Whole } from './expectation.ts';
import { type Asked, judgeNearest, type Observation } from './judge.ts';
import type { Fields, Subject } from './subject.ts';

/** Where subjects come from. It looks and decides nothing. */
export type Source<Is extends Fields = Fields> = {
  /** What the learner calls one of them: `container`, `process`, `Deployment`. */
  readonly noun: string;
  /** What is there, of each subject the fields at these paths and no others. */
  read(world: World, paths: readonly string[], context: CheckContext): Promise<Observation<Is>>;
};

/** What `defineCheck` takes besides, as it is there. */
type Given = Partial<
  Pick<AnyCheck, 'sees' | 'asks' | 'binds' | 'needsRunning' | 'takesAway' | 'settles' | 'costly' | 'echoes' | 'lasting'>
>;

type Spec<Params, Is extends Fields> = Given & {
  readonly name: string;
  readonly about: string;
  readonly params: z.ZodType<Params>;
  readonly from: (params: Params) => Source<Is>;
  readonly wakesOn: readonly string[];
  readonly stays?: (params: Params) => number;
  readonly keeps?: (evidence: Observation<Is>) => unknown;
  readonly adversaries?: (params: Params) => ReturnType<AnyCheck['adversaries']>;
  /** The name that it must have; any unless given. */
  readonly called?: (params: Params) => string | undefined;
  readonly expect: (params: Params) => readonly (Expectation<Is> | Whole<Is>)[];
  readonly found?: (subject: Subject<Is>, params: Params) => Found;
  /** Said where one is right, and others that are as well; the kit's own sentence unless given. */
  readonly right?: (subject: Subject<Is>, params: Params, others: readonly Subject<Is>[]) => Message;
  /** Said where there is none that could be meant, and where none may be; the kit's own sentence unless given. `about`: as its source tells it. */
  readonly none?: (params: Params, about: string) => Message;
  /** How many must be right; any number but none unless given. */
  readonly count?: (params: Params) => number | undefined;
  /** Said of those that are right, where they are too many or too few. */
  readonly miscounted?: (all: readonly Subject<Is>[], params: Params) => Said;
};

/** What must be so: looked at again after it has passed, until the step ends. */
export const stateCheck = <Params, Is extends Fields = Fields>(spec: Spec<Params, Is>): AnyCheck =>
  checkOf(spec, { lasting: true });

/** What must have been done since the step opened. */
export const actionCheck = <Params, Is extends Fields = Fields>(spec: Spec<Params, Is>): AnyCheck =>
  checkOf(spec, { action: true });

function checkOf<Params, Is extends Fields>(spec: Spec<Params, Is>, { lasting = false, action = false }): AnyCheck {
  const { from, called, expect, found, right, none, count, miscounted, ...check } = spec;
  const asked = (params: Params, about: string): Asked<Is> => {
    const name = called?.(params);
    const wanted = count?.(params);
    return {
      ...{ noun: from(params).noun, expect: expect(params), action },
      ...(name !== undefined && { called: name }),
      ...(found && { found: (subject) => found(subject, params) }),
      ...(right && { right: (subject, others) => right(subject, params, others) }),
      ...(none && { none: none(params, about) }),
      ...(wanted !== undefined && { count: wanted }),
      ...(miscounted && { miscounted: (all) => miscounted(all, params) }),
    };
  };
  const pathsOf = (params: Params) => expect(params).flatMap((each) => ('path' in each ? [each.path] : []));
  return defineCheck<Params, Observation<Is>>({
    ...{ settles: true, lasting, ...check },
    async observe(world, params, context) {
      const { subjects, ...more } = await from(params).read(world, [...new Set(pathsOf(params))], context);
      const isTaken = (subject: Subject<Is>) =>
        found !== undefined && context.taken?.some((each) => isSame(each, found(subject, params))) === true;
      return { ...more, subjects: subjects.map((each) => (isTaken(each) ? { ...each, taken: true as const } : each)) };
    },
    keeps: ({ kept }) => kept,
    judge: (evidence, params) => judgeNearest(evidence, asked(params, evidence.about ?? '')),
  });
}
