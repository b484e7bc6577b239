import { message, pending, type Verdict } from '../../../runner/api.ts';
import type { Evidence } from './evidence.ts';

type Attempt = { readonly at: number; readonly verdict: Verdict };

/** What is said where no whole list was shown: of the last thing that was done instead. */
export function judgeList({ calls, failed, onMachine }: Evidence, what: string): Verdict {
  const tried = (at: number, because: ReturnType<typeof message>): Attempt => ({
    at,
    verdict: pending(because, { attempt: true }),
  });
  // What is looked up one after another is named in one breath.
  const inspected = calls.filter(({ call }) => call === 'inspect');
  const names = [...new Set(inspected.map(({ name }) => name))].join(', ');
  const attempts: readonly Attempt[] = [
    ...calls.map(({ at, call, kind, outcome, shows = 0, lacks = 0 }) => {
      if (call === 'inspect') return tried(at, message('listed.one', { name: names, what }));
      if (`${kind}s` !== what) return tried(at, message('listed.other', { actual: `${kind}s`, what }));
      if (outcome === 'refused') return tried(at, message('listed.refused', { what }));
      return tried(at, message('listed.part', { what, shows, lacks }));
    }),
    ...(failed ? [tried(failed.at, message('listed.failed', { line: failed.line, code: failed.code }))] : []),
    ...(onMachine ? [tried(onMachine.at, message('listed.processes', { what }))] : []),
  ];
  return (
    attempts.toSorted((one, other) => one.at - other.at).at(-1)?.verdict ?? pending(message('listed.none', { what }))
  );
}
