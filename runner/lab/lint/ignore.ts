import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import type { Source } from '../source.ts';

export type Ignore = { readonly rule: string; readonly reason: string; readonly line: number; readonly column: number };

const comment = /#\s*seatrial-ignore\s+([\w-]+)\s*(?::\s*(.*))?$/;

/** The `# seatrial-ignore RULE: reason` of a file. Each speaks for its own line and, where it stands alone, for the next. */
const ignoresIn = (source: Source): readonly Ignore[] =>
  source.text.split(/\r?\n/).flatMap((text, index): readonly Ignore[] => {
    const found = comment.exec(text);
    return found
      ? [{ rule: found[1] ?? '', reason: found[2]?.trim() ?? '', line: index + 1, column: found.index + 1 }]
      : [];
  });

/** The line that a comment speaks for: comments may stand above one another. */
function target(line: number, lines: readonly string[]): number {
  const isComment = (text: string | undefined) => /^\s*#/.test(text ?? '');
  let next = line;
  while (isComment(lines[next - 1]) && next <= lines.length) next += 1;
  return next;
}

export function ignored(diagnostic: Diagnostic, source: Source): boolean {
  if (diagnostic.file !== source.file) return false;
  const lines = source.text.split(/\r?\n/);
  return ignoresIn(source).some(
    ({ rule, reason, line }) =>
      rule === diagnostic.code && reason !== '' && [line, target(line, lines)].includes(diagnostic.line),
  );
}

/** Comments that ignore nothing: without a reason, or of a rule that there is not. */
export const vainIgnores = (source: Source, rules: readonly string[]): readonly Diagnostic[] =>
  ignoresIn(source).flatMap(({ rule, reason, line, column }): readonly Diagnostic[] => {
    const excerpt = { text: source.text.split(/\r?\n/)[line - 1] ?? '', length: 1000 };
    const at = { file: source.file, line, column, excerpt };
    if (!rules.includes(rule)) {
      const suggestion = nearest(rule, rules);
      return [
        {
          code: 'unknown-rule',
          message: message('lint.unknown-rule', { rule }),
          ...at,
          ...(suggestion && { suggestion }),
        },
      ];
    }
    return reason === '' ? [{ code: 'ignore-reason', message: message('lint.ignore-reason', { rule }), ...at }] : [];
  });
