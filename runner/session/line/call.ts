import { soleCommand } from '../../lab/shell/sole.ts';

/** A line of the shell that calls one program: what it calls, as whom, and with which settings of its own. */
export type LineCall = {
  /** Without its path, and without what only starts it, such as `sudo`. */
  readonly program: string;
  readonly args: readonly string[];
  /** As whom, where that is not whoever typed it. */
  readonly user?: string;
  /** `DOCKER_HOST=… docker ps` */
  readonly variables: Readonly<Record<string, string>>;
};

const nameOf = (word: string): string => word.replace(/^\\/, '').slice(word.lastIndexOf('/') + 1);

/** The words of a line as its program gets them; undefined where it is more than one command. */
function wordsOf(line: string): readonly string[] | undefined {
  const sole = soleCommand(line);
  return sole?.expanded === 'commands' ? undefined : sole?.words;
}

/** Programs that start another one, and their options that take a value. */
const starters: Readonly<Record<string, readonly string[]>> = {
  sudo: ['-u', '--user', '-g', '--group'],
  runuser: ['-u', '--user', '-g', '--group'],
  env: ['-u', '--unset', '-C', '--chdir'],
  time: [],
  command: [],
  exec: ['-a'],
  nohup: [],
};

/** The call that a line comes to; undefined where it is more than one command, or none. */
export const callOf = (line: string): LineCall | undefined => callOfWords(wordsOf(line) ?? []);

/** The same of a command's words. */
export function callOfWords(all: readonly string[]): LineCall | undefined {
  let words = all;
  let user: string | undefined;
  const variables: Record<string, string> = {};
  for (;;) {
    const [word, ...rest] = words;
    if (word === undefined) return undefined;
    const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
    const program = nameOf(word);
    const valued = starters[program];
    if (name !== undefined) {
      variables[name] = value;
      words = rest;
    } else if (valued) {
      const { given, after } = optionsOf(rest, valued);
      if (program === 'sudo' || program === 'runuser') user = given['-u'] ?? given['--user'] ?? user;
      words = after;
    } else if (program === 'su') {
      const inner = typedBySu(rest);
      if (!inner) return { program, args: rest, variables };
      user = inner.user;
      words = wordsOf(inner.line) ?? [];
    } else return { program, args: rest, ...(user !== undefined && { user }), variables };
  }
}

function optionsOf(words: readonly string[], valued: readonly string[]) {
  const given: Record<string, string> = {};
  let at = 0;
  for (; words[at]?.startsWith('-') && words[at] !== '--'; at += 1) {
    const [name = '', value] = (words[at] ?? '').split('=', 2);
    if (value !== undefined) given[name] = value;
    else if (valued.includes(name)) {
      at += 1;
      given[name] = words[at] ?? '';
    }
  }
  return { given, after: words.slice(words[at] === '--' ? at + 1 : at) };
}

/** Of `su nobody -s /bin/sh -c "docker ps"`. */
function typedBySu(words: readonly string[]): { readonly user: string; readonly line: string } | undefined {
  const at = words.findIndex((each) => each === '-c' || each === '--command');
  const line = words[at + 1];
  if (at < 0 || line === undefined) return undefined;
  const valued = ['-s', '--shell', '-c', '--command', '-g', '--group'];
  const user = words.find((each, index) => !each.startsWith('-') && !valued.includes(words[index - 1] ?? ''));
  return { user: user ?? 'root', line };
}
