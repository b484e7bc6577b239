import { message } from '../../words/message.ts';
import { nearest } from '../nearest.ts';
import type { Validator } from './validation.ts';

/** Each image that a lab declares can be made: it has a folder. */
export const validateImages: Validator = ({ source, lab, known }) =>
  lab.images.flatMap((image, index) =>
    known.images.includes(image)
      ? []
      : [
          source.diagnose('unknown-image', ['images', index], message('lab.unknown-image', { image }), {
            suggestion: nearest(image, known.images),
          }),
        ],
  );
