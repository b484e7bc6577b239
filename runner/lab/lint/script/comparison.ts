import { message } from '../../../words/message.ts';
import { callsIn } from '../../shell/calls.ts';
import { nodesIn } from '../../shell/tree.ts';
import type { Finding, ScriptRule } from './scriptRule.ts';

/** Numbers compared as texts, or written into a file named `5`. */
export const textComparison: ScriptRule = {
  id: 'text-comparison',
  about: message('lint.text-comparison.about'),
  wrong: ['[ "$count" > 5 ]', '[[ $count < $limit ]]', '[ "$count" \\> 5 ]'],
  right: ['[ "$count" -gt 5 ]', '(( count < limit ))'],
  look: ({ tree }) => [
    ...callsIn(tree).flatMap(({ node, name, words }): readonly Finding[] => {
      if (name !== '[' && name !== 'test') return [];
      const file = node.redirects.find((each) => each.type === 'Redirect' && /^[<>]$/.test(each.operator));
      const operator = words.find(({ value }) => value === '<' || value === '>');
      if (file) return [{ message: message('lint.compares-into-file'), pos: file.pos, end: file.end }];
      return operator
        ? [
            {
              message: message('lint.compares-text', { operator: operator.value }),
              pos: operator.pos,
              end: operator.end,
            },
          ]
        : [];
    }),
    ...nodesIn(tree).flatMap(({ node }): readonly Finding[] =>
      node.type === 'TestBinary' && ['<', '>'].includes(node.operator)
        ? [{ message: message('lint.compares-text', { operator: node.operator }), pos: node.pos, end: node.end }]
        : [],
    ),
  ],
};

const expansions: readonly string[] = ['SimpleExpansion', 'ParameterExpansion', 'CommandExpansion'];

/** `[ $state = running ]`: with an empty state this is no comparison but an error, and the lab is to blame. */
export const unquotedTest: ScriptRule = {
  id: 'unquoted-test',
  about: message('lint.unquoted-test.about'),
  wrong: ["[ $(docker inspect -f '{{.State.Status}}' web) = running ]"],
  right: ['[ "$(docker inspect -f \'{{.State.Status}}\' web)" = running ]', '[[ $state = running ]]'],
  look: ({ text, tree }) =>
    callsIn(tree)
      .flatMap(({ name, words }) => (['[', 'test'].includes(name) ? words : []))
      .filter(({ parts }) => parts?.some(({ type }) => expansions.includes(type)))
      .flatMap(({ pos, end }): readonly Finding[] => {
        const written = text.slice(pos, end);
        // How many there are, or how it ended: a number, whatever happens.
        if (/^\$(?:[?#$!]|\{#)/.test(written)) return [];
        // Inside of `$(…)` quotes are those of another command.
        const isWhole = !/["\n]/.test(written) || /^\$\([^\n]*\)$/.test(written);
        const replacement = isWhole ? `"${written}"` : undefined;
        return [{ message: message('lint.unquoted-test', { words: written }), pos, end, replacement }];
      }),
};

const soon = /(?:Pending|ContainerCreating|[Cc]reated)/;
const there = /[Rr]unning/;

/** What is only about to run is taken for running. */
export const pendingAccepted: ScriptRule = {
  id: 'pending-accepted',
  about: message('lint.pending-accepted.about'),
  wrong: [
    "kubectl get pod web -o jsonpath='{.status.phase}' | grep -Eq 'Running|Pending'",
    '[ "$phase" = Running ] || [ "$phase" = Pending ]',
  ],
  right: ['[ "$phase" = Running ]'],
  look: ({ text, tree }) => {
    const found = nodesIn(tree).filter(({ node }) => {
      const written = text.slice(node.pos, node.end);
      if (!soon.test(written) || !there.test(written)) return false;
      if (node.type === 'Word') return /\|/.test(written) && !/\$\(/.test(written);
      if (node.type === 'CaseItem') {
        const patterns = node.pattern.map((each) => each.text).join('|');
        return soon.test(patterns) && there.test(patterns);
      }
      const operators = node.type === 'AndOr' ? node.operators : node.type === 'TestLogical' ? [node.operator] : [];
      const compared = written.match(/=\s*["']?(?:[Rr]unning|Pending|ContainerCreating|[Cc]reated)/g) ?? [];
      return operators.includes('||') && compared.length > 1 && !/!=/.test(written);
    });
    return found.map(({ node: { pos, end } }) => ({ message: message('lint.pending-accepted'), pos, end }));
  },
};
