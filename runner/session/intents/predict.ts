import type { Step } from '../../lab/lab.ts';
import { choice } from '../answers/choice.ts';
import { plain } from '../answers/plain.ts';
import type { Core } from '../core.ts';

/** Keeps what the learner predicts of the open step, for its end: what they choose, or say in words of their own. Nobody judges it. */
export function predict({ emit }: Core, { id, predict: asked }: Step, text: string): void {
  const given = text.trim();
  if (!asked || given === '') return;
  const { values } = choice.read(plain(given), { choices: asked.choices ?? [], expected: [] });
  const [index] = values.length === 1 ? values : [];
  emit({ type: 'step.predicted', step: id, given, ...(index !== undefined && { choice: Number(index) }) });
}
