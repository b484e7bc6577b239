import { type Message, message } from '../../words/message.ts';
import type { ShellCommand } from '../../world/shell/model.ts';
import { callOf, type LineCall } from './call.ts';
import { dockerTold } from './docker.ts';
import { kubectlElsewhere, kubectlTold, kubectlUndivided } from './kubectl.ts';
import { meantBy } from './meant.ts';
import { signsIn } from './signs.ts';

/** What is known besides the line: whether an engine was called since it began. */
export type Around = {
  /** Undefined where the lab has no such engine, or its calls cannot be seen. */
  readonly docker?: 'called' | 'untouched';
  readonly kubernetes?: 'called' | 'untouched' | 'unseen';
  /** Programs that the step's right ways call. */
  readonly tools: readonly string[];
};

type Settings = NonNullable<ShellCommand['settings']>;

/** How a shell says that it knows no such command, and from which exit code on a signal has ended it (bash(1), EXIT STATUS). */
const notFound = 127;
const signalled = 128;

/** What ends with the exit code of something that it has started. */
const carriers = [
  ...['docker', 'kubectl', 'crictl', 'ctr', 'nerdctl', 'bash', 'sh', 'dash', 'nsenter', 'chroot', 'unshare', 'timeout'],
  ...['xargs', 'watch', 'strace', 'script', 'setsid', 'su', 'source', '.', 'eval', 'find', 'setpriv', 'ip', 'builtin'],
];

/**
What became of a line that no check has heard of: it never was a call of an engine, though it was meant for one. A hint and nothing
more: nothing passes or counts by it. Undefined where the line is in order, or not known to be out of it.
*/
export function lineTold(command: ShellCommand, around: Around): Message | undefined {
  const { line, exitCode } = command;
  if (around.docker === 'called' || around.kubernetes === 'called') return undefined;
  const known = ['docker', 'kubectl', 'kill', ...around.tools];
  const isComment = /^\s*#/.test(line);
  if ((exitCode === 0 && !isComment) || exitCode >= signalled) return undefined;
  const sign = signsIn(line, (word) => known.includes(word));
  if (sign || isComment) return sign;
  const call = callOf(line);
  return call && ofCall(call, command, around, known);
}

function ofCall(
  call: LineCall,
  { exitCode, settings = {}, line }: ShellCommand,
  around: Around,
  known: readonly string[],
): Message | undefined {
  switch (call.program) {
    case 'docker':
      return around.docker && dockerTold(call, settings);
    case 'kubectl':
      return around.kubernetes && ofKubectl(call, settings, around.kubernetes === 'untouched');
    case 'kill':
    case 'pkill':
    case 'killall':
      return call.user !== undefined && call.user !== 'root'
        ? message('line.kill-user', { program: call.program, user: call.user })
        : message('line.kill-nothing', { line: line.trim() });
  }
  if (exitCode !== notFound || carriers.includes(call.program)) return undefined;
  const near = meantBy(call.program, known);
  return near === undefined
    ? message('line.unknown', { word: call.program })
    : message('line.unknown-near', { word: call.program, near });
}

/** Where nobody sees what was asked of the API, only what can be told from the line itself. */
function ofKubectl(call: LineCall, settings: Settings, isUntouched: boolean): Message | undefined {
  const told = kubectlElsewhere(call, settings) ?? kubectlUndivided(call);
  return told ?? (isUntouched ? kubectlTold(call) : undefined);
}
