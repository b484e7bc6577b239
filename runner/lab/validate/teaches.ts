import { message } from '../../words/message.ts';
import { nearest } from '../nearest.ts';
import type { Validator } from './validation.ts';

/** What a step teaches stands in the list of concepts. */
export const validateTeaches: Validator = ({ source, lab, known }) => {
  const ids = known.concepts?.(source.file) ?? [];
  return lab.steps.flatMap(({ teaches }, at) =>
    teaches.flatMap((id, index) =>
      ids.includes(id)
        ? []
        : [
            source.diagnose(
              'unknown-concept',
              ['steps', at, 'teaches', index],
              message('lab.unknown-concept', { id }),
              { suggestion: nearest(id, ids) },
            ),
          ],
    ),
  );
};
