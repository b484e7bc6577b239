import { type Message, message } from '../../words/message.ts';
import type { LineCall } from './call.ts';
import { meantBy } from './meant.ts';

const commands = [
  ...[
    'annotate',
    'api-resources',
    'api-versions',
    'apply',
    'attach',
    'auth',
    'autoscale',
    'certificate',
    'cluster-info',
  ],
  ...['config', 'cordon', 'cp', 'create', 'debug', 'delete', 'describe', 'diff', 'drain', 'edit', 'events', 'exec'],
  ...[
    'explain',
    'expose',
    'get',
    'help',
    'kustomize',
    'label',
    'logs',
    'options',
    'patch',
    'port-forward',
    'proxy',
    'replace',
  ],
  ...['rollout', 'run', 'scale', 'set', 'taint', 'top', 'uncordon', 'version', 'wait'],
];

/** Options by which a call asks another cluster, or as somebody else. */
const leading = ['--context', '--kubeconfig', '--server', '-s', '--cluster', '--user', '--token'];
/** Others of every command that take a value. */
const valued = [...leading, '-n', '--namespace', '-c', '--container', '-f', '--filename', '--request-timeout', '-v'];

type Settings = Readonly<Record<string, string>>;

/** Its words that are no options, up to `--`, and those options that lead elsewhere. */
function read(args: readonly string[]) {
  const plain: string[] = [];
  const away: string[] = [];
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  for (let at = 0; at < end; at += 1) {
    const word = args[at] ?? '';
    const [name = '', value] = word.split('=', 2);
    const isOption = word.startsWith('-');
    if (!isOption) plain.push(word);
    const takes = isOption && value === undefined && valued.includes(name);
    if (isOption && leading.includes(name)) away.push(takes ? `${word} ${args[at + 1] ?? ''}` : word);
    if (takes) at += 1;
  }
  return { plain, away, isDivided: end < args.length };
}

/** What leads a call away from the session's cluster; undefined where nothing does. */
export function kubectlElsewhere({ args, variables }: LineCall, settings: Settings): Message | undefined {
  const [option] = read(args).away;
  if (option !== undefined) return message('line.kubectl-option', { option });
  const { KUBECONFIG: given } = variables;
  if (given !== undefined) return message('line.kubectl-option', { option: `KUBECONFIG=${given}` });
  const { KUBECONFIG: value } = settings;
  return value === undefined || value === '' ? undefined : message('line.kubectl-variable', { value });
}

/** An exec whose command is not divided from the client's own options: the client takes no such line. */
export function kubectlUndivided({ args }: LineCall): Message | undefined {
  const { plain, isDivided } = read(args);
  const [word, pod, ...rest] = plain;
  if (word !== 'exec' || isDivided || pod === undefined || rest.length === 0) return undefined;
  return message('line.kubectl-exec', { pod, command: rest.join(' ') });
}

/** Why a call of the client never reached the API server. */
export function kubectlTold({ args }: LineCall): Message {
  const [word = ''] = read(args).plain;
  if (word !== '' && !commands.includes(word)) {
    const near = meantBy(word, commands);
    return near === undefined
      ? message('line.kubectl-unknown', { word })
      : message('line.kubectl-unknown-near', { word, near });
  }
  return message('line.kubectl-refused', { command: ['kubectl', word].join(' ').trim() });
}
