import { message } from '../../words/message.ts';
import type { Lab } from '../lab.ts';
import type { Path } from '../source.ts';
import { isTemplate } from '../template.ts';
import type { Rule } from './rule.ts';

type Mention = { readonly image: string; readonly path: Path };

/** Known images that a command line names after `run` or `create`. */
function inCommands(text: string, path: Path, images: readonly string[]): readonly Mention[] {
  return text.split('\n').flatMap((line) => {
    const [, after] = /\b(?:run|create)\b(.*)/.exec(line) ?? [];
    const word = after?.split(/\s+/).find((each) => images.includes(each.replace(/:latest$/, '')));
    return word === undefined ? [] : [{ image: word, path }];
  });
}

const mentions = (lab: Lab, images: readonly string[]): readonly Mention[] =>
  lab.steps.flatMap((step, at) => [
    ...step.checks.flatMap((use, index): readonly Mention[] => {
      if (use.kind !== 'check' || typeof use.params.image !== 'string' || isTemplate(use.params.image)) return [];
      return [{ image: use.params.image, path: ['steps', at, 'checks', index, use.check, 'image'] }];
    }),
    ...inCommands(step.solution, ['steps', at, 'solution'], images),
    ...step.variants.flatMap(({ run }, index) => inCommands(run, ['steps', at, 'variants', index], images)),
  ]);

/** An image that a step needs and the lab does not bring along. */
export const undeclaredImage: Rule = {
  id: 'undeclared-image',
  about: message('lint.undeclared-image.about'),
  look: ({ lab, source, known }) =>
    mentions(lab, known.images)
      .filter(({ image }) => !lab.images.includes(image.replace(/:latest$/, '')))
      .map(({ image, path }) =>
        source.diagnose('undeclared-image', path, message('lint.undeclared-image', { image }), { words: image }),
      ),
};
