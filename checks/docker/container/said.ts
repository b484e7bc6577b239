import { type Message, message } from '../../../runner/api.ts';
import type { Expectation, Said } from '../../kit/expectation.ts';
import type { Subject } from '../../kit/subject.ts';
import { whyNotStarted } from '../failure.ts';
import { lineOf, programOf, wordsOf } from '../words.ts';
import { type Attempt, attemptOf } from './attempt.ts';

type Say = NonNullable<Expectation['say']>;

export const right = ({ name }: Subject, args: string): Message => message('container.runs', { name, args });
export const none = (args: string): Message => message('container.none', { args });

const attempt =
  (say: (name: string, attempt: Attempt) => Said): Say =>
  (subject) =>
    say(subject.name, attemptOf(subject));

/** What is said of a miss, by what has been missed. */
export const said = {
  args: (args: string) => attempt((name, each) => otherwise(name, each, args)),
  image: (wanted: string) =>
    attempt((name, { image }) => ({
      because: message('container.other-image', { name, image, wanted }),
      mismatch: { expected: wanted, actual: image },
    })),
  state: () => attempt((name, each) => whyStopped(name, each) ?? ended(name, each)),
  foreground: (args: string) =>
    attempt((name) => ({
      because: message('container.foreground', { name, args }),
      hint: message('container.foreground.hint'),
    })),
};

const created = (name: string): Said => ({
  because: message('container.created', { name }),
  hint: message('container.created.hint', { name }),
});

function ended(name: string, { state, exitCode: code = 0 }: Attempt): Said {
  if (state === 'created') return created(name);
  if (state === 'paused') return { because: message('container.paused', { name }) };
  return { because: message(state === 'restarting' ? 'container.restarting' : 'container.exited', { name, code }) };
}

/** What kept it from running what it was to run; undefined where it may have ended by itself. */
function whyStopped(name: string, { error, exitCode: code, command }: Attempt): Said | undefined {
  if (error) return whyNotStarted(name, error);
  const program = code === 126 || code === 127 ? programOf(command) : undefined;
  if (code === undefined || program === undefined) return undefined;
  return {
    because: message(code === 127 ? 'container.no-program' : 'container.no-execution', { name, program, code }),
    ...(/\s/.test(program) && { hint: message('container.quoted.hint', { program }) }),
  };
}

/** Other arguments: the learner's nearest miss. */
function otherwise(name: string, each: Attempt, args: string): Said {
  const { state, starts, brought, command, exitCode: code = 0 } = each;
  const actual = lineOf(command);
  const mismatch = { expected: args, actual };
  const values = { name, actual, expected: args };
  const why = whyStopped(name, each);
  if (why) return { ...why, mismatch };
  if (state === 'running' && starts) return { because: message('container.starts', { name }), attempt: false };
  if (state === 'running' || state === 'paused')
    return {
      because: message('container.other-args', values),
      mismatch,
      ...(brought && { hint: message('container.brought.hint', { args }) }),
    };
  // What it runs once it is started nobody knows yet: a shell's line may come to the same.
  if (state === 'created' && actual.includes(wordsOf(args).join(' '))) return created(name);
  if (state === 'created') return { because: message('container.other-args-created', values), mismatch };
  return { because: message('container.other-args-ended', { ...values, code }), mismatch };
}
