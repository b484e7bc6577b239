import type { Command, SyntaxNode } from 'unbash';
import { nodesIn, readShell } from './tree.ts';

/** A text that comes to one simple command. */
export type Sole = {
  /** As its program gets them, with what is set for it alone before them: `DOCKER_HOST=… docker ps`. */
  readonly words: readonly string[];
  /** It is written to a file, or read from one. */
  readonly redirected: boolean;
  /** What the shell puts in: a variable, or what other commands say. */
  readonly expanded: 'nothing' | 'variables' | 'commands';
};

/** The one simple command that a text comes to; undefined where that is more, or none, or no shell can read it. */
export function soleCommand(text: string): Sole | undefined {
  const { commands, errors = [] } = readShell(text);
  const [statement, ...more] = commands;
  const command = statement && !statement.background ? simple(statement.command) : undefined;
  if (!command || more.length > 0 || errors.length > 0) return undefined;
  const name = command.name ? [command.name.value] : [];
  const set = command.prefix.flatMap((each) => (each.type === 'Assignment' ? [assigned(each)] : []));
  const args = command.args.map((each) => (each.type === 'Word' ? each.value : each.text));
  const kinds = new Set<string>(nodesIn(command).map(({ node }) => node.type));
  return {
    words: [...set, ...name, ...args],
    redirected: redirections.some((each) => kinds.has(each)),
    expanded: putIn.some((each) => kinds.has(each))
      ? 'commands'
      : variables.some((each) => kinds.has(each))
        ? 'variables'
        : 'nothing',
  };
}

const redirections = ['Redirect', 'HereDoc', 'HereString'];
const putIn = ['CommandExpansion', 'ProcessSubstitution'];
const variables = ['SimpleExpansion', 'ParameterExpansion', 'ArithmeticExpansion'];

function simple(node: SyntaxNode): Command | undefined {
  if (node.type === 'Command') return node;
  if (node.type !== 'Pipeline' || node.prefixes.some(({ type }) => type !== 'Time')) return undefined;
  const [only, ...more] = node.commands;
  return only?.type === 'Command' && more.length === 0 ? only : undefined;
}

const assigned = ({ name, value, text }: Extract<SyntaxNode, { type: 'Assignment' }>): string =>
  value?.type === 'Word' ? `${name}=${value.value}` : text;
