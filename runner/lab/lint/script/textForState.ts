import { message } from '../../../words/message.ts';
import { callsIn } from '../../shell/calls.ts';
import type { Finding, ScriptRule } from './scriptRule.ts';

const readers = ['grep', 'egrep', 'fgrep', 'cat', 'jq', 'yq', 'awk', 'sed', 'head', 'tail', 'diff', 'cmp'];
const wish = /\.(?:ya?ml|json|toml)$|(?:^|\/)(?:Dockerfile|Containerfile)$/;

/** What the learner wrote into a file is what they want, not what the engine has. */
export const textForState: ScriptRule = {
  id: 'text-for-state',
  about: message('lint.text-for-state.about'),
  wrong: ['grep -q "replicas: 3" deployment.yaml', 'grep -q live-restore /etc/docker/daemon.json'],
  right: ['test "$(docker info --format \'{{.LiveRestoreEnabled}}\')" = true'],
  look: ({ tree }) =>
    callsIn(tree).flatMap(({ name, words }): readonly Finding[] => {
      const file = readers.includes(name) ? words.find(({ value }) => wish.test(value)) : undefined;
      if (!file) return [];
      return [{ message: message('lint.text-for-state', { file: file.value }), pos: file.pos, end: file.end }];
    }),
};

/** What the learner typed is not what has happened, and there are shells without a history. */
export const historyRead: ScriptRule = {
  id: 'history-read',
  about: message('lint.history-read.about'),
  wrong: ['grep -q "docker run" ~/.bash_history', 'history | grep -q docker'],
  right: ['test "$(docker inspect -f \'{{.State.Running}}\' web)" = true'],
  look: ({ text, tree }) =>
    callsIn(tree).flatMap(({ node, name }): readonly Finding[] => {
      const written = text.slice(node.pos, node.end);
      if (!['history', 'fc'].includes(name) && !/_history\b|\$\{?HISTFILE/.test(written)) return [];
      return [{ message: message('lint.history-read'), pos: node.pos, end: node.end }];
    }),
};
