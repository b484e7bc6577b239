import { forEachChild, type ParsedScript, parse, type SyntaxNode } from 'unbash';

export type { Command, SyntaxNode, Word } from 'unbash';

/** How bash reads a text: a solution, a check's script, a line that was typed. No other place takes such a text apart. */
export const readShell = (text: string): ParsedScript => parse(text);

export type Placed = { readonly node: SyntaxNode; readonly around: readonly SyntaxNode[] };

/** Every node of a script, or of a part of it, with the nodes around it, the nearest first. */
export function nodesIn(within: SyntaxNode): readonly Placed[] {
  const found: Placed[] = [];
  const visit = (node: SyntaxNode, around: readonly SyntaxNode[]) => {
    found.push({ node, around });
    forEachChild(node, (child) => visit(child, [node, ...around]));
  };
  visit(within, []);
  return found;
}

/** Where a node ends with all that belongs to it: a here-document stands below the line that it is of. */
export const wholeEnd = (within: SyntaxNode): number =>
  Math.max(
    ...nodesIn(within).map(({ node }) => (node.type === 'HereDoc' ? (node.closing ?? node.body).end : node.end)),
  );
