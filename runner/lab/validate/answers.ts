import { message } from '../../words/message.ts';
import { amountIn, marginOf } from '../amount.ts';
import { inferKind } from '../answerKind.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { LooseStep } from '../loose.ts';
import type { Path, Source } from '../source.ts';

type Asked = Pick<LooseStep, 'answer' | 'kind' | 'choices' | 'all' | 'tolerance'>;

/** All right ones are asked for only where there is something to choose from. */
export const validateAll = ({ choices, all }: Asked, path: Path, source: Source): readonly Diagnostic[] =>
  all && choices.length === 0
    ? [source.diagnose('all-without-choices', [...path, 'all'], message('lab.all-without-choices'), { part: 'key' })]
    : [];

/** How far a number may be off is said of a number, and can be read beside what is right. */
export function validateTolerance(asked: Asked, path: Path, source: Source): readonly Diagnostic[] {
  const { answer, tolerance } = asked;
  if (tolerance === undefined) return [];
  const here = [...path, 'tolerance'];
  const kind = asked.kind ?? (asked.choices.length > 0 ? 'choice' : (inferKind(answer) ?? 'number'));
  if (kind !== 'number')
    return [
      source.diagnose('tolerance-without-number', here, message('lab.tolerance-without-number', { kind }), {
        part: 'key',
      }),
    ];
  const margin = amountIn(tolerance.trim());
  if (!margin || margin.count < 0)
    return [source.diagnose('wrong-tolerance', here, message('lab.wrong-tolerance', { tolerance }))];
  // What facts say is known on the machine alone.
  const fixed = answer.filter((each) => !each.includes('${')).map((text) => ({ text, amount: amountIn(text.trim()) }));
  return fixed
    .filter(({ amount }) => amount && marginOf(tolerance, amount) === undefined)
    .map(({ text }) =>
      source.diagnose('wrong-tolerance', here, message('lab.tolerance-unit', { tolerance, value: text })),
    );
}
