import type { Look } from '../../session/core.ts';
import type { SessionEvent } from '../../session/event.ts';

/** What is known of one check of a step: how often it was looked at, and the last few looks, the newest first. */
export type LooksOfCheck = { readonly count: number; readonly last: readonly Look[] };

type Answered = Extract<SessionEvent, { readonly type: 'question.answered' }>;

/** Every look at the lab's checks since the machine was made, and the last answer to each question. */
export type Looks = {
  readonly checks: ReadonlyMap<string, LooksOfCheck>;
  readonly answers: ReadonlyMap<string, Answered>;
};

export const noLooks: Looks = { checks: new Map(), answers: new Map() };

const kept = 4;

const key = (step: string, part: string | number): string => `${step} ${part}`;

export function withLook(looks: Looks, look: Look): Looks {
  const id = key(look.step, look.check);
  const { count, last } = looks.checks.get(id) ?? { count: 0, last: [] };
  // Looking again and again while a wake settles is still about that wake.
  const cause = look.topic.startsWith('settle') ? last.find(({ wokenAt }) => wokenAt === look.wokenAt) : undefined;
  const others = last.filter((each) => each !== cause);
  const list = [cause ? { ...look, topic: cause.topic } : look, ...others];
  const next: LooksOfCheck = { count: count + 1, last: list.slice(0, kept) };
  return { ...looks, checks: new Map([...looks.checks, [id, next]]) };
}

export const withAnswer = (looks: Looks, answer: Answered): Looks => ({
  ...looks,
  answers: new Map([...looks.answers, [key(answer.step, answer.question), answer]]),
});

/** Without what was seen of these steps, whose checks are others now. */
export const without = (looks: Looks, steps: readonly string[]): Looks => {
  const keeps = ([id]: readonly [string, unknown]) => !steps.some((step) => id.startsWith(`${step} `));
  return {
    checks: new Map([...looks.checks].filter(keeps)),
    answers: new Map([...looks.answers].filter(keeps)),
  };
};

export const looksOf = (looks: Looks, step: string, check: number): LooksOfCheck | undefined =>
  looks.checks.get(key(step, check));

export const answerTo = (looks: Looks, step: string, question: string): Answered | undefined =>
  looks.answers.get(key(step, question));
