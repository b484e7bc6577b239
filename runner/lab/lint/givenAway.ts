import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Lab } from '../lab.ts';
import { nodesIn, readShell } from '../shell/tree.ts';
import type { Path, Source } from '../source.ts';
import type { Rule } from './rule.ts';

const squeeze = (text: string) => text.replace(/\s+/g, ' ').replace(/["']/g, '').trim();

/** The commands of a solution as they are written, without the texts that they are given: a here-document is none of them. */
const commandsOf = (solution: string): readonly string[] =>
  nodesIn(readShell(solution))
    .filter(({ node, around }) => node.type === 'Statement' && !around.some(({ type }) => nested.has(type)))
    .map(({ node }) => solution.slice(node.pos, node.end))
    .filter((command) => squeeze(command).includes(' '));

/** What stands in one of these is a part of a command. */
const nested: ReadonlySet<string> = new Set(['CommandExpansion', 'ProcessSubstitution']);

/** What stands as code in a text: `docker ps`. */
const codeIn = (text: string): readonly string[] =>
  [...text.matchAll(/```\w*\n([\s\S]*?)```|`([^`]+)`/g)].flatMap(([, block = '', inline = '']) =>
    (block || inline).split('\n').map(squeeze),
  );

/** A short command is given away only by standing there as code: its words may well be in a sentence. */
function firstIn(text: string, commands: readonly string[]): string | undefined {
  const [code, words] = [codeIn(text), squeeze(text)];
  return commands.find((command) => {
    const plain = squeeze(command);
    return code.includes(plain) || (plain.split(' ').length > 2 && words.includes(plain));
  });
}

function look(lab: Lab, source: Source, key: (step: Lab['steps'][number], at: number) => PropertyKey) {
  return lab.steps.flatMap((step, at): readonly Diagnostic[] => {
    const here = ['steps', key(step, at)];
    const places: readonly (readonly [string, Path])[] = [
      [step.text, [...here, 'text']],
      [step.hints[0] ?? '', [...here, 'hints', 0]],
    ];
    const lines = [step.solution, ...step.variants.map(({ run }) => run)].flatMap(commandsOf);
    return places.flatMap(([text, path]) => {
      const command = text === '' ? undefined : firstIn(text, lines);
      return command === undefined
        ? []
        : [source.diagnose('given-away', path, message('lint.given-away', { command }), { words: command })];
    });
  });
}

/** The solution stands in the step's text or in its first hint: nothing is left to find out. */
export const givenAway: Rule = {
  id: 'given-away',
  about: message('lint.given-away.about'),
  look: ({ lab, source, translation }) => [
    ...look(lab, source, (_, at) => at),
    ...(translation ? look(translation.lab, translation.source, ({ id }) => id) : []),
  ],
};
