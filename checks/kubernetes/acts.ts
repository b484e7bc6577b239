import type { Execs, KubernetesAction, Pod } from '../../runner/api.ts';
import { lastPart as program } from '../docker/words.ts';

/** What came of an exec, by its node's runtime. */
export type Outcome =
  /** The program could not be started: there is none of this name, or it may not be run. */
  | { readonly kind: 'unstarted' }
  /** The runtime was never asked: the kubelet did not answer, or the container was not running. */
  | { readonly kind: 'unreached' }
  | { readonly kind: 'running' }
  | { readonly kind: 'ended'; readonly code: number }
  /** Nobody was watching just then. */
  | { readonly kind: 'unseen' };

/** One of the learner's calls, as far as a check speaks of it. */
export type Act = Pick<KubernetesAction, 'verb' | 'resource' | 'command' | 'code' | 'at'> & {
  readonly name: string;
  readonly subresource: string;
  readonly container: string;
  readonly said?: string;
  /** Of an exec on a node that can be watched, and of a debugging container that runs a program of its own. */
  readonly outcome?: Outcome;
  /** Its first process on the node. */
  readonly pid?: number;
};

export const isWrong = ({ code }: Pick<Act, 'code'>): boolean => code >= 400;

/** Ways into a Pod: a debugging container is added first, and attached to then. */
export const ways: readonly string[] = ['exec', 'attach', 'ephemeralcontainers'];

const shells = new Set(['sh', 'bash', 'dash', 'ash', 'busybox']);

/** Whether a process of this name is one that somebody may type in. */
export const isShellName = (name: string): boolean => shells.has(program(name));

const isScript = (flag: string): boolean => /^-[a-z]*c$/.test(flag);

/** Attach, and debug without a command, give none: what they open is a shell, or nothing that anybody could type in. */
export const isShell = ({
  subresource,
  command: [first = '', ...rest],
}: Pick<Act, 'subresource' | 'command'>): boolean =>
  subresource === 'attach' ||
  (subresource === 'ephemeralcontainers' && first === '') ||
  (isShellName(first) && rest.every((each) => isShellName(each) || (each.startsWith('-') && !isScript(each))));

/** The programs that an exec runs: its own, what busybox is told to be, and what a shell's `-c` calls. */
export function wordsOf({ command }: Pick<Act, 'command'>): readonly string[] {
  const [first = '', second = ''] = command;
  const at = command.findIndex(isScript);
  const called = at > 0 && isShellName(first) ? calledBy(command[at + 1] ?? '') : [];
  return [program(first), ...(program(first) === 'busybox' ? [second] : []), ...called];
}

/** What ends a script, or goes on as something else: what stands behind it is never come to. */
const ending = new Set(['exit', 'return', 'exec']);

/** The programs that a script calls, as far as its text tells that it comes to them where it ends well. */
function calledBy(script: string): readonly string[] {
  // Neither a remark is run, nor what is only a text.
  const bare = script
    .replace(/'[^']*'|"[^"]*"/g, (text) => (/[;&|\n`(]/.test(text) ? '' : text))
    .replace(/(?:^|\s)#.*$/gm, '');
  const lists = bare.split(/(?<![&|])[;\n&](?!&)|[()`]|\$\(/);
  const commands = lists.flatMap((list, index) => {
    // Of what is only run after something else went well, the last alone shows by its end that it was.
    const [sure = ''] = list.split('||');
    return index === lists.length - 1 ? sure.split(/&&|\|/) : (sure.split('&&')[0] ?? '').split('|');
  });
  const words = commands.map((each) => each.trim().split(/\s+/));
  const end = words.findIndex(([first = '']) => ending.has(first));
  const reached = end < 0 ? words : [...words.slice(0, end), (words[end] ?? []).slice(1)];
  return reached.map(([first = '']) => program(first));
}

/** Whether a command line has one of the texts that it must contain, each not as a part of a longer number. */
export function says(line: string, contains: string | readonly string[] = []): boolean {
  const texts = [contains].flat();
  const areOneNumber = (left = '', right = '') => /^\d\d$/.test(left + right);
  const has = (text: string): boolean => {
    for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1))
      if (!areOneNumber(line[at - 1], text[0]) && !areOneNumber(text.at(-1), line[at + text.length])) return true;
    return false;
  };
  return texts.length === 0 || texts.some(has);
}

/** A call in a few words: `exec nginx shell ps ax`, `list pods`. */
export const said = ({ verb, resource, name, subresource, command, container }: Act): string =>
  (ways.includes(subresource)
    ? [subresource === 'ephemeralcontainers' ? 'debug' : subresource, name, container, command.join(' ')]
    : [verb, subresource === '' ? resource : `${resource}/${subresource}`, name]
  )
    .filter((each) => each !== '')
    .join(' ');

type Exec = Execs['all'][number];

/**
The learner's calls with what came of their execs. The API tells of the call, the runtime of the exec: an exec is that of the first
call for its container that was not over before it. The kubelet's own execs (a probe) have no call.
*/
export function withOutcomes(
  actions: readonly KubernetesAction[],
  pod: Pod | undefined,
  execs?: Execs,
): readonly Act[] {
  const first = pod?.containers.find(({ role }) => role === 'main')?.name;
  const left = new Set(execs?.all ?? []);
  return actions.map((action): Act => {
    const { verb, resource, name = '', subresource = '', command, container = '', code, at, said: told } = action;
    const act = {
      ...{ verb, resource, name, subresource, command, container, code, at },
      ...(told !== undefined && { said: told }),
    };
    if (!execs || subresource !== 'exec' || name !== pod?.name || isWrong(act)) return act;
    const where = container === '' ? first : container;
    const exec = [...left].find(
      (each) => each.container === where && each.at >= at && each.at <= (action.ended ?? Number.POSITIVE_INFINITY),
    );
    if (exec) left.delete(exec);
    const outcome = outcomeOf(action, exec, execs.from);
    return { ...act, outcome, ...(exec?.pid !== undefined && { pid: exec.pid }) };
  });
}

function outcomeOf({ at, open }: KubernetesAction, exec: Exec | undefined, from: number): Outcome {
  if (exec?.ended) return { kind: 'ended', code: exec.ended.code };
  if (exec?.pid !== undefined || open) return { kind: 'running' };
  if (exec) return { kind: 'unstarted' };
  return { kind: at >= from ? 'unreached' : 'unseen' };
}

/** A call that adds a debugging container, with the program that this was told to run: that stands in the Pod. */
export function withDebugger(act: Act, { name, containers }: Pod): Act {
  const told = containers.findLast(({ role, command = [] }) => role === 'ephemeral' && command.length > 0);
  if (!told || act.subresource !== 'ephemeralcontainers' || act.name !== name) return act;
  const { name: container, command = [], exitCode: code } = told;
  return { ...act, container, command, outcome: code === undefined ? { kind: 'running' } : { kind: 'ended', code } };
}
