import { type Message, message } from '../../../runner/api.ts';
import { type Expectation, holds, type Said } from '../../kit/expectation.ts';
import type { Subject } from '../../kit/subject.ts';
import { whyNotRun } from '../failure.ts';
import type { DidParams } from './check.ts';
import { callsOf, type Deed, endedWell, hasCome, hasShown, isOfFile, isWanted, programsOf } from './deed.ts';

export function right({ name, is: { by, what, of } }: Subject<Deed>, { list }: DidParams): Message {
  if (by === 'run') return message('exec.done', { name, what });
  if (list !== undefined) return message('listed.done', { what: list });
  return what === 'top' ? message('exec.top', { name: of }) : message('did.called', { call: what, name: of });
}

export function none(wanted: DidParams, name: string): Message {
  if (wanted.list !== undefined) return message('listed.none', { what: wanted.list });
  return wanted.exec
    ? message('exec.none', { name, program: programsOf(wanted)[0] ?? '' })
    : message('did.none', { call: callsOf(wanted)[0] ?? '', name });
}

/** What a deed must be. A call that does not count is no miss where a program is asked for. */
export function expect(wanted: DidParams): readonly Expectation<Deed>[] {
  const say = said(wanted);
  const isWhole = (deed: Deed) =>
    deed.here && isWanted(deed, wanted) && hasCome(deed, wanted) && hasShown(deed, wanted);
  return [
    holds('aside', (deed) => !wanted.exec || deed.by !== 'call' || isWhole(deed), { rank: 'identity', say: say.aside }),
    holds('here', ({ here }) => here, { rank: 'identity', say: say.elsewhere }),
    holds('other', (deed) => deed.error !== undefined || isWanted(deed, wanted), { rank: 'identity', say: say.other }),
    holds('refused', (deed) => hasCome(deed, wanted), { rank: 'part', say: say.refused }),
    holds('ended', (deed) => !hasCome(deed, wanted) || endedWell(deed, wanted), { rank: 'part', say: say.ended }),
    holds('shown', (deed) => !hasCome(deed, wanted) || hasShown(deed, wanted), { rank: 'part', say: say.shown }),
  ];
}

type Say = (name: string, deed: Deed) => Said;
type Miss = 'aside' | 'elsewhere' | 'other' | 'refused' | 'ended' | 'shown';

/** What is said of a miss, by what has been missed. What was missed by whoever watches is nobody's miss. */
function said(wanted: DidParams): Readonly<Record<Miss, NonNullable<Expectation<Deed>['say']>>> {
  const { exec, list, outcome } = wanted;
  const [program = ''] = programsOf(wanted);
  const lists = exec?.lists ?? '';
  const unless =
    (say: Say) =>
    ({ name, is }: Subject<Deed>): Said =>
      is.missed === undefined ? say(name, is) : blind(name, is.missed);
  const nothing = (name: string): Said => ({ because: none(wanted, name), attempt: false });
  const only = (because: Message): Said => ({ because });

  return {
    aside: unless(nothing),
    elsewhere: unless((name, deed) => {
      if (deed.by === 'call') return only(message('did.other', { call: deed.what, actual: deed.of, name }));
      return isWanted(deed, wanted)
        ? only(message('exec.elsewhere', { name, other: deed.of, program }))
        : nothing(name);
    }),
    other: unless((name, { by, what, exit, kind, of }) => {
      if (by === 'line' && list !== undefined) return only(message('listed.processes', { what: list }));
      if (by === 'line')
        return { because: message('exec.on-machine', { name, program }), hint: message('exec.hint', { name }) };
      if (by === 'call' && what === 'inspect') return only(message('listed.one', { name: of, what: list ?? '' }));
      if (by === 'call') return only(message('listed.other', { actual: `${kind}s`, what: list ?? '' }));
      // What else was run to make a file is no miss.
      if (isOfFile(wanted)) return nothing(name);
      if (exit === 127) return only(message('exec.not-found-within', { name, what }));
      return only(message('exec.other', { name, actual: what, program }));
    }),
    refused: unless((name, { by, what, names, error = '', of }) => {
      if (by === 'run') return only(whyNotRun(name, what, names[0] ?? '', error));
      if (list !== undefined) return only(message('listed.refused', { what: list }));
      return only(message(outcome === 'ok' ? 'did.refused' : 'did.not-refused', { call: what, name: of }));
    }),
    ended: unless((name, { what, exit: code }) =>
      code === undefined
        ? only(message('exec.none', { name, program: what }))
        : only(message('exec.failed', { name, what, code, wanted: exec?.exit ?? 0 })),
    ),
    shown: unless((name, { by, what, listed = [], shows = 0, lacks = 0 }) => {
      if (by === 'call') return only(message('listed.part', { what: list ?? '', shows, lacks }));
      if (listed.length === 0) return only(message('exec.showed-nothing', { name, what, lists }));
      return only(message('exec.showed-other', { name, what, lists, listed: listed.join(', ') }));
    }),
  };
}

const blind = (name: string, why: string): Said => ({
  because: message(why === 'overflow' ? 'exec.overflow' : 'exec.blind', { name, why }),
  blame: 'machine',
});
