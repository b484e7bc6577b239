import { type Message, message } from '../../../runner/api.ts';
import { isReplaced } from '../../kit/disguise.ts';
import type { Said } from '../../kit/expectation.ts';
import type { Subject } from '../../kit/subject.ts';
import { whyNotStarted } from '../failure.ts';
import { lastPart, lineOf, programOf, wordsOf } from '../words.ts';
import type { Attempt, Wanted } from './source.ts';

type Say = (subject: Subject<Attempt>) => Said;

export function right({ name }: Subject, { args }: Wanted, others: readonly Subject[]): Message {
  if (others.length === 0) return message('container.runs', { name, args });
  return message('container.run', { names: [name, ...others.map((each) => each.name)].join(' '), args });
}

/** Another image than the one that is asked for, or one that has only its name. */
export const otherImage =
  ({ image: wanted }: Wanted): Say =>
  ({ name, is: { image } }) =>
    image.replace(/:latest$/, '') === wanted
      ? { because: message('container.namesake', { name, image }) }
      : {
          because: message('container.other-image', { name, image, wanted }),
          mismatch: { expected: wanted, actual: image },
        };

export const inForeground =
  ({ args }: Wanted): Say =>
  ({ name }) => ({
    because: message('container.foreground', { name, args }),
    hint: message('container.foreground.hint'),
  });

const created = (name: string): Said => ({
  because: message('container.created', { name }),
  hint: message('container.created.hint', { name }),
});

/** It is what was asked for, and does not run. */
export const stopped: Say = ({ name, is }) => {
  const { state, exitCode: code = 0 } = is;
  const why = whyStopped(name, is);
  if (why) return why;
  if (state === 'created') return created(name);
  if (state === 'paused') return { because: message('container.paused', { name }) };
  return { because: message(state === 'restarting' ? 'container.restarting' : 'container.exited', { name, code }) };
};

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

function inDisguise(name: string, disguise: string, args: string): Said {
  const [program = ''] = wordsOf(args);
  const because = isReplaced(disguise)
    ? message('container.replaced', { name, path: disguise, program: lastPart(program) })
    : message('container.disguised', { name, program: disguise, args });
  return { because, mismatch: { expected: program, actual: disguise } };
}

/** Other arguments: the learner's nearest miss. */
export const otherArgs =
  ({ args }: Wanted): Say =>
  ({ name, is }) => {
    const { state, starts, brought, disguise, command, exitCode: code = 0 } = is;
    const actual = lineOf(command);
    const mismatch = { expected: args, actual };
    const values = { name, actual, expected: args };
    const why = whyStopped(name, is);
    if (why) return { ...why, mismatch };
    if (state === 'running' && starts) return { because: message('container.starts', { name }), attempt: false };
    // What it runs once it is started nobody knows yet: a shell's line may come to the same.
    if (state === 'created' && actual.includes(wordsOf(args).join(' '))) return created(name);
    if (state === 'created') return { because: message('container.other-args-created', values), mismatch };
    if (state !== 'running' && state !== 'paused')
      return { because: message('container.other-args-ended', { ...values, code }), mismatch };
    if (disguise !== undefined) return inDisguise(name, disguise, args);
    const hint = brought && { hint: message('container.brought.hint', { args }) };
    return { because: message('container.other-args', values), mismatch, ...hint };
  };
