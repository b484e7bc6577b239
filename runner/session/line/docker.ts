import { type Message, message } from '../../words/message.ts';
import type { LineCall } from './call.ts';
import { meantBy } from './meant.ts';

/** Where the machine's own engine listens, as a client may be told. */
const own = /^(?:unix:\/\/)?(?:\/var)?\/run\/docker\.sock$/;

const commands = [
  ...['attach', 'build', 'builder', 'checkpoint', 'commit', 'config', 'container', 'context', 'cp', 'create', 'diff'],
  ...['events', 'exec', 'export', 'history', 'image', 'images', 'import', 'info', 'inspect', 'kill', 'load', 'login'],
  ...['logout', 'logs', 'manifest', 'network', 'node', 'pause', 'plugin', 'port', 'ps', 'pull', 'push', 'rename'],
  ...['restart', 'rm', 'rmi', 'run', 'save', 'search', 'secret', 'service', 'stack', 'start', 'stats', 'stop', 'swarm'],
  ...['system', 'tag', 'top', 'trust', 'unpause', 'update', 'version', 'volume', 'wait', 'help'],
];

/** Options of the client itself, before its command, that take a value. */
const valued = ['-H', '--host', '-c', '--context', '--config', '-l', '--log-level'];

type Settings = Readonly<Record<string, string>>;

function readOptions(args: readonly string[]) {
  const options: Record<string, string> = {};
  let at = 0;
  for (; args[at]?.startsWith('-'); at += 1) {
    const [name = '', value] = (args[at] ?? '').split('=', 2);
    if (value === undefined && valued.includes(name)) at += 1;
    options[name] = value ?? args[at] ?? '';
  }
  return { options, rest: args.slice(at) };
}

/** What leads the client away from the machine's engine, as it was written; undefined where nothing does. */
function elsewhere({ variables }: LineCall, options: Settings, settings: Settings): Message | undefined {
  const host = options['-H'] ?? options['--host'];
  if (host !== undefined) return own.test(host) ? undefined : message('line.docker-option', { option: `-H ${host}` });
  const context = options['-c'] ?? options['--context'];
  if (context !== undefined)
    return context === 'default' ? undefined : message('line.docker-option', { option: `--context ${context}` });
  for (const name of ['DOCKER_HOST', 'DOCKER_CONTEXT']) {
    const value = variables[name] ?? settings[name];
    if (value === undefined || value === '' || value === 'default') continue;
    if (own.test(value)) return undefined;
    return name in variables
      ? message('line.docker-option', { option: `${name}=${value}` })
      : message('line.docker-variable', { name, value });
  }
  const { context: chosen } = settings;
  return chosen === undefined || chosen === 'default' ? undefined : message('line.docker-context', { context: chosen });
}

/** Why a call of the client never reached the machine's engine. */
export function dockerTold(call: LineCall, settings: Settings): Message {
  const { options, rest } = readOptions(call.args);
  const away = elsewhere(call, options, settings);
  if (away) return away;
  if (call.user !== undefined && call.user !== 'root') return message('line.docker-user', { user: call.user });
  const [word = ''] = rest;
  if (word !== '' && !commands.includes(word)) {
    const near = meantBy(word, commands);
    return near === undefined
      ? message('line.docker-unknown', { word })
      : message('line.docker-unknown-near', { word, near });
  }
  const groups = ['container', 'image', 'network', 'volume', 'system'];
  const command = ['docker', ...rest.slice(0, groups.includes(word) ? 2 : 1)].join(' ');
  return message('line.docker-refused', { command });
}
