import { message } from '../../../words/message.ts';
import { nodesIn } from '../../shell/tree.ts';
import { nodeOutcome, outcomeOf } from './outcome.ts';
import type { Finding, ScriptRule } from './scriptRule.ts';

/** A script that passes whatever the learner does: it ends with `echo`, with `|| true`, or every branch exits 0. */
export const vacuousScript: ScriptRule = {
  id: 'vacuous-script',
  about: message('lint.vacuous-script.about'),
  wrong: [
    'docker inspect web\necho "web is there"',
    'test -e /tmp/x || true',
    'if test -e /tmp/x; then exit 0; else echo "no"; exit 0; fi',
  ],
  right: ['test -e /tmp/x || because "There is no file `/tmp/x` yet."'],
  look: ({ text, tree, ...script }) => {
    const { ends, exits } = outcomeOf({ tree, ...script });
    const last = tree.commands.at(-1);
    if (ends.bad || exits.bad || !last) return [];
    const command = text.slice(last.pos, last.end).split('\n')[0] ?? '';
    return [{ message: message('lint.vacuous-script', { command }), pos: last.pos, end: last.end }];
  },
};

/** A script that no learner can make end with 0. */
export const hopelessScript: ScriptRule = {
  id: 'hopeless-script',
  about: message('lint.hopeless-script.about'),
  wrong: ['test -e /tmp/x\nexit 1', 'test -e /tmp/x && exit 1\nbecause "There is no file."'],
  right: ['test -e /tmp/x && exit 0\nbecause "There is no file `/tmp/x` yet."'],
  look: ({ tree, ...script }) => {
    const { ends, exits } = outcomeOf({ tree, ...script });
    const last = tree.commands.at(-1);
    if (ends.good || exits.good || !last) return [];
    return [{ message: message('lint.hopeless-script'), pos: last.pos, end: last.end }];
  },
};

/** A condition that is always true, and a failure that is thrown away. */
export const swallowedFailure: ScriptRule = {
  id: 'swallowed-failure',
  about: message('lint.swallowed-failure.about'),
  wrong: ['if docker inspect web || true; then exit 0; fi\nexit 1', 'docker inspect web || :\ntest -e /tmp/x'],
  right: ['docker inspect web || exit 2\ntest -e /tmp/x'],
  look: ({ text, tree }) =>
    nodesIn(tree).flatMap(({ node, around }): readonly Finding[] => {
      const at = { pos: node.pos, end: node.end };
      const written = text.slice(node.pos, node.end).split('\n')[0] ?? '';
      if ((node.type === 'If' || node.type === 'Elif') && !/^(?:true|:)$/.test(sliceOf(text, node.clause))) {
        const { ends } = nodeOutcome(node.clause);
        const { pos, end } = node.clause;
        if (ends.good && !ends.bad)
          return [{ message: message('lint.constant-condition', { command: sliceOf(text, node.clause) }), pos, end }];
      }
      const last = node.type === 'AndOr' ? node.commands.at(-1) : undefined;
      if (node.type !== 'AndOr' || node.operators.at(-1) !== '||' || last?.type !== 'Command') return [];
      const [first] = node.commands;
      const isValue = first?.type === 'Command' && !first.name;
      const inside = around.some(({ type }) => ['CommandExpansion', 'If', 'Elif'].includes(type));
      const isLast = around.at(-1)?.type === 'Script' && tree.commands.at(-1)?.end === node.end;
      if (isValue || inside || isLast || !['true', ':'].includes(last.name?.value ?? '')) return [];
      return [{ message: message('lint.swallowed-failure', { command: written }), ...at }];
    }),
};

const sliceOf = (text: string, { pos, end }: { readonly pos: number; readonly end: number }): string =>
  text.slice(pos, end).split('\n')[0] ?? '';
