import { type Act, isScript, isShell, isShellName, message, type Pod, readShell } from '../../runner/api.ts';
import { lastPart as program } from '../docker/words.ts';
import type { Refused } from '../kit/judge.ts';
import { surelyCalled } from './surelyCalled.ts';

export const isWrong = ({ code }: Pick<Act, 'code'>): boolean => code >= 400;

/** `kubectl replace --force` looks until the old one is gone: not found, of what is there by now, is no refusal. */
export const isPast = ({ code, name }: Pick<Act, 'code' | 'name'>, pods: readonly Pick<Pod, 'name'>[]): boolean =>
  code === 404 && pods.some((each) => each.name === name);

/** Ways into a Pod: a debugging container is added first, and attached to then. */
export const ways: readonly string[] = ['exec', 'attach', 'ephemeralcontainers'];

/** Attach, and debug without a command, give none: what they open is a shell, or nothing that anybody could type in. */
export const opensShell = ({ subresource, command }: Pick<Act, 'subresource' | 'command'>): boolean =>
  subresource === 'attach' || (subresource === 'ephemeralcontainers' && command.length === 0) || isShell(command);

/** The programs that an exec is about: those that only give another one its words, `$(…)`, are left out. */
export const mainWordsOf = ({ command }: Pick<Act, 'command'>): readonly string[] => programsOf(command, false);

/** The programs that an exec runs: its own, what busybox is told to be, and what a shell's `-c` calls. */
export const wordsOf = ({ command }: Pick<Act, 'command'>): readonly string[] => programsOf(command, true);

function programsOf(command: readonly string[], helpers: boolean): readonly string[] {
  const [first = '', second = ''] = command;
  const at = command.findIndex(isScript);
  const called = at > 0 && isShellName(first) ? calledBy(command[at + 1] ?? '', helpers) : [];
  const own = at > 0 ? [] : ownWords(command).slice(0, 1).map(program);
  return [program(first), ...(program(first) === 'busybox' ? [second] : []), ...own, ...called];
}

/** What ends a script, or goes on as something else: what stands behind it is never come to. */
const ending = new Set(['exit', 'return', 'exec']);

/** The programs that a script calls, as far as its text tells that it comes to them where it ends well. */
function calledBy(script: string, helpers: boolean): readonly string[] {
  const words = surelyCalled(readShell(script), helpers).map(ownWords);
  const end = words.findIndex(([first = '']) => ending.has(first));
  const [last, ...replaced] = words[end] ?? [];
  const reached = end < 0 ? words : [...words.slice(0, end), ...(last === 'exec' ? [replaced] : [])];
  return reached.map(([first = '']) => program(first));
}

/** What may stand before a command's own words: variables for it alone, programs that run it. */
const before = /^(?:!|\{|time|command|builtin|env|nohup|nice|setsid|busybox|xargs|timeout|-\S*|\d+s?|\w+=\S*)$/;

/** A command from its own program on: `then kill -HUP 1` → `kill -HUP 1`. */
const ownWords = (words: readonly string[]): readonly string[] =>
  words.slice(
    Math.max(
      0,
      words.findIndex((each) => !before.test(each)),
    ),
  );

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

/** What is said of an exec that has run nothing: its program could not be started, or it never came to the container. */
export function idle(act: Act): Refused | undefined {
  const { outcome, command, at } = act;
  const actual = said(act);
  if (outcome?.kind === 'unreached') return { at, because: message('kube.did.unreached', { actual }), excused: true };
  if (outcome?.kind !== 'unstarted') return undefined;
  const [program = ''] = command;
  const because = message('kube.did.unstarted', { actual, program });
  // A name with blanks in it is most often a command that was put into quotes.
  const hint = program.includes(' ') ? { hint: message('kube.did.quoted', { program }) } : {};
  return { at, because, ...hint };
}
