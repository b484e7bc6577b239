import { message } from '../../words/message.ts';
import type { Path } from '../source.ts';
import type { Rule } from './rule.ts';

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The lines of a solution that are more than a program's bare name. */
const commands = (solution: string): readonly string[] =>
  solution
    .split('\n')
    .map(squeeze)
    .filter((line) => line.split(' ').length > 2);

/** The solution stands in the step's text or in its first hint: nothing is left to find out. */
export const givenAway: Rule = {
  id: 'given-away',
  about: message('lint.given-away.about'),
  look: ({ lab, source }) =>
    lab.steps.flatMap((step, at) => {
      const places: readonly (readonly [string, Path])[] = [
        [step.text, ['steps', at, 'text']],
        [step.hints[0] ?? '', ['steps', at, 'hints', 0]],
      ];
      return places.flatMap(([text, path]) => {
        const command = commands(step.solution).find((each) => squeeze(text).includes(each));
        return command === undefined
          ? []
          : [source.diagnose('given-away', path, message('lint.given-away', { command }), { words: command })];
      });
    }),
};
