import { widthOf } from './width.ts';

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆\u3000-\u303f\uff00-\uffef]/u;
const stretches =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆\u3000-\u303f\uff00-\uffef]+|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆\u3000-\u303f\uff00-\uffef]+/gu;

/** Japanese typesetting (JIS X 4051): what may not begin a line, and what may not end one. */
const neverFirst = /^[、。，．・：；？！）］｝〕〉》」』】ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥゛゜,.:;?!)\]}%]/u;
const neverLast = /[（［｛〔〈《「『【([{]$/u;
const continues = /^[\p{Script=Hiragana}ー]+$/u;
const endsClause = /[、。，．：；？！]$/u;
/** The first half of a compound verb: 読み|直す, 引き|取る, 入れ|替わる. */
const verbStem = /\p{Script=Han}[いきぎしじちびみりえけげせべめれ]$/u;
const kanji = /^\p{Script=Han}/u;
const counted = /\d$/;

/**
What must stay on one line, in order; blanks are atoms of their own.

Latin words stay whole. Japanese breaks before words only, and particles and endings (kana after a word, Latin or not) stay with their word,
as what is counted does with its number.
*/
export function atomsOf(text: string): readonly string[] {
  const atoms: string[] = [];
  for (const part of partsOf(text)) {
    const before = atoms.at(-1);
    const glued = before?.trim() && part.trim() && staysWith(before, part);
    if (glued) atoms[atoms.length - 1] = before + part;
    else atoms.push(part);
  }
  return atoms;
}

const partsOf = (text: string): readonly string[] =>
  (text.match(stretches) ?? []).flatMap((stretch) => (wide.test(stretch) ? wordsOf(stretch) : [stretch]));

const staysWith = (before: string, part: string): boolean =>
  mayNotPart(before, part) || follows(before, part) || (continues.test(part) && !endsClause.test(before));

/** What is counted stays with its number, a particle with its Latin word. */
const follows = (before: string, part: string): boolean =>
  (counted.test(before) && wide.test(part)) || (!wide.test(before) && continues.test(part));

/** Dictionaries part words that they do not know (デ|タッチ): only long ones are compounds that may be parted. */
function isOneKatakanaWord(before: string, part: string): boolean {
  const first = /[ァ-ヺー]+$/u.exec(before)?.[0].length ?? 0;
  const second = /^[ァ-ヺー]+/u.exec(part)?.[0].length ?? 0;
  return first > 0 && second > 0 && (Math.min(first, second) === 1 || first + second <= 8);
}

/** Where an atom too long for a line may be cut: Japanese between words, and what is longer than these columns between characters. */
export function pieces(atom: string, columns: number): readonly string[] {
  if (!wide.test(atom)) return characters(atom);
  const words: string[] = [];
  for (const word of partsOf(atom)) {
    const before = words.at(-1);
    if (before !== undefined && (mayNotPart(before, word) || follows(before, word)))
      words[words.length - 1] = before + word;
    else words.push(word);
  }
  return words.flatMap((word) => (widthOf(word) <= columns ? [word] : characters(word)));
}

const mayNotPart = (before: string, part: string): boolean =>
  neverFirst.test(part) ||
  neverLast.test(before) ||
  isOneKatakanaWord(before, part) ||
  (verbStem.test(before) && kanji.test(part));

/** Not before a closing mark. */
function characters(atom: string): readonly string[] {
  const cut: string[] = [];
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(atom)) {
    const before = cut.at(-1);
    if (before !== undefined && wide.test(segment) && (neverFirst.test(segment) || neverLast.test(before)))
      cut[cut.length - 1] = before + segment;
    else cut.push(segment);
  }
  return cut;
}

const wordsOf = (text: string): readonly string[] =>
  [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)].map((each) => each.segment);

export const isJapanese = (text: string): boolean => wide.test(text);
