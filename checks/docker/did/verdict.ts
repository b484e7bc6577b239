import { errored, message, passed, pending, type Verdict } from '../../../runner/api.ts';
import type { DidParams } from './check.ts';
import { type Called, type Evidence, programsOf } from './evidence.ts';
import { judgeList } from './list.ts';
import type { Ran } from './ran.ts';
import { whyNotStarted } from './whyNotStarted.ts';

/** Passes for what was done first of what is asked for; else tells of the last thing that was tried. */
export function judgeDid(evidence: Evidence, wanted: DidParams): Verdict {
  const rights = [rightRun(evidence, wanted), rightCall(evidence, wanted)].flatMap((each) => each ?? []);
  const right = rights.toSorted((one, other) => one.at - other.at)[0];
  if (right) return passed(right.because, { at: right.at });
  if (wanted.list !== undefined) return judgeList(evidence, wanted.list);
  return wanted.exec ? judgeRun(evidence, wanted) : judgeCall(evidence, wanted);
}

type Right = { readonly because: ReturnType<typeof message>; readonly at: number };

function rightRun({ ran, name }: Evidence, wanted: DidParams): Right | undefined {
  const run = ran.find((each) => isRight(each, wanted));
  return run && { because: message('exec.done', { name, what: run.what }), at: run.at };
}

function isRight(run: Ran, wanted: DidParams): boolean {
  const { exec } = wanted;
  if (!exec || run.elsewhere !== undefined || run.error !== undefined || run.has === false) return false;
  return isWanted(run, wanted) && endedWell(run, wanted);
}

const isWanted = ({ names }: Ran, wanted: DidParams): boolean =>
  names.some((each) => programsOf(wanted).includes(each));

/** What has shown the file itself need not end well: `find` stumbles over processes that end. One that goes on shows what it shows. */
function endedWell({ exit, running, has }: Ran, { exec }: DidParams): boolean {
  if (exec?.exit !== undefined) return exit === exec.exit;
  if (exit !== undefined) return exit === 0 || (has === true && exec?.lists?.startsWith('/') === false);
  return !running || has === true;
}

function rightCall({ calls, name }: Evidence, { list, call, outcome }: DidParams): Right | undefined {
  const right = calls.find(
    (each) =>
      each.here &&
      each.outcome === outcome &&
      each.has !== false &&
      (list === undefined ? [call ?? []].flat().includes(each.call) : isWhole(each, list)),
  );
  if (!right) return undefined;
  const { at } = right;
  if (list !== undefined) return { because: message('listed.done', { what: list }), at };
  if (right.call === 'top') return { because: message('exec.top', { name }), at };
  return { because: message('did.called', { call: right.call, name: right.name }), at };
}

/** Every one that there is was on the list. */
const isWhole = ({ call, kind, lacks }: Called, list: string): boolean =>
  call === 'list' && list.slice(0, -1) === kind && lacks === 0;

/** Of programs inside a container. */
function judgeRun(evidence: Evidence, wanted: DidParams): Verdict {
  const { name, state, ran, missed, onMachine } = evidence;
  const [first = ''] = programsOf(wanted);
  const attempt = { attempt: true } as const;
  if (state !== 'running') {
    const why = state === 'paused' ? 'exec.paused' : state === 'absent' ? 'exec.gone' : 'exec.not-running';
    return pending(message(why, { name }), attempt);
  }
  const here = ran.filter(({ elsewhere }) => elsewhere === undefined);
  if (missed !== undefined && here.length > 0)
    return errored('machine', message(missed === 'overflow' ? 'exec.overflow' : 'exec.blind', { name, why: missed }));

  // Where a file is asked for, what else was run to make it is no miss.
  const isOfFile = wanted.exec?.lists?.startsWith('/') === false;
  const tried = here.filter(
    (each) => !each.running && (each.error !== undefined || !isOfFile || isWanted(each, wanted)),
  );
  const last = tried.at(-1);
  if (last?.error !== undefined) return pending(whyNotStarted(last, name, last.error), attempt);
  const near = tried.findLast((each) => isWanted(each, wanted));
  if (near) return short(near, evidence, wanted);
  if (last?.exit === 127) return pending(message('exec.not-found-within', { name, what: last.what }), attempt);
  if (last) return pending(message('exec.other', { name, actual: last.what, program: first }), attempt);
  const other = ran.find((each) => each.elsewhere !== undefined && isWanted(each, wanted))?.elsewhere;
  if (other !== undefined) return pending(message('exec.elsewhere', { name, other, program: first }), attempt);
  if (onMachine)
    return pending(message('exec.on-machine', { name, program: first }), {
      ...attempt,
      hint: message('exec.hint', { name }),
    });
  return pending(message('exec.none', { name, program: first }));
}

/** The right program ran, and still something is missing. */
function short({ what, exit, has, listed }: Ran, { name }: Evidence, { exec }: DidParams): Verdict {
  const values = { name, what };
  const lists = exec?.lists ?? '';
  const attempt = { attempt: true } as const;
  if (exit !== undefined && exit !== (exec?.exit ?? 0))
    return pending(message('exec.failed', { ...values, code: exit, wanted: exec?.exit ?? 0 }), attempt);
  if (has === false && listed.length === 0)
    return pending(message('exec.showed-nothing', { ...values, lists }), attempt);
  if (has === false)
    return pending(message('exec.showed-other', { ...values, lists, listed: listed.join(', ') }), attempt);
  return pending(message('exec.none', { name, program: what }), attempt);
}

/** Of a call that is none of a list. */
function judgeCall({ calls, name, failed }: Evidence, { call, outcome }: DidParams): Verdict {
  const asked = [call ?? []].flat()[0] ?? '';
  const last = calls.at(-1);
  if (last && !last.here)
    return pending(message('did.other', { call: last.call, actual: last.name, name }), { attempt: true });
  if (last && last.outcome !== outcome)
    return pending(
      message(outcome === 'ok' ? 'did.refused' : 'did.not-refused', { call: last.call, name: last.name }),
      {
        attempt: true,
      },
    );
  if (failed && failed.at > (last?.at ?? 0))
    return pending(message('listed.failed', { line: failed.line, code: failed.code }), { attempt: true });
  return pending(message('did.none', { call: asked, name }));
}
