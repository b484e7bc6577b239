import { Lexer, lexer, type MarkedToken, type Token } from 'marked';
import { clean } from './clean.ts';
import { blankLine, type Line, type Span, span, type Tone } from './line.ts';
import { wrap } from './wrap.ts';

/** A text of a lab as lines of at most this many columns: paragraphs, bold, code, lists. */
export function markdown(text: string, columns: number): readonly Line[] {
  return blocks(lexer(clean(text)), columns);
}

/** One sentence with `code` and **bold** in it. */
export function inline(text: string, tone: Tone = 'plain'): readonly Span[] {
  return spansOf(Lexer.lexInline(clean(text)), tone);
}

function blocks(tokens: readonly Token[], columns: number): readonly Line[] {
  const parts = tokens.filter((token) => token.type !== 'space').map((token) => block(token, columns));
  return parts.flatMap((lines, index) => (index > 0 ? [blankLine, ...lines] : lines));
}

function block(token: Token, columns: number): readonly Line[] {
  if (!isKnown(token)) return wrap([span(token.raw)], columns);
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return wrap(spansOf(token.tokens ?? [token], 'plain'), columns);
    case 'heading':
      return wrap(spansOf(token.tokens, 'heading'), columns);
    case 'code':
      return code(token.text, columns);
    case 'blockquote':
      return hang(blocks(token.tokens, columns - 2), '│ ', '│ ');
    case 'list':
      return token.items.flatMap((item, index) => {
        const mark = token.ordered ? `${Number(token.start || 1) + index}. ` : '• ';
        return hang(itemLines(item.tokens, columns - mark.length), mark, ' '.repeat(mark.length));
      });
    default:
      return wrap([span(token.raw.trimEnd())], columns);
  }
}

/** Inside a list item blocks follow each other without an empty line: an item is one thought. */
const itemLines = (tokens: readonly Token[], columns: number): readonly Line[] =>
  tokens.filter((token) => token.type !== 'space').flatMap((token) => block(token, columns));

/** Lines of code behind a bar; one that is too long goes on below, further in. */
export function code(text: string, columns: number): readonly Line[] {
  return text.split('\n').flatMap((row) => {
    const indent = row.match(/^ */)?.[0] ?? '';
    const lines = wrap([span(row.trimStart(), 'code')], columns - 4 - indent.length);
    return lines.map((line, index): Line => [span('│ ', 'muted'), span(indent + (index > 0 ? '  ' : '')), ...line]);
  });
}

/** Puts a mark before the first line, and the same width of something else before the others. */
export const hang = (lines: readonly Line[], first: string, rest: string, tone: Tone = 'muted'): readonly Line[] =>
  lines.map((line, index) => [span(index === 0 ? first : rest, tone), ...line]);

function spansOf(tokens: readonly Token[], tone: Tone): readonly Span[] {
  return tokens.flatMap((token): readonly Span[] => {
    if (!isKnown(token)) return [span(token.raw, tone)];
    switch (token.type) {
      case 'strong':
      case 'em':
        return spansOf(token.tokens, tone === 'plain' ? 'strong' : tone);
      case 'codespan':
        return [span(token.text, 'code')];
      case 'link':
        return token.text === token.href
          ? [span(token.href, 'accent')]
          : [...spansOf(token.tokens, tone), span(` (${token.href})`, 'muted')];
      case 'br':
        return [span('\n', tone)];
      case 'text':
        return token.tokens ? spansOf(token.tokens, tone) : [span(joined(token.text), tone)];
      case 'escape':
        return [span(token.text, tone)];
      default:
        return [span(joined(token.raw), tone)];
    }
  });
}

/** A line feed in a paragraph is a blank, or nothing between Japanese characters. */
const joined = (text: string): string =>
  text.replace(/(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef`])/gu, '').replaceAll('\n', ' ');

const isKnown = (token: Token): token is MarkedToken => 'raw' in token && token.type !== 'generic';
