import { message } from '../../../words/message.ts';
import { nearest } from '../../nearest.ts';
import { scriptFields } from '../../scriptEntry.ts';
import { callsIn } from '../../shell/calls.ts';
import { nodesIn } from '../../shell/tree.ts';
import type { Finding, ScriptRule } from './scriptRule.ts';

/** A script that bash cannot read. */
export const badScript: ScriptRule = {
  id: 'bad-script',
  ofSetups: true,
  about: message('lint.bad-script.about'),
  wrong: ['if test -e /tmp/x; then exit 0'],
  right: ['if test -e /tmp/x; then exit 0; fi\nbecause "There is no file `/tmp/x` yet."'],
  look: ({ text, tree }) => {
    const errors = nodesIn(tree).flatMap(({ node }) =>
      node.type === 'Script' && 'errors' in node ? (node.errors ?? []) : [],
    );
    return errors.slice(0, 1).map(({ message: words, pos }) => {
      const from = Math.min(pos, Math.max(0, text.trimEnd().length - 1));
      return { message: message('lint.bad-script', { text: words }), pos: from, end: from + 1 };
    });
  },
};

/** What bash, and the environment of a check script, give besides facts. */
const given = ['_', 'pipefail'];
const fields = ['', ...Object.values(scriptFields).flatMap((names) => names.map((name) => `_${name}`))];

/** A variable that nothing sets: a fact's name with a slip in it. */
export const unknownVariable: ScriptRule = {
  id: 'unknown-variable',
  ofSetups: true,
  about: message('lint.unknown-variable.about'),
  wrong: ['docker inspect "$frist"'],
  right: ['name=web\ndocker inspect "$name"'],
  look: ({ text, tree, facts, lib }) => {
    const nodes = nodesIn(tree).map(({ node }) => node);
    const readers = callsIn(tree).filter(({ name }) =>
      ['read', 'mapfile', 'readarray', 'printf', 'getopts'].includes(name),
    );
    const set = [
      ...[...nodes, ...(lib ? nodesIn(lib).map(({ node }) => node) : [])].flatMap((node) =>
        node.type === 'Assignment' ? [node.name] : [],
      ),
      ...nodes.flatMap((node) => (node.type === 'For' || node.type === 'Select' ? [node.name.value] : [])),
      ...readers.flatMap(({ args }) => args),
      ...callsIn(tree).flatMap(({ name, args }) =>
        ['local', 'declare', 'export', 'typeset'].includes(name) ? args : [],
      ),
      ...facts.flatMap((fact) => fields.map((field) => fact + field)),
      ...given,
    ];
    return nodes.flatMap((node): readonly Finding[] => {
      if (node.type !== 'SimpleExpansion' && node.type !== 'ParameterExpansion') return [];
      const name = /^\$\{?[#!]?([a-z_][a-z0-9_]*)/.exec(text.slice(node.pos, node.end))?.[1];
      const hasDefault = node.type === 'ParameterExpansion' && node.operation?.type === 'Default';
      if (name === undefined || hasDefault || set.includes(name)) return [];
      const suggestion = nearest(
        name,
        set.filter((each) => each !== '_'),
      );
      return [{ message: message('lint.unknown-variable', { name }), pos: node.pos, end: node.end, suggestion }];
    });
  },
};

/** A reason after which the script goes on, and passes. */
export const lostReason: ScriptRule = {
  id: 'lost-reason',
  about: message('lint.lost-reason.about'),
  wrong: ['test -e /tmp/x || because "There is no file."\ntest -e /tmp/y'],
  right: ['test -e /tmp/x || { because "There is no file."; exit 1; }\ntest -e /tmp/y'],
  look: ({ tree }) =>
    tree.commands.slice(0, -1).flatMap(({ command }): readonly Finding[] => {
      const last = command.type === 'AndOr' ? command.commands.at(-1) : command;
      if (last?.type !== 'Command' || !['because', 'waiting'].includes(last.name?.value ?? '')) return [];
      return command.type === 'AndOr' ||
        tree.commands.every((each) => each.command.type !== 'Command' || each.command.name?.value !== 'exit')
        ? [{ message: message('lint.lost-reason'), pos: last.pos, end: last.end }]
        : [];
    }),
};
