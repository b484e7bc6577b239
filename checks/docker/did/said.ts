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

type Miss = { readonly rank: Rank; readonly said: Message | Said };

const other = (said: Message | Said): Miss => ({ rank: 'identity', said });
const short = (said: Message | Said): Miss => ({ rank: 'part', said });

/** What is first wrong with a deed; `name`: of what it should have been about. */
function missOf(deed: Deed, name: string, wanted: DidParams): Miss | undefined {
  const { by, here, exit, error, of, kind, listed = [], shows = 0, lacks = 0 } = deed;
  const { exec, list: what = '', outcome } = wanted;
  const lists = exec?.lists ?? '';
  const program = firstOf(exec?.program);
  const isRight = isWanted(deed, wanted);
  const nothing: Said = { because: none(wanted, name), attempt: false };

  // A call that does not count is no miss where a program is asked for, nor is what else was run to make a file.
  const isCallBeside = exec && by === 'call' && !(here && isRight && hasCome(deed, wanted) && hasShown(deed, wanted));
  const isMaking = by === 'run' && !isRight && (!here || (error === undefined && isOfFile(wanted)));
  if (isCallBeside || isMaking) return other(nothing);
  if (!here && by === 'call') return other(message('did.other', { call: deed.what, actual: of, name }));
  if (!here) return other(message('exec.elsewhere', { name, other: of, program }));
  if (by === 'line' && what) return other(message('listed.processes', { what }));
  if (by === 'line')
    return other({ because: message('exec.on-machine', { name, program }), hint: message('exec.hint', { name }) });
  if (by === 'call' && !isRight)
    return other(
      deed.what === 'inspect'
        ? message('listed.one', { name: of, what })
        : message('listed.other', { actual: `${kind}s`, what }),
    );
  if (error !== undefined) return short(whyNotRun(name, deed.what, firstOf(deed.names), error));
  if (!isRight && exit === 127) return other(message('exec.not-found-within', { name, what: deed.what }));
  if (!isRight) return other(message('exec.other', { name, actual: deed.what, program }));
  if (!hasCome(deed, wanted) && what) return short(message('listed.refused', { what }));
  if (!hasCome(deed, wanted))
    return short(message(outcome === 'ok' ? 'did.refused' : 'did.not-refused', { call: deed.what, name: of }));
  if (!endedWell(deed, wanted))
    return short(
      exit === undefined
        ? message('exec.none', { name, program: deed.what })
        : message('exec.failed', { name, what: deed.what, code: exit, wanted: exec?.exit ?? 0 }),
    );
  if (hasShown(deed, wanted)) return undefined;
  if (by === 'call') return short(message('listed.part', { what, shows, lacks }));
  const values = { name, what: deed.what, lists, listed: listed.join(', ') };
  return short(message(listed.length === 0 ? 'exec.showed-nothing' : 'exec.showed-other', values));
}

/** What a deed must be. */
export const expect = (wanted: DidParams): readonly Expectation<Deed>[] =>
  (['identity', 'part'] as const).map((rank) =>
    holds(rank, (deed) => missOf(deed, '', wanted)?.rank !== rank, {
      rank,
      say: ({ name, is }) => {
        const { said } = missOf(is, name, wanted) ?? { said: none(wanted, name) };
        return blind(name, is) ?? ('because' in said ? said : { because: said });
      },
    }),
  );

/** What was missed by whoever watches is nobody's miss. */
const blind = (name: string, { missed: why }: Deed): Said | undefined =>
  why === undefined
    ? undefined
    : { because: message(why === 'overflow' ? 'exec.overflow' : 'exec.blind', { name, why }), blame: 'machine' };
