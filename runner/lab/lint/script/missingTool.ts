import { message } from '../../../words/message.ts';
import { callsIn } from '../../shell/calls.ts';
import type { Finding, ScriptRule } from './scriptRule.ts';

/** Programs that many images lack. */
const tools = [
  ...[
    'bash',
    'curl',
    'wget',
    'nc',
    'ncat',
    'socat',
    'dig',
    'nslookup',
    'host',
    'ping',
    'ip',
    'ss',
    'netstat',
    'ifconfig',
  ],
  ...['ps', 'pgrep', 'pidof', 'pstree', 'top', 'jq', 'python', 'python3', 'perl', 'lsof', 'file', 'strace'],
];

/** After `docker exec` or `kubectl exec`, the container and then the program. */
export function programIn(args: readonly string[]): string | undefined {
  const [verb, ...rest] = args[0] === 'container' ? args.slice(1) : args;
  if (verb !== 'exec') return undefined;
  const divider = rest.indexOf('--');
  if (divider >= 0) return rest[divider + 1];
  const valued = ['-e', '--env', '-u', '--user', '-w', '--workdir', '-n', '--namespace', '-c', '--container'];
  const plain = rest.filter((each, index) => !each.startsWith('-') && !valued.includes(rest[index - 1] ?? ''));
  return plain[1];
}

/** A program that is not in the image looks like something that the learner has not done. */
export const missingTool: ScriptRule = {
  id: 'missing-tool',
  about: message('lint.missing-tool.about'),
  wrong: ['docker exec web curl -sf -m 2 localhost'],
  right: [
    'curl -sf -m 2 "http://$web_ip/"',
    'docker exec web curl -sf -m 2 localhost\ncode=$?\n[ "$code" -lt 126 ] || exit 2\nexit "$code"',
  ],
  look: ({ text, tree }) =>
    callsIn(tree).flatMap(({ node, name, args }): readonly Finding[] => {
      if (!['docker', 'kubectl'].includes(name)) return [];
      const program = programIn(args);
      if (program === undefined || !tools.includes(program) || /\b12[67]\b/.test(text)) return [];
      return [{ message: message('lint.missing-tool', { program }), pos: node.pos, end: node.end }];
    }),
};
