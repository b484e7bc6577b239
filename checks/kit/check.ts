import {
  type AnyCheck,
  type CheckContext,
  defineCheck,
  type Found,
  type Message,
  type World,
  type z,
} from '../../runner/api.ts';
import type { Expectation } from './expectation.ts';
import { type Asked, type Evidence, judgeNearest } from './judge.ts';
import type { Subject } from './subject.ts';

/** Where subjects come from. It looks and decides nothing. */
export type Source = {
  /** What the learner calls one of them: `container`, `process`, `Deployment`. */
  readonly noun: string;
  /** What is there, of each subject the fields at these paths and no others. */
  read(world: World, paths: readonly string[], context: CheckContext): Promise<Evidence>;
};

/** What `defineCheck` takes besides, as it is there. */
type Given = Partial<Pick<AnyCheck, 'sees' | 'binds' | 'needsRunning' | 'takesAway' | 'settles'>>;

type Spec<Params> = Given & {
  readonly name: string;
  readonly about: string;
  readonly params: z.ZodType<Params>;
  readonly from: (params: Params) => Source;
  readonly wakesOn: readonly string[];
  readonly stays?: (params: Params) => number;
  readonly adversaries?: (params: Params) => ReturnType<AnyCheck['adversaries']>;
  /** The name that it must have; any unless given. */
  readonly called?: (params: Params) => string | undefined;
  readonly expect: (params: Params) => readonly Expectation[];
  readonly found?: (subject: Subject, params: Params) => Found;
  /** Said where one is right; the kit's own sentence unless given. */
  readonly right?: (subject: Subject, params: Params) => Message;
  /** Said where there is none that could be meant; the kit's own sentence unless given. */
  readonly none?: (params: Params) => Message;
};

/** What must be so: looked at again after it has passed, until the step ends. */
export const stateCheck = <Params>(spec: Spec<Params>): AnyCheck => checkOf(spec, { lasting: true });

/** What must have been done since the step opened. */
export const actionCheck = <Params>(spec: Spec<Params>): AnyCheck => checkOf(spec, { action: true });

function checkOf<Params>(spec: Spec<Params>, { lasting = false, action = false }): AnyCheck {
  const { from, called, expect, found, right, none, ...check } = spec;
  const asked = (params: Params): Asked => {
    const name = called?.(params);
    return {
      ...{ noun: from(params).noun, expect: expect(params), action },
      ...(name !== undefined && { called: name }),
      ...(found && { found: (subject) => found(subject, params) }),
      ...(right && { right: (subject) => right(subject, params) }),
      ...(none && { none: none(params) }),
    };
  };
  return defineCheck<Params, Evidence>({
    ...{ settles: true, lasting, ...check },
    observe: (world, params, context) =>
      from(params).read(world, [...new Set(expect(params).map(({ path }) => path))], context),
    judge: (evidence, params) => judgeNearest(evidence, asked(params)),
  });
}
