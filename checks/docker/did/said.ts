import { type Message, message } from '../../../runner/api.ts';
import { type Expectation, holds, type Rank, type Said } from '../../kit/expectation.ts';
import type { Subject } from '../../kit/subject.ts';
import { whyNotRun } from '../failure.ts';
import type { DidParams } from './check.ts';
import { type Deed, endedWell, hasCome, hasShown, isOfFile, isWanted } from './deed.ts';

export function right({ name, is: { by, what, of } }: Subject<Deed>, { list }: DidParams): Message {
  if (by === 'run') return message('exec.done', { name, what });
  if (list !== undefined) return message('listed.done', { what: list });
  return what === 'top' ? message('exec.top', { name: of }) : message('did.called', { call: what, name: of });
}

const firstOf = (one: string | readonly string[] = ''): string => [one].flat()[0] ?? '';

export function none({ list, exec, call }: DidParams, name: string): Message {
  if (list !== undefined) return message('listed.none', { what: list });
  return exec
    ? message('exec.none', { name, program: firstOf(exec.program) })
    : message('did.none', { call: firstOf(call), name });
}

type Say = (name: string, deed: Deed) => Message | Said;

/** What a deed must be, and what is said of one that is not. A call that does not count is no miss where a program is asked for. */
export function expect(wanted: DidParams): readonly Expectation<Deed>[] {
  const { exec, list, outcome } = wanted;
  const program = firstOf(exec?.program);
  const lists = exec?.lists ?? '';
  const what = list ?? '';
  const nothing = (name: string): Said => ({ because: none(wanted, name), attempt: false });
  const isWhole = (deed: Deed) => [isWanted, hasCome, hasShown].every((each) => each(deed, wanted)) && deed.here;
  const hasFailed = (deed: Deed) => !hasCome(deed, wanted);

  return [
    must('identity', (deed) => !exec || deed.by !== 'call' || isWhole(deed), nothing),
    must(
      'identity',
      ({ here }) => here,
      (name, deed) => {
        if (deed.by === 'call') return message('did.other', { call: deed.what, actual: deed.of, name });
        return isWanted(deed, wanted) ? message('exec.elsewhere', { name, other: deed.of, program }) : nothing(name);
      },
    ),
    must(
      'identity',
      (deed) => deed.error !== undefined || isWanted(deed, wanted),
      (name, { by, kind, of, exit, ...deed }) => {
        if (by === 'call' && deed.what === 'inspect') return message('listed.one', { name: of, what });
        if (by === 'call') return message('listed.other', { actual: `${kind}s`, what });
        if (by === 'line' && list) return message('listed.processes', { what });
        if (by === 'line')
          return { because: message('exec.on-machine', { name, program }), hint: message('exec.hint', { name }) };
        // What else was run to make a file is no miss.
        if (isOfFile(wanted)) return nothing(name);
        if (exit === 127) return message('exec.not-found-within', { name, what: deed.what });
        return message('exec.other', { name, actual: deed.what, program });
      },
    ),
    must(
      'part',
      (deed) => !hasFailed(deed),
      (name, { by, what: call, names, error = '', of }) => {
        if (by === 'run') return whyNotRun(name, call, firstOf(names), error);
        if (list) return message('listed.refused', { what });
        return message(outcome === 'ok' ? 'did.refused' : 'did.not-refused', { call, name: of });
      },
    ),
    must(
      'part',
      (deed) => hasFailed(deed) || endedWell(deed, wanted),
      (name, { what: program, exit: code }) =>
        code === undefined
          ? message('exec.none', { name, program })
          : message('exec.failed', { name, what: program, code, wanted: exec?.exit ?? 0 }),
    ),
    must(
      'part',
      (deed) => hasFailed(deed) || hasShown(deed, wanted),
      (name, { by, listed = [], shows = 0, lacks = 0, ...deed }) => {
        if (by === 'call') return message('listed.part', { what, shows, lacks });
        const values = { name, what: deed.what, lists, listed: listed.join(', ') };
        return message(listed.length === 0 ? 'exec.showed-nothing' : 'exec.showed-other', values);
      },
    ),
  ];
}

const must = (rank: Rank, fits: (deed: Deed) => boolean, say: Say): Expectation<Deed> =>
  holds(rank, fits, { rank, say: ({ name, is }) => blind(name, is) ?? whole(say(name, is)) });

const whole = (said: Message | Said): Said => ('because' in said ? said : { because: said });

/** What was missed by whoever watches is nobody's miss. */
const blind = (name: string, { missed: why }: Deed): Said | undefined =>
  why === undefined
    ? undefined
    : { because: message(why === 'overflow' ? 'exec.overflow' : 'exec.blind', { name, why }), blame: 'machine' };
