import { type Command, nodesIn, readShell, type Word as ShellWord, type SyntaxNode } from '../../lab/shell/tree.ts';

/** A word of a shell text and where it stands in it. */
export type Word = { readonly text: string; readonly from: number; readonly to: number; readonly role: Role };

/**
`program`: what is run. `command`: what a program with commands of its own is to do, as `run` of `docker run`. `value`: a file that is written
or read, a variable's value. `content`: a word of a here-document, which is a text and no command.
*/
export type Role = 'program' | 'command' | 'flag' | 'argument' | 'value' | 'content';

const withCommands: ReadonlySet<string> = new Set(['docker', 'kubectl', 'systemctl', 'ip']);
/** Commands of `docker` that only name a group of commands. */
const groups: ReadonlySet<string> = new Set(['container', 'image', 'network', 'volume', 'system']);

/** Words that follow each other in one command, in the order in which they are written; quoted text is one word. */
export type Phrase = readonly Word[];

/** The words of a shell text, by command, each with what it is there for. */
export const phrasesOf = (text: string): readonly Phrase[] =>
  nodesIn(readShell(text))
    .filter(({ around }) => !around.some(isElsewhere))
    .flatMap(({ node }) => phrasesIn(node, text))
    .filter((phrase) => phrase.length > 0)
    .toSorted((one, other) => (one[0]?.from ?? 0) - (other[0]?.from ?? 0));

/** What is read anew, with escapes taken away: its nodes do not stand where they say. */
const isElsewhere = (node: SyntaxNode): boolean => node.type === 'Script' && node.source !== undefined;

function phrasesIn(node: SyntaxNode, text: string): readonly Phrase[] {
  const value = ({ pos, end }: SyntaxNode): Phrase => [
    { text: text.slice(pos, end), from: pos, to: end, role: 'value' },
  ];
  switch (node.type) {
    case 'Command':
      return [commandWords(node)];
    case 'Redirect':
    case 'HereString':
      return node.target && !/^\d+$|^-$/.test(node.target.text) ? [value(node.target)] : [];
    case 'Assignment':
      return node.value?.type === 'Word' && node.value.text !== '' ? [value(node.value)] : [];
    case 'For':
      return (node.wordlist ?? []).map(value);
    case 'HereDocBody':
      return contentWords(node.text, node.pos);
    default:
      return [];
  }
}

const content = /\$\{[^}]*\}|[^\s,"'{}[\]]+/g;

const contentWords = (body: string, pos: number): readonly Phrase[] =>
  [...body.matchAll(content)].map(({ 0: text, index }) => [
    { text, from: pos + index, to: pos + index + text.length, role: 'content' },
  ]);

function commandWords({ name, args }: Command): Phrase {
  if (!name) return [];
  let before: Word = { text: name.text, from: name.pos, to: name.end, role: 'program' };
  let commanded = false;
  const rest = args
    .filter((each) => each.type === 'Word')
    .map((each) => {
      const role = roleOf(each);
      if (role === 'command' && !groups.has(each.text)) commanded = true;
      before = { text: each.text, from: each.pos, to: each.end, role };
      return before;
    });
  return [{ text: name.text, from: name.pos, to: name.end, role: 'program' }, ...rest];

  function roleOf({ text }: ShellWord): Role {
    const led = before.role === 'program' ? withCommands.has(before.text) : before.role === 'command' && !commanded;
    if (led && /^[a-z-]+$/.test(text) && !text.startsWith('-')) return 'command';
    return text.startsWith('-') ? 'flag' : 'argument';
  }
}
