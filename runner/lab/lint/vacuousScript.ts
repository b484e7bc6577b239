import { message } from '../../words/message.ts';
import type { Rule } from './rule.ts';

/** Ends of a script that succeed whatever went before. */
const always = /(?:^|[;|&\s])(?:true|:|exit 0|echo\b[^;|&]*|printf\b[^;|&]*)$/;

/** A check script whose last command always succeeds: the step passes by itself. */
export const vacuousScript: Rule = {
  id: 'vacuous-script',
  about: message('lint.vacuous-script.about'),
  look: ({ lab, source }) =>
    lab.steps.flatMap((step, at) =>
      step.checks.flatMap((use, index) => {
        if (use.kind !== 'script') return [];
        const last = use.run.trimEnd().split('\n').at(-1)?.trim() ?? '';
        if (!always.test(last)) return [];
        const path = ['steps', at, 'checks', index, 'run'];
        return [
          source.diagnose('vacuous-script', path, message('lint.vacuous-script', { command: last }), { words: last }),
        ];
      }),
    ),
};
