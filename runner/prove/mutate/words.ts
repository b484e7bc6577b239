/** A word of a shell line and where it stands in it. */
export type Word = { readonly text: string; readonly from: number; readonly to: number; readonly role: Role };

/** `program`: what is run. `command`: what a program with commands of its own is to do, as `run` of `docker run`. */
export type Role = 'program' | 'command' | 'flag' | 'argument' | 'operator';

const word = /[|&;<>]+|(?:[^\s"'\\|&;<>]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g;
const operator = /^[|&;<>]+$/;
const withCommands: ReadonlySet<string> = new Set(['docker', 'kubectl', 'systemctl', 'ip']);
/** Commands of `docker` that only name a group of commands. */
const groups: ReadonlySet<string> = new Set(['container', 'image', 'network', 'volume', 'system']);

/** The words of a line, each with what it is there for; quoted text is one word. */
export function wordsOf(line: string): readonly Word[] {
  let before: Word | undefined;
  let commanded = false;
  return [...line.matchAll(word)].map(({ 0: text, index }) => {
    const role = roleOf(text);
    before = { text, from: index, to: index + text.length, role };
    if (role === 'program') commanded = false;
    if (role === 'command' && !groups.has(text)) commanded = true;
    return before;
  });

  function roleOf(text: string): Role {
    if (operator.test(text)) return 'operator';
    if (!before || (before.role === 'operator' && !/^[<>]/.test(before.text))) return 'program';
    const led = before.role === 'program' ? withCommands.has(before.text) : before.role === 'command' && !commanded;
    if (led && /^[a-z-]+$/.test(text) && !text.startsWith('-')) return 'command';
    return text.startsWith('-') ? 'flag' : 'argument';
  }
}
