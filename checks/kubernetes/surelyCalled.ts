import { nodesIn, type ShellNode } from '../../runner/api.ts';

type Words = readonly string[];
type Statement = Extract<ShellNode, { type: 'Statement' }>;

/**
The commands that a part of a script comes to where it ends well, each by its words, in the order in which they stand. Of what is only
run after something else went well, the last alone shows by its end that it was. `helpers`: also those that only give another one its words.
*/
export function surelyCalled(node: ShellNode, helpers: boolean, isLast = true): readonly Words[] {
  const list = (statements: readonly Statement[], last = false): readonly Words[] =>
    statements.flatMap((each, index) => surelyCalled(each, helpers, last && index === statements.length - 1));
  switch (node.type) {
    case 'Script':
    case 'CompoundList':
      return list(node.commands, isLast);
    case 'Statement':
    case 'Redirected':
      return surelyCalled(node.command, helpers, isLast);
    case 'Pipeline':
      return node.commands.flatMap((each) => surelyCalled(each, helpers, isLast));
    case 'AndOr': {
      const or = node.operators.indexOf('||');
      const sure = node.commands.slice(0, or < 0 ? undefined : or + 1);
      return (isLast ? sure : sure.slice(0, 1)).flatMap((each) => surelyCalled(each, helpers, isLast));
    }
    case 'BraceGroup':
    case 'Subshell':
      return list(node.body.commands, isLast);
    case 'Function':
      return surelyCalled(node.body, helpers, false);
    case 'If':
      return [node, ...node.elif]
        .flatMap(({ clause, then }) => [...list(clause.commands), ...list(then.commands)])
        .concat(node.else ? list(node.else.commands) : []);
    case 'While':
      return [...list(node.clause.commands), ...list(node.body.commands)];
    case 'For':
      return [...(helpers ? helping(node) : []), ...list(node.body.commands)];
    case 'Case':
      return node.items.flatMap(({ body }) => list(body.commands));
    case 'Command': {
      const words = node.args.map((each) => (each.type === 'Word' ? each.value : each.text));
      const own: readonly Words[] = node.name ? [[node.name.value, ...words]] : [];
      return helpers ? [...own, ...helping(node)] : own;
    }
    default:
      return [];
  }
}

/** What is called only for its output, which stands among the words of a command or of a loop. */
function helping(node: ShellNode): readonly Words[] {
  const isWithin = (type: string) => type === 'CommandExpansion' || type === 'CompoundList';
  return nodesIn(node)
    .filter(({ around }) => !around.some(({ type }) => isWithin(type)))
    .flatMap(({ node: each }) => (each.type === 'CommandExpansion' && each.script ? [each.script] : []))
    .flatMap((each) => surelyCalled(each, true, false));
}
