import type { Diagnostic } from '../diagnostic.ts';

/** A lab's text with everything mended that can be mended without asking. */
export function fixed(text: string, diagnostics: readonly Diagnostic[]): string {
  const lines = text.split('\n');
  const missing = new Set<string>();
  // From the end, so that what stands in front keeps its place.
  for (const { code, line, column, excerpt, replacement, message } of diagnostics.toReversed()) {
    if (code === 'undeclared-image') missing.add(String(message.values.image).replace(/:latest$/, ''));
    const old = lines[line - 1];
    if (replacement === undefined || old === undefined || !excerpt) continue;
    lines[line - 1] = old.slice(0, column - 1) + replacement + old.slice(column - 1 + excerpt.length);
  }
  return lines.map((line) => withImages(line, [...missing].toReversed())).join('\n');
}

/** Only the short form, `images: [linux]`, is written anew: another may hold comments. */
function withImages(line: string, images: readonly string[]): string {
  const [, named] = /^images: \[(.*)\]\s*$/.exec(line) ?? [];
  if (named === undefined || images.length === 0) return line;
  return `images: [${[...named.split(',').map((each) => each.trim()), ...images].filter(Boolean).join(', ')}]`;
}
