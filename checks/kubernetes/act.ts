import type { KubernetesAction } from '../../runner/api.ts';
import { lastPart as program } from '../docker/words.ts';

/** What is read of a call that leads into a Pod. */
type Call = Pick<KubernetesAction, 'verb' | 'resource' | 'command'> & {
  readonly name: string;
  readonly subresource: string;
  readonly container: string;
};

/** Ways into a Pod: a debugging container is added first, and attached to then. */
export const ways: readonly string[] = ['exec', 'attach', 'ephemeralcontainers'];

const shells = new Set(['sh', 'bash', 'dash', 'ash', 'busybox']);

/** Whether a process of this name is one that somebody may type in. */
export const isShellName = (name: string): boolean => shells.has(program(name));

/** Attach and debug give no command: what they open is a shell, or nothing that anybody could type in. */
export const isShell = ({ subresource, command }: Pick<Call, 'subresource' | 'command'>): boolean =>
  subresource === 'attach' ||
  subresource === 'ephemeralcontainers' ||
  (isShellName(command[0] ?? '') &&
    command.slice(1).every((each) => isShellName(each) || (each.startsWith('-') && !isScript(each))));

const isScript = (flag: string): boolean => /^-[a-z]*c$/.test(flag);

const scriptIn = (command: readonly string[]): string | undefined => {
  const at = command.findIndex(isScript);
  return at > 0 && isShellName(command[0] ?? '') ? command[at + 1] : undefined;
};

/** The programs that an exec runs: its own, what busybox is told to be, and what a shell's `-c` calls. */
export function wordsOf({ command }: Pick<Call, 'command'>): readonly string[] {
  const [first = '', second = ''] = command;
  const called = (scriptIn(command) ?? '')
    .split(/[;&|()\n`]+|\$\(/)
    .map((each) => program(each.trim().split(/\s+/)[0] ?? ''));
  return [program(first), ...(program(first) === 'busybox' ? [second] : []), ...called];
}

/** A call in a few words: `exec nginx shell ps ax`, `list pods`. */
export const said = ({ verb, resource, name, subresource, command, container }: Call): string =>
  (ways.includes(subresource)
    ? [subresource === 'ephemeralcontainers' ? 'debug' : subresource, name, container, command.join(' ')]
    : [verb, subresource === '' ? resource : `${resource}/${subresource}`, name]
  )
    .filter((each) => each !== '')
    .join(' ');
