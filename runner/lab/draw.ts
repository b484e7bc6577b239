import stringWidth from 'string-width';
import { type Language, message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { Diagnostic } from './diagnostic.ts';

const widest = 100;
const lead = 40;

/** A lab's file may hold anything; what is printed must not steer the terminal. As long as it was. */
const harmless = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

/** The part of a line around what is meant, where the line is longer than a screen. */
function clip(text: string, start: number, length: number) {
  const clean = harmless(text);
  const end = Math.min(clean.length, start + Math.max(1, length));
  if (stringWidth(clean) <= widest)
    return { text: clean, before: clean.slice(0, start), marked: clean.slice(start, end) };

  const from = Math.max(0, start - lead);
  const to = Math.min(clean.length, from + widest);
  const [left, right] = [from > 0 ? '…' : '', to < clean.length ? '…' : ''];
  return {
    text: left + clean.slice(from, to) + right,
    before: left + clean.slice(from, start),
    marked: clean.slice(start, Math.min(end, to)),
  };
}

/** A diagnostic as an author reads it: place and code, sentence, the line with what is meant underlined, what to do. */
export function draw(diagnostic: Diagnostic, language: Language): string {
  const { file, line, column, code, level, excerpt, suggestion } = diagnostic;
  const rank = level ? `  (${say(language, message(`lab.${level}`))})` : '';
  const lines = [`${file}:${line}:${column}  ${code}${rank}`, `  ${harmless(say(language, diagnostic.message))}`];

  if (excerpt) {
    const { text, before, marked } = clip(excerpt.text, column - 1, excerpt.length);
    const gutter = String(line);
    const blank = ' '.repeat(gutter.length);
    const carets = '^'.repeat(Math.max(1, stringWidth(marked)));
    lines.push('', `  ${gutter} | ${text}`.trimEnd(), `  ${blank} | ${' '.repeat(stringWidth(before))}${carets}`);
  }

  if (suggestion !== undefined)
    lines.push(`  ${say(language, message('lab.did-you-mean', { suggestion: harmless(suggestion) }))}`);
  return lines.join('\n');
}

export const drawCount = (diagnostics: readonly Diagnostic[], language: Language): string =>
  say(
    language,
    message('lab.count', {
      count: diagnostics.filter(({ level }) => level === undefined).length,
      warnings: diagnostics.filter(({ level }) => level === 'warning').length,
    }),
  );
