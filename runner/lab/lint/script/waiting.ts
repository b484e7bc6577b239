import type { ArithmeticFor, ParsedScript, SyntaxNode, While } from 'unbash';
import { message } from '../../../words/message.ts';
import { type Call, callsIn, lineOf } from '../../shell/calls.ts';
import { nodesIn } from '../../shell/tree.ts';
import type { Finding, ScriptRule } from './scriptRule.ts';

/** A script that waits instead of looking. It is run again whenever something has changed. */
export const noSettling: ScriptRule = {
  id: 'no-settling',
  about: message('lint.no-settling.about'),
  wrong: ['sleep 3\ndocker inspect web', 'docker exec web ls /data &\ntest -e /tmp/x'],
  right: ['docker inspect web'],
  look: ({ text, tree }) => [
    ...callsIn(tree).flatMap(({ node, name }): readonly Finding[] =>
      name === 'sleep' ? [{ message: message('lint.sleeps'), pos: node.pos, end: node.end }] : [],
    ),
    ...nodesIn(tree).flatMap(({ node }): readonly Finding[] => {
      const waits = callsIn(tree).some(({ name }) => name === 'wait');
      if (node.type !== 'Statement' || !node.background || waits) return [];
      const command = text.slice(node.pos, node.end);
      return [{ message: message('lint.background', { command }), pos: node.pos, end: node.end }];
    }),
  ],
};

/** Commands that may never end by themselves, each by how it is written. */
const endless: readonly RegExp[] = [
  /^(?:docker(?: compose| container)?|kubectl) logs\b.* (?:-f|--follow)\b/,
  /^docker (?:container )?(?:wait|attach|stats(?!.*--no-stream))\b/,
  /^docker (?:system )?events\b(?!.*--until)/,
  /^kubectl get\b.* (?:-w|--watch)\b/,
  /^kubectl (?:wait|rollout status)\b(?!.*--timeout)/,
  /^kubectl port-forward\b/,
  /^tail\b.* (?:-[a-z]*[fF]|--follow)\b/,
  /^ping\b(?!.* -[cw])/,
  /^curl\b(?!.* (?:-m|--max-time|--connect-timeout)\b)(?!.* -[a-zA-Z]*m\b)/,
  /^wget\b(?!.* (?:-T|--timeout))/,
  /^(?:watch|read|nc|top)\b(?!.* -(?:t|w|b|n)\b)/,
];

const hasTimeout = ({ node, pipe }: Call): boolean => pipe.includes(node) && node.name?.value === 'timeout';

/** What is read from a file or a pipeline ends with it. */
const isFed = ({ node, place }: Call, around: readonly SyntaxNode[]): boolean =>
  place > 0 ||
  node.redirects.some(({ operator }) => operator.startsWith('<')) ||
  around.some((each) => each.type === 'Redirected' || each.type === 'While');

/** Something in the loop reads what comes to an end, or ends it; where its condition is no question, only reading does. */
const leaves = (loop: While | ArithmeticFor, tree: ParsedScript, text: string): boolean => {
  const ways = isConstant(loop, text) ? ['read'] : ['read', 'break', 'exit', 'return'];
  return callsIn(tree).some(({ name, node }) => ways.includes(name) && node.pos >= loop.pos && node.end <= loop.end);
};

const isConstant = (loop: While | ArithmeticFor, text: string): boolean =>
  loop.type === 'ArithmeticFor' || /^(?:true|:|false)$/.test(text.slice(loop.clause.pos, loop.clause.end).trim());

/** It goes on by numbers, which are taken to come to an end. */
const counts = (node: While | ArithmeticFor, text: string): boolean =>
  node.type === 'While'
    ? /\$\(\(|\(\(|-(?:lt|le|gt|ge) /.test(text.slice(node.clause.pos, node.clause.end))
    : !/^for\s*\(\([^;]*;\s*;/.test(text.slice(node.pos, node.end));

/** A script that may still be waiting when its time is over. */
export const blockingScript: ScriptRule = {
  id: 'blocking-script',
  about: message('lint.blocking-script.about'),
  wrong: [
    'docker logs -f web | grep -q ready',
    'docker events',
    'curl -sf http://localhost:8080',
    'until docker inspect web; do :; done',
    'while true; do :; done\ntest -e /tmp/x || exit 1',
    'for ((;;)); do :; done\ntest -e /tmp/x || exit 1',
  ],
  right: [
    'docker logs web 2>&1 | grep -q ready',
    'docker events --since 1m --until 0s',
    'curl -sf -m 2 http://localhost:8080',
  ],
  look: ({ text, tree }) => {
    const around = new Map(nodesIn(tree).map((each) => [each.node, each.around]));
    const calls = callsIn(tree).filter((call) => !hasTimeout(call) && !isFed(call, around.get(call.node) ?? []));
    const loops = nodesIn(tree).flatMap(({ node }): readonly Finding[] => {
      if (!(node.type === 'While' || node.type === 'ArithmeticFor') || leaves(node, tree, text) || counts(node, text))
        return [];
      const command = text.slice(node.pos, node.end).split('\n')[0] ?? '';
      return [{ message: message('lint.blocking-script', { command }), pos: node.pos, end: node.end }];
    });
    return [
      ...calls.flatMap(({ node }): readonly Finding[] => {
        const line = lineOf(node);
        if (!endless.some((each) => each.test(line))) return [];
        return [{ message: message('lint.blocking-script', { command: line }), pos: node.pos, end: node.end }];
      }),
      ...loops,
    ];
  },
};
