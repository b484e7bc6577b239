import type { AndOr, Command, CompoundList, SyntaxNode } from 'unbash';
import { nodesIn } from '../../shell/tree.ts';
import { functionsOf, type Script } from './script.ts';

/** How a part of a script can end, as far as reading it tells: `ends` goes on with this status, `exits` ends the script. */
export type Outcome = {
  readonly ends: { readonly good: boolean; readonly bad: boolean };
  readonly exits: { readonly good: boolean; readonly bad: boolean };
};

type Ways = Outcome['ends'];

const no: Ways = { good: false, bad: false };
const good: Ways = { good: true, bad: false };
const bad: Ways = { good: false, bad: true };
const either: Ways = { good: true, bad: true };

const or = (one: Ways, other: Ways): Ways => ({ good: one.good || other.good, bad: one.bad || other.bad });
const any = (outcomes: readonly Outcome[]): Outcome => ({
  ends: outcomes.map(({ ends }) => ends).reduce(or, no),
  exits: outcomes.map(({ exits }) => exits).reduce(or, no),
});
const goesOn = ({ ends }: Outcome): boolean => ends.good || ends.bad;
const ending = (ends: Ways): Outcome => ({ ends, exits: no });

/** Whatever it does, it may be anything: what is called may end the script as well. */
const unknown: Outcome = { ends: either, exits: either };

const alwaysGood = ['true', ':', 'echo', 'printf', 'expected', 'actual', 'fact', 'sleep'];
const alwaysBad = ['false', 'because', 'waiting'];
const leaves = ['eval', 'exec', '.', 'source', 'return', 'break', 'continue', 'trap', 'kill'];

/** How a script can end. One that reads further than this can follow may end in any way. */
export function outcomeOf({ tree: script, ...rest }: Pick<Script, 'tree' | 'lib'>): Outcome {
  const functions = functionsOf({ tree: script, ...rest });
  const isBeyond = nodesIn(script).some(
    ({ node }) => node.type === 'Command' && (node.name?.value === 'trap' || setsErrexit(node)),
  );
  return isBeyond ? unknown : listOutcome(script.commands, functions);
}

const setsErrexit = ({ name, args }: Command): boolean =>
  name?.value === 'set' && args.some((each) => each.type === 'Word' && /^-\w*e|errexit/.test(each.value));

function listOutcome(commands: readonly SyntaxNode[], functions: readonly string[]): Outcome {
  let all: Outcome = ending(good);
  for (const each of commands) {
    if (!goesOn(all)) return all;
    const next = nodeOutcome(each, functions);
    all = { ends: next.ends, exits: or(all.exits, next.exits) };
  }
  return all;
}

/** What one node of a script can end with. */
export function nodeOutcome(node: SyntaxNode, functions: readonly string[] = []): Outcome {
  const list = (body: CompoundList) => listOutcome(body.commands, functions);
  switch (node.type) {
    case 'Statement':
      return node.background ? ending(good) : nodeOutcome(node.command, functions);
    case 'CompoundList':
      return list(node);
    case 'Command':
      return commandOutcome(node, functions);
    case 'AndOr':
      return andOrOutcome(node, functions);
    case 'Pipeline': {
      const last = node.commands.at(-1);
      const { ends, exits } = last ? nodeOutcome(last, functions) : unknown;
      const status = node.commands.length > 1 ? or(ends, exits) : ends;
      const turned = node.prefixes.some(({ type }) => type === 'Negation')
        ? { good: status.bad, bad: status.good }
        : status;
      return { ends: turned, exits: node.commands.length > 1 ? no : exits };
    }
    case 'If': {
      const branches = [node, ...node.elif];
      const conditions = branches.map((each) => ({ ...list(each.clause), ends: no }));
      const bodies = branches.map((each) => list(each.then));
      return any([...conditions, ...bodies, node.else ? list(node.else) : ending(good)]);
    }
    case 'Case': {
      const whole = node.items.some((item) => item.pattern.some(({ text }) => text === '*'));
      return any([...node.items.map((item) => list(item.body)), ...(whole ? [] : [ending(good)])]);
    }
    case 'BraceGroup':
      return list(node.body);
    case 'Subshell': {
      const { ends, exits } = list(node.body);
      return ending(or(ends, exits));
    }
    case 'Redirected':
      return nodeOutcome(node.command, functions);
    case 'For':
    case 'While':
      return any([ending(good), list(node.body), ...(node.type === 'While' ? [ending(either)] : [])]);
    case 'Function':
      return ending(good);
    case 'TestCommand':
    case 'ArithmeticCommand':
      return ending(either);
    default:
      return unknown;
  }
}

function andOrOutcome({ commands, operators }: AndOr, functions: readonly string[]): Outcome {
  return commands.reduce<Outcome>((before, command, index) => {
    if (index === 0) return nodeOutcome(command, functions);
    const next = nodeOutcome(command, functions);
    const and = operators[index - 1] === '&&';
    const runs = and ? before.ends.good : before.ends.bad;
    const kept = and ? { good: false, bad: before.ends.bad } : { good: before.ends.good, bad: false };
    return runs
      ? { ends: or(kept, next.ends), exits: or(before.exits, next.exits) }
      : { ends: kept, exits: before.exits };
  }, ending(no));
}

function commandOutcome({ name, args, prefix }: Command, functions: readonly string[]): Outcome {
  const [first] = args;
  if (!name) {
    const substitutes = prefix.some(({ type, ...rest }) => 'text' in rest && /\$\(|`/.test(String(rest.text)));
    return ending(substitutes ? either : good);
  }
  if (name.value === 'exit') {
    if (first?.type !== 'Word' || !/^\d+$/.test(first.value)) return { ends: no, exits: either };
    return { ends: no, exits: Number(first.value) === 0 ? good : bad };
  }
  if (functions.includes(name.value) || leaves.includes(name.value)) return unknown;
  if (alwaysGood.includes(name.value)) return ending(good);
  return ending(alwaysBad.includes(name.value) ? bad : either);
}
