import type { SyntaxNode } from 'unbash';
import { message } from '../../../words/message.ts';
import { type Call, callsIn, lineOf } from './calls.ts';
import { nodesIn } from './script.ts';
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
  /^docker (?:container )?(?:wait|attach|events|stats(?!.*--no-stream))\b/,
  /^docker events\b(?!.*--until)/,
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

/** A script that may still be waiting when its time is over. */
export const blockingScript: ScriptRule = {
  id: 'blocking-script',
  about: message('lint.blocking-script.about'),
  wrong: [
    'docker logs -f web | grep -q ready',
    'curl -sf http://localhost:8080',
    'until docker inspect web; do :; done',
  ],
  right: ['docker logs web 2>&1 | grep -q ready', 'curl -sf -m 2 http://localhost:8080'],
  look: ({ text, tree }) => {
    const around = new Map(nodesIn(tree).map((each) => [each.node, each.around]));
    const calls = callsIn(tree).filter((call) => !hasTimeout(call) && !isFed(call, around.get(call.node) ?? []));
    const loops = nodesIn(tree).flatMap(({ node }): readonly Finding[] => {
      if (node.type !== 'While' || callsIn(tree).some(({ name }) => ['read', 'break', 'exit'].includes(name)))
        return [];
      const command = text.slice(node.pos, node.end).split('\n')[0] ?? '';
      return /\$\(\(|\(\(|-(?:lt|le|gt|ge) /.test(text.slice(node.clause.pos, node.clause.end))
        ? []
        : [{ message: message('lint.blocking-script', { command }), pos: node.pos, end: node.end }];
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
