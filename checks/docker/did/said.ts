import { type Message, message } from '../../../runner/api.ts';
import { type Expectation, holds, type Rank, type Said } from '../../kit/expectation.ts';
import type { Subject } from '../../kit/subject.ts';
import { typography } from '../client.ts';
import { whyNotRun } from '../failure.ts';
import type { DidParams } from './check.ts';
import { type Deed, endedWell, isOfFile, isWanted } from './deed.ts';

export function right({ name, is: { by, what, of } }: Subject<Deed>, { list }: DidParams): Message {
  if (by === 'run') return message('exec.done', { name, what });
  if (list !== undefined) return message('listed.done', { what: list });
  return what === 'top' ? message('exec.top', { name: of }) : message('did.called', { call: what, name: of });
}

export const firstOf = (one: string | readonly string[] = ''): string => [one].flat()[0] ?? '';

export function none({ list, exec, call }: DidParams, name: string): Message {
  if (list !== undefined) return message('listed.none', { what: list });
  return exec
    ? message('exec.none', { name, program: firstOf(exec.program) })
    : message('did.none', { call: firstOf(call), name });
}

type Miss = { readonly rank: Rank; readonly said: Message | Said };

const other = (said: Message | Said): Miss => ({ rank: 'identity', said });
const short = (said: Message | Said): Miss => ({ rank: 'part', said });

/** What was done to another may well be what another check asks for. */
const elsewhere = (because: Message): Said => ({ because, attempt: false });

/** What is first wrong with a deed; `name`: of what it should have been about. */
function missOf(deed: Deed, name: string, wanted: DidParams): Miss | undefined {
  if (deed.by === 'call')
    return wanted.exec && !wanted.list ? ofCallBeside(deed, name, wanted) : ofCall(deed, name, wanted);
  const { by, what, here, exit, error, of, has, listed = [] } = deed;
  const { program: programs, lists = '', exit: code = 0 } = wanted.exec ?? {};
  const program = firstOf(programs);
  const isRight = isWanted(deed, wanted);
  const values = { name, what };

  if (by === 'line' && wanted.list) return other(message('listed.processes', { what: wanted.list }));
  if (by === 'line')
    return other({ because: message('exec.on-machine', { name, program }), hint: message('exec.hint', { name }) });
  // Nor is a miss what else was run to make a file, or has shown nothing yet.
  const isBeside = !isRight && (!here || (error === undefined && isOfFile(wanted)));
  if (isBeside || (deed.running && !endedWell(deed, wanted))) return other(nothing(wanted, name));
  if (!here) return other(elsewhere(message('exec.elsewhere', { name, other: of, program })));
  if (error !== undefined) return short(whyNotRun(name, what, firstOf(deed.names), error));
  if (!isRight && exit === 127) return other(message('exec.not-found-within', values));
  if (!isRight) return other(message('exec.other', { name, actual: what, program }));
  if (!endedWell(deed, wanted) && exit === undefined) return short(message('exec.none', { name, program: what }));
  if (!endedWell(deed, wanted)) {
    const hint = typography(what);
    return short({
      because: message('exec.failed', { ...values, code: exit ?? 0, wanted: code }),
      ...(hint && { hint }),
    });
  }
  if (has !== false) return undefined;
  if (deed.hides) return short(message('exec.left-out', { ...values, lists }));
  if (listed.length === 0) return short(message('exec.showed-nothing', { ...values, lists }));
  return short(message('exec.showed-other', { ...values, lists, listed: listed.join(', ') }));
}

function ofCall(deed: Deed, name: string, wanted: DidParams): Miss | undefined {
  const { what: call, here, kind, of, refused = false, has } = deed;
  const { list: what = '', outcome } = wanted;
  if (!here) return other(elsewhere(message('did.other', { call, actual: of, name })));
  if (!isWanted(deed, wanted) && call === 'inspect') return other(message('listed.one', { name: of, what }));
  if (!isWanted(deed, wanted)) return other(message('listed.other', { actual: `${kind}s`, what }));
  if (refused !== (outcome === 'refused')) {
    if (what) return short(message('listed.refused', { what }));
    return short(message(refused ? 'did.refused' : 'did.not-refused', { call, name: of }));
  }
  if (what) return ofList(deed, what, wanted.all);
  return has === false ? short(none(wanted, name)) : undefined;
}

function ofList({ shows = 0, lacks, unsure = 0, lost = 0 }: Deed, what: string, all: boolean): Miss | undefined {
  if (lacks !== 0) return short(message('listed.part', { what, shows, lacks: lacks ?? 0 }));
  if (unsure > 0) return short(message('listed.again', { what }));
  if (lost === 0) return undefined;
  return short(message(what === 'containers' && !all ? 'listed.none-runs' : 'listed.empty', { what, lost }));
}

/** A call that does not count is no miss where a program is asked for. */
const ofCallBeside = (deed: Deed, name: string, wanted: DidParams): Miss | undefined =>
  ofCall(deed, name, wanted) && other(nothing(wanted, name));

const nothing = (wanted: DidParams, name: string): Said => ({ because: none(wanted, name), attempt: false });

/** What a deed must be. */
export const expect = (wanted: DidParams): readonly Expectation<Deed>[] =>
  (['identity', 'part'] as const).map((rank) =>
    holds(rank, (deed) => missOf(deed, '', wanted)?.rank !== rank, {
      rank,
      say({ name, is }) {
        const { said } = missOf(is, name, wanted) ?? other(none(wanted, name));
        return blind(name, is) ?? ('because' in said ? said : { because: said });
      },
    }),
  );

/** What was missed by whoever watches is nobody's miss. */
const blind = (name: string, { missed: why }: Deed): Said | undefined =>
  why === undefined ? undefined : { because: message(blindness[why] ?? 'exec.blind', { name, why }), blame: 'machine' };

const blindness: Readonly<Record<string, 'exec.overflow' | 'exec.late'>> = {
  overflow: 'exec.overflow',
  late: 'exec.late',
};
