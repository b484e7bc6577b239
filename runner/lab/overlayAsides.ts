import { message } from '../words/message.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Step } from './lab.ts';
import type { OverlayStep } from './overlay.ts';
import type { Path, Source } from './source.ts';

/** What is said in translation of a prediction or of waiting that the step has not, or in another number of parts. */
export function strangeAsides(
  { predict, waits }: Pick<OverlayStep, 'predict' | 'waits'>,
  original: Step,
  path: Path,
  source: Source,
): readonly Diagnostic[] {
  const unknown = (key: 'predict' | 'waits') =>
    source.diagnose('not-in-step', [...path, key], message('lab.not-in-step', { key, step: original.id }), {
      part: 'key',
    });
  const lone = waits !== undefined && !original.waits ? [unknown('waits')] : [];
  if (!predict) return lone;
  const { predict: asked } = original;
  if (!asked) return [unknown('predict'), ...lone];
  const [choices, means] = [asked.choices?.length ?? 0, asked.means?.length ?? 0];
  const differs = (key: 'choices' | 'means', expected: number): readonly Diagnostic[] => {
    const actual = predict[key]?.length ?? expected;
    if (actual === expected) return [];
    const words = message(`lab.${key}-differ`, { expected, actual });
    return [source.diagnose(`${key}-differ`, [...path, 'predict', key], words, { part: 'key' })];
  };
  return [...differs('choices', choices), ...differs('means', means), ...lone];
}
