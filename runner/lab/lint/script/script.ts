import type { ParsedScript } from 'unbash';
import { bindings } from '../../facts.ts';
import type { LooseLab } from '../../loose.ts';
import { nodesIn, readShell } from '../../shell/tree.ts';
import type { Path } from '../../source.ts';

/** A check script of a lab: what the author wrote, how bash reads it, and where it stands. */
export type Script = {
  readonly text: string;
  readonly tree: ParsedScript;
  readonly path: Path;
  /** Facts that are known when it runs. */
  readonly facts: readonly string[];
  /** Functions that stand before it. */
  readonly lib?: ParsedScript;
};

export const readScript = (text: string, path: Path, facts: readonly string[], lib?: ParsedScript): Script => ({
  text,
  tree: readShell(text),
  path,
  facts,
  ...(lib && { lib }),
});

/** Names of the functions that a script can call: its own, and those that stand before it. */
export const functionsOf = ({ tree, lib }: Pick<Script, 'tree' | 'lib'>): readonly string[] =>
  [tree, ...(lib ? [lib] : [])]
    .flatMap(nodesIn)
    .flatMap(({ node }) => (node.type === 'Function' ? [node.name.value] : []));

/** Every check script of a lab. */
export function scriptsIn(lab: LooseLab, functions?: string): readonly Script[] {
  const lib = functions === undefined ? undefined : readShell(functions);
  const bound = bindings(lab);
  return lab.steps.flatMap((step, at) =>
    step.checks.flatMap((entry, index): readonly Script[] => {
      if (typeof entry.run !== 'string') return [];
      const before = bound.filter(({ path }) => Number(path[1]) < at || (path[1] === at && Number(path[3]) < index));
      const facts = before.map(({ name }) => name);
      return [readScript(entry.run, ['steps', at, 'checks', index, 'run'], facts, lib)];
    }),
  );
}

/** What makes so what must be so before the lab, or a step, opens. */
export function setupsIn(lab: LooseLab, functions?: string): readonly Script[] {
  const lib = functions === undefined ? undefined : readShell(functions);
  const all = [
    { setup: lab.setup, path: ['setup', 'run'], at: 0 },
    ...lab.steps.map(({ setup }, at) => ({ setup, path: ['steps', at, 'setup', 'run'], at })),
  ];
  return all.flatMap(({ setup, path, at }) => {
    if (setup?.run === undefined) return [];
    const facts = bindings(lab).filter((each) => Number(each.path[1]) < at);
    return [
      readScript(
        setup.run,
        path,
        facts.map(({ name }) => name),
        lib,
      ),
    ];
  });
}
