import { message } from '../../words/message.ts';
import type { Validator } from './validation.ts';

/** What checks ask about, by the first part of their names. */
const engines = ['docker', 'kubernetes'] as const;

/** A lab runs on something, and on everything that its checks ask about. */
export const validateNeeds: Validator = ({ source, lab: { needs, steps }, known }) => {
  if (needs && Object.keys(needs).length === 0)
    return [source.diagnose('no-engine', ['needs'], message('lab.no-engine'))];
  if (!needs) return [];
  return steps.flatMap(({ checks }, at) =>
    checks.flatMap((entry, index) =>
      Object.keys(entry).flatMap((check) => {
        const engine = engines.find((each) => check.startsWith(`${each}/`));
        if (engine === undefined || engine in needs || !known.checks.has(check)) return [];
        const words = message('lab.check-without-engine', { check, engine });
        return [source.diagnose('check-without-engine', ['steps', at, 'checks', index, check], words, { part: 'key' })];
      }),
    ),
  );
};
