import { message } from '../../../words/message.ts';
import { nearest } from '../../nearest.ts';
import { callsIn } from '../../shell/calls.ts';
import { functionsOf } from './script.ts';
import type { Finding, ScriptRule } from './scriptRule.ts';

const helpers = ['because', 'expected', 'actual', 'waiting', 'fact'];

/** A slip in the name of a helper: bash does not know it, ends with 127, and the lab is to blame. */
export const unknownHelper: ScriptRule = {
  id: 'unknown-helper',
  about: message('lint.unknown-helper.about'),
  wrong: ['test -e /tmp/x || becuase "There is no file `/tmp/x` yet."'],
  right: ['test -e /tmp/x || because "There is no file `/tmp/x` yet."'],
  look: ({ tree, ...script }) => {
    const own = functionsOf({ tree, ...script });
    return callsIn(tree).flatMap(({ node, name }): readonly Finding[] => {
      const suggestion = nearest(name, helpers);
      const word = node.name;
      if (!word || suggestion === undefined || name.length < 5) return [];
      if (helpers.includes(name) || own.includes(name)) return [];
      return [{ message: message('lint.unknown-helper', { name }), pos: word.pos, end: word.end, suggestion }];
    });
  },
};

/** `[` is a program, and its last argument has to be `]`: without it, it fails with 2. */
export const unclosedTest: ScriptRule = {
  id: 'unclosed-test',
  about: message('lint.unclosed-test.about'),
  wrong: ['[ -e /tmp/x || because "There is no file `/tmp/x` yet."'],
  right: ['[ -e /tmp/x ] || because "There is no file `/tmp/x` yet."'],
  look: ({ tree }) =>
    callsIn(tree).flatMap(({ node, name, args }): readonly Finding[] =>
      name === '[' && args.at(-1) !== ']'
        ? [{ message: message('lint.unclosed-test'), pos: node.pos, end: node.end }]
        : [],
    ),
};
