import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import { type Message, message } from '../words/message.ts';
import { controlsIn, controlsWithin } from './characters.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type Characters, rangeInside } from './inside.ts';
import type { Position } from './lab.ts';
import { diagnoseYaml } from './yamlErrors.ts';

export type Path = readonly PropertyKey[];

/** Which part of an entry is meant: `key: value`; `words` narrows it to where these occur in the value, `characters` to a part of it. */
export type Part = {
  readonly part?: 'key' | 'value';
  readonly words?: string;
  readonly characters?: Characters;
  readonly suggestion?: string | undefined;
  readonly replacement?: string | undefined;
};

/** A YAML file as plain data that knows where each of its parts stands. */
export type Source = {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  position(path: Path, part?: 'key' | 'value'): Position;
  diagnose(code: string, path: Path, message: Message, part?: Part): Diagnostic;
};

export type SourceResult = { readonly source?: Source; readonly diagnostics: readonly Diagnostic[] };

const longest = 300_000;
const deepest = 24;
const largest = 50_000;

/** Reads a YAML file. What it gives is plain, finite and without cycles, whatever was written. */
export function readSource(text: string, file: string): SourceResult {
  const lines = text.split(/\r?\n/);
  const locate = (line: number, column: number, length: number) => ({
    file,
    line,
    column,
    excerpt: { text: lines[line - 1] ?? '', length },
  });
  const whole = (code: string, words: Message): SourceResult => ({
    diagnostics: [{ code, message: words, file, line: 1, column: 1 }],
  });

  if (text.length > longest) return whole('too-long', message('lab.too-long', { limit: longest }));
  if (text.trim() === '') return whole('empty', message('lab.empty'));

  const controls = controlsIn(text, file);
  if (controls.length > 0) return { diagnostics: controls };

  const counter = new LineCounter();
  const read = parsed(text, file, counter);
  if (!read) return whole('too-deep', message('lab.too-deep'));

  const { document, value, diagnostics } = read;
  if (diagnostics.some((each) => each.code !== 'duplicate-key')) return { diagnostics };

  const place = (path: Path, part: Part = {}) => {
    const { start, end } = range(document, path, part, text);
    const { line, col } = counter.linePos(start);
    const row = Math.max(line, 1);
    const left = (lines[row - 1] ?? '').length - (col - 1);
    return locate(row, Math.max(col, 1), Math.max(1, Math.min(end - start, left)));
  };

  const source: Source = {
    file,
    text,
    value,
    position: (path, part = 'value') => {
      const { line, column } = place(path, { part });
      return { file, line, column };
    },
    diagnose: (code, path, words, part = {}) => ({
      code,
      message: words,
      ...place(path, part),
      ...(part.suggestion !== undefined && { suggestion: part.suggestion }),
      ...(part.replacement !== undefined && { replacement: part.replacement }),
    }),
  };
  return { source, diagnostics: [...diagnostics, ...controlsWithin(source)] };
}

type Parsed = { readonly document: Document; readonly value: unknown; readonly diagnostics: readonly Diagnostic[] };

/** Undefined where the text nests or unfolds beyond measure: a stack that overflows, aliases of aliases, a cycle. */
function parsed(text: string, file: string, lineCounter: LineCounter): Parsed | undefined {
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
    if (document.errors.some((error) => error.code === 'RESOURCE_EXHAUSTION')) return undefined;
    const diagnostics = diagnoseYaml(document, text, file);
    const broken = diagnostics.some(({ code }) => code !== 'duplicate-key');
    const value: unknown = broken ? null : document.toJS({ maxAliasCount: 50 });
    return isBounded(value) ? { document, value, diagnostics } : undefined;
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function isBounded(root: unknown): boolean {
  let count = 0;
  const visit = (value: unknown, depth: number): boolean => {
    count += 1;
    if (depth > deepest || count > largest) return false;
    if (typeof value !== 'object' || value === null) return true;
    return Object.values(value).every((each) => visit(each, depth + 1));
  };
  return visit(root, 0);
}

/** Where a path's key or value stands; of a path that leads nowhere, the last part that exists. */
function range(document: Document, path: Path, { part = 'value', words, characters }: Part, text: string) {
  let node: unknown = document.contents;
  let last: Node | null = document.contents;
  let reached = path.length;

  for (const [depth, segment] of path.entries()) {
    const holder = isAlias(node) ? node.resolve(document) : node;
    const pair = isMap(holder)
      ? holder.items.find((each) => isScalar(each.key) && String(each.key.value) === String(segment))
      : undefined;
    const next: unknown = isSeq(holder) ? holder.items[Number(segment)] : pair?.value;
    const key: unknown = pair?.key;

    if (depth === path.length - 1 && part === 'key' && isNode(key)) return span(key, text);
    if (!isNode(next)) {
      reached = depth;
      if (isNode(key)) last = key;
      break;
    }
    node = next;
    last = next;
  }

  if (!last) return { start: 0, end: 1 };
  const inside = characters && reached === path.length ? rangeInside(last, text, characters) : undefined;
  if (inside) return inside;
  const found = span(last, text);
  const at = words === undefined ? -1 : text.indexOf(words, found.start);
  if (words !== undefined && at >= 0 && at < (last.range?.[1] ?? 0)) return { start: at, end: at + words.length };
  return reached < path.length || !isCollection(last) || last.flow ? found : firstKey(last, text, found);
}

function firstKey(node: Node, text: string, otherwise: { start: number; end: number }) {
  if (!isMap(node)) return otherwise;
  const [first] = node.items;
  return isPair(first) && isNode(first.key) ? span(first.key, text) : otherwise;
}

/** Of a block, only its first line's part is underlined. */
function span(node: Node, text: string): { start: number; end: number } {
  const [start = 0, end = 0] = node.range ?? [];
  if (isMap(node) && !node.flow) return firstKey(node, text, { start, end: start + 1 });
  if (isSeq(node) && !node.flow) return { start, end: start + 1 };
  const line = text.indexOf('\n', start);
  return { start, end: line < 0 ? end : Math.min(end, line) };
}
