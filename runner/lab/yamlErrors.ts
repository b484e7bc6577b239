import { type Document, isAlias, isCollection, isScalar, LineCounter, visit, type YAMLError } from 'yaml';
import { type Message, message } from '../words/message.ts';
import { byPlace, type Diagnostic } from './diagnostic.ts';

/** What a slip in YAML is called, what to do about it, and which characters are meant. */
type Slip = {
  readonly code: string;
  readonly message: Message;
  readonly from: number;
  readonly to: number;
  /** What comes after it is read wrongly: it hides whatever else is wrong. */
  readonly derails: boolean;
};

/** The slips of a YAML text, as an author can mend them. */
export function diagnoseYaml(document: Document, text: string, file: string): readonly Diagnostic[] {
  const counter = new LineCounter();
  for (let at = 0; at >= 0; at = text.indexOf('\n', at) + 1 || -1) counter.addNewLine(at);
  const lines = text.split(/\r?\n/);
  const errors = [...document.errors, ...document.warnings];
  // A tab spoils what stands before it, too.
  const all = errors.map((error) => tabBefore(error, text) ?? slipOf(error, document, text));
  const tabs = all.filter(({ code }) => code === 'tab-as-indent');
  const slips = tabs.length > 0 ? tabs : all;
  const placed = [...slips, ...lostAliases(document)].map(({ from, to, derails, ...slip }) => {
    const { line, col } = counter.linePos(Math.min(from, text.length));
    const row = Math.min(Math.max(line, 1), lines.length);
    const excerpt = { text: lines[row - 1] ?? '', length: Math.max(1, to - from) };
    return { derails, diagnostic: { ...slip, file, line: row, column: Math.max(col, 1), excerpt } };
  });
  const sorted = placed
    .toSorted((one, other) => byPlace(one.diagnostic, other.diagnostic))
    .filter(({ diagnostic }, index, all) => diagnostic.line !== all[index - 1]?.diagnostic.line);
  const last = sorted.findIndex(({ derails }) => derails);
  return sorted.slice(0, last < 0 ? undefined : last + 1).map(({ diagnostic }) => diagnostic);
}

/** `*` begins an alias; what begins with `**` was meant to be bold. */
function lostAliases(document: Document): readonly Slip[] {
  const anchors = new Set<string>();
  const slips: Slip[] = [];
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) {
        if (node.anchor) anchors.add(node.anchor);
      } else if (!anchors.has(node.source)) {
        const [from = 0, to = 1] = node.range ?? [];
        const words = message('yaml.begins', { character: '*' });
        slips.push({ code: 'bad-scalar-start', message: words, from, to, derails: false });
      }
    },
  });
  return slips;
}

/** A tab that indents a line, also of a text below `|`: what is wrong there is wrong because of it. */
function tabBefore({ pos: [from] }: YAMLError, text: string): Slip | undefined {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const [indent = ''] = /^[ \t]*/.exec(text.slice(start)) ?? [];
  const tab = start + indent.indexOf('\t');
  if (tab < start || from > start + indent.length) return undefined;
  return { code: 'tab-as-indent', message: message('lab.tab'), from: tab, to: tab + 1, derails: true };
}

function slipOf(error: YAMLError, document: Document, text: string): Slip {
  const [from, to] = error.pos;
  const code = error.code.toLowerCase().replaceAll('_', '-');
  const slip = (words: Message, derails = true): Slip => ({ code, message: words, from, to, derails });
  const said = error.message;
  const unclosed = (character: string, is: (node: unknown) => boolean): Slip => {
    const opened = lastBefore(from, document, is) ?? from;
    return { code, message: message('yaml.unclosed', { character }), from: opened, to: opened + 1, derails: true };
  };
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return slip(message('lab.duplicate-key'), false);
    case 'MULTIPLE_DOCS':
      return slip(message('lab.documents'));
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
      return slip(message('yaml.begins', { character: text[from] ?? '' }), false);
    case 'BAD_DQ_ESCAPE':
      return slip(message('yaml.escape', { text: text.slice(from, from + 2) }), false);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /^[^\n]*:\s/.test(text.slice(from)) && isOnOneLine(text, from, to)
        ? slip(message('yaml.colon'), false)
        : slip(message('yaml.nested'));
    case 'MULTILINE_IMPLICIT_KEY':
      return slip(message('yaml.no-colon'));
    case 'BAD_INDENT':
      if (/end with a [\]}]/.test(said)) return unclosed(said.at(-1) ?? '', isCollection);
      return slip(said.startsWith('Block scalar') ? message('yaml.text-indent') : message('lab.indent'));
    case 'MISSING_CHAR': {
      const quote = /Missing closing (["'])/.exec(said)?.[1];
      if (quote !== undefined) return unclosed(quote, isQuoted);
      if (said.startsWith('Sequence item')) return { ...slip(message('lab.indent')), code: 'bad-indent' };
      return slip(message('yaml.no-colon'));
    }
    case 'UNEXPECTED_TOKEN':
      if (said.includes('on same line with key')) return slip(message('yaml.list-on-line'));
      if (said.startsWith('Block scalar header')) return slip(message('yaml.text-on-line'));
      if (/["']\s*$/.test(text.slice(0, from))) return slip(message('yaml.after-quote'));
      return slip(message('lab.yaml', { text: said }));
    default:
      return slip(message('lab.yaml', { text: said }));
  }
}

/** The error stands for what is on its own line, not for lines below it that are indented too far. */
const isOnOneLine = (text: string, from: number, to: number): boolean =>
  text.slice(from).split('\n')[0]?.includes(': ') === true || !text.slice(from, to).includes('\n');

const isQuoted = (node: unknown): boolean => isScalar(node) && /^QUOTE/.test(node.type ?? '');

/** Where the last node of a kind begins that stands before this place. */
function lastBefore(place: number, document: Document, is: (node: unknown) => boolean): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const start = node.range?.[0];
      if (start === undefined || start > place || !is(node)) return;
      if (isCollection(node) && !node.flow) return;
      found = start;
    },
  });
  return found;
}
