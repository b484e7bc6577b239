import type { Command, ParsedScript, Pipeline, SyntaxNode, Word } from 'unbash';
import { nodesIn } from './tree.ts';

/** A program that a script calls. */
export type Call = {
  readonly node: Command;
  readonly name: string;
  /** Its arguments as the program sees them, as far as they are literal. */
  readonly args: readonly string[];
  readonly words: readonly Word[];
  /** The pipeline that it stands in, and at which place. */
  readonly pipe: readonly Command[];
  readonly place: number;
  readonly negated: boolean;
  /** Its output is a value: `$(…)`. */
  readonly substituted: boolean;
};

const isWord = (node: SyntaxNode): node is Word => node.type === 'Word';
const isCommand = (node: SyntaxNode): node is Command => node.type === 'Command';

/** The nearest pipeline that a node stands in without a list, a group or a substitution between them. */
const pipelineAround = (around: readonly SyntaxNode[]): Pipeline | undefined =>
  around[0]?.type === 'Pipeline' ? around[0] : undefined;

/** Every call in a script, also inside substitutions, functions and branches. */
export const callsIn = (script: ParsedScript): readonly Call[] =>
  nodesIn(script).flatMap(({ node, around }): readonly Call[] => {
    if (!isCommand(node) || !node.name) return [];
    const pipeline = pipelineAround(around);
    const pipe = pipeline ? pipeline.commands.filter(isCommand) : [node];
    const words = node.args.filter(isWord);
    return [
      {
        node,
        name: node.name.value.slice(node.name.value.lastIndexOf('/') + 1),
        args: words.map(({ value }) => value),
        words,
        pipe,
        place: pipe.indexOf(node),
        negated: pipeline?.prefixes.some(({ type }) => type === 'Negation') ?? false,
        substituted: around.some(({ type }) => type === 'CommandExpansion' || type === 'ProcessSubstitution'),
      },
    ];
  });

/** A command as it is typed: its name and arguments. */
export const lineOf = (node: Command): string =>
  [node.name?.value ?? '', ...node.args.map((each) => (each.type === 'Word' ? each.value : each.text))].join(' ');

/** Clients whose failure may be the machine's: no engine, no cluster. */
export const isClient = (name: string): boolean => ['docker', 'kubectl', 'crictl', 'ctr', 'nerdctl'].includes(name);

/** `docker ps`, `docker container ls`, `kubectl get`: what lists things by name. */
export const lists = (line: string): boolean =>
  /^docker (?:ps|images|(?:container|image|network|volume) (?:ls|list|ps))\b/.test(line) || /^kubectl get\b/.test(line);
