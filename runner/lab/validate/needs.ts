import { message } from '../../words/message.ts';
import { isRecord } from '../value.ts';
import type { KnownCheck, Validator } from './validation.ts';

/** What a check asks about: what it says itself, else by the first part of its name. */
function enginesOf(name: string, params: unknown, { asks }: KnownCheck): readonly string[] {
  return (
    asks?.(isRecord(params) ? params : {}) ?? ['docker', 'kubernetes'].filter((each) => name.startsWith(`${each}/`))
  );
}

/** A lab runs on something, and on everything that its checks ask about. */
export const validateNeeds: Validator = ({ source, lab: { needs, steps }, known }) => {
  if (needs && Object.keys(needs).every((key) => key === 'network'))
    return [source.diagnose('no-engine', ['needs'], message('lab.no-engine'))];
  if (!needs) return [];
  if (needs.network && needs.kubernetes)
    return [source.diagnose('network-beside-cluster', ['needs', 'network'], message('lab.network-beside-cluster'))];
  return steps.flatMap(({ checks }, at) =>
    checks.flatMap((entry, index) =>
      Object.entries(entry).flatMap(([check, params]) => {
        const used = known.checks.get(check);
        const lacking = used ? enginesOf(check, params, used).filter((each) => !(each in needs)) : [];
        return lacking.map((engine) => {
          const words = message('lab.check-without-engine', { check, engine });
          return source.diagnose('check-without-engine', ['steps', at, 'checks', index, check], words, { part: 'key' });
        });
      }),
    ),
  );
};
