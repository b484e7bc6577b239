import { type Kind, reading } from './kind.ts';
import { unprompted } from './plain.ts';
import * as english from './yesNo/english.ts';
import * as japanese from './yesNo/japanese.ts';

type Word = 'yes' | 'no';

const unknown = /わか|分か|知[りら]|不明|know|sure\?|かも|maybe|perhaps|depends|either|どちら|どっち/i;
const introduction =
  /^(?:the |my )?(?:answer(?: is)?|i (?:think|guess|say|believe)(?! (?:so|not)\W*$)(?: so)?|答えは|a)\s*[:,=-]?\s+|^答え(?:は|\s*[:=])\s*|^(?:多分|たぶん|おそらく|恐らく|きっと)[、,]?\s*|^(?:はい|いいえ)(?:では|じゃ)なく(?:て)?[、,]?\s*(?=\S)|^(?:well|ok|oh|ah|hm+|so)[, ]+/i;
/** What says nothing in one's own name: an idea of none, a question, a denial of a word. */
const noAnswer =
  /^(?:maybe|perhaps|possibly|not sure|sure\?)|^(?:i )?(?:do not|don't) know|^(?:is|was|does|do|did|can|will) (?:it|that|they)\b.*\?|^(?:is |was )?not (?:yes|no|true|false)\b|^(?:はい|いいえ)(?:では?|じゃ)(?:な(?!く)|あり)/i;

const boundary =
  /\s*[,.;:!?、。・()|\n/…—]+\s*|\s+-+\s+|(?<!even)\s+(?=(?:or|and|but|because|since|if|unless)\b)|または|もしくは|(?<=ので|から)\s*(?=yes\b|no\b|はい|いいえ)|(?<=はい|いえ)[かと](?=はい|いい?え)/;
const joint = /^(?:(?:or|and|but|then|also|actually|wait|sorry|maybe|perhaps)\s+)+/i;
const alone = /^(?:no|yes|y|n|nope|yeah|いいえ|はい|いえ|true|false)$|^(?:no|yes) (?:wait|sorry|maybe)/i;
/** `yes no`, `はいだがいいえ`: both, however they are joined, but where one is taken for the other: いいえではなく、はい. */
const both =
  /^(?:yes|y|yeah)\W*(?:no|n)(?=$|\W*(?:yes|no|maybe|perhaps)\b)|^(?:no|n)\W*(?:yes|y)(?=$|\W*(?:yes|no|maybe|perhaps)\b)/i;
/** はい as a word: それはいけません has none. */
const hai = '(?:^|[^ぁ-ん]|でも|けど|[がとかや])はい(?=$|[^ぁ-ん]|いいえ|[だでとかもや])';
const bothInJapanese = new RegExp(`${hai}.*いいえ|いいえ.*${hai}`);
const isBoth = (line: string, first: string): boolean =>
  both.test(first) || bothInJapanese.test(line.replace(/(?:はい|いいえ)(?:では|じゃ)(?:な|あり)/g, ''));

/** What is drawn instead of a word. */
const drawn: readonly (readonly [word: Word, sign: RegExp])[] = [
  ['yes', /^[👍✅⭕🙆]/u],
  ['no', /^[👎❌🙅🚫⛔]/u],
];

const wordOf = (text: string): Word | undefined =>
  drawn.find(([, sign]) => sign.test(text))?.[0] ?? japanese.japaneseWord(text) ?? english.englishWord(text);
const otherThan = (word: Word): Word => (word === 'yes' ? 'no' : 'yes');

/** What a clause behind the answer makes of it: the same word again, the other one, nothing. */
function besides(clause: string, index: number, word: Word): readonly Word[] {
  const text = clause.replace(joint, '');
  if (alone.test(text)) return [wordOf(text) ?? word];
  if (word === 'yes' && (english.takesBack(text) || japanese.takesBack(text))) return ['no'];
  if (word === 'no' && japanese.affirms(text)) return ['yes'];
  return index === 0 && english.doesAlone.test(text) ? ['yes'] : [];
}

/** What stands in front of an answer to explain it: 同じユーザーなので, `because both are root`, `the workers are new, so`, `I tried it:`. */
const isReason = (clause: string, next: string): boolean =>
  /(?:ので|から|ため|けど|けれど|ても|でも|と思(?:った|いました)が)$/.test(clause) ||
  /^(?:since|because|as)\b/i.test(clause) ||
  ((/^so\b/i.test(next) || alone.test(next)) && wordOf(clause) === undefined && japanese.endOf(clause) === undefined);

function withoutReasons([first = '', next, ...rest]: readonly string[]): readonly string[] {
  if (next === undefined) return [first];
  // 届きますが、何も表示されません
  if (japanese.japaneseWord(first) !== undefined || !isReason(first, next))
    return [first.replace(/(?<=[すだるうくたい])が$/, ''), next, ...rest];
  return withoutReasons([next.replace(/^so\s+/i, ''), ...rest]);
}

/** Yes or no, in either language, with a clause behind it or not. Both at once, or one that its clause takes back, are two. */
export const yesNo: Kind = {
  read: (text) => {
    const line = unprompted(text)
      .replace(/["']+(?!\w)|(?<!\w)["']+/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^[[(]+(?=\S)|(?<=\S)[\])]+$/g, '');
    const said = line.replace(introduction, '').replace(/^(?:yes|no)(?=\s*[/|]|\s+(?:or|and|it|that)\b)/i, '$&,');
    if (noAnswer.test(line) || noAnswer.test(said)) return reading([]);
    const [first = '', ...rest] = withoutReasons(said.split(boundary));
    const word = wordOf(first) ?? (rest.length === 0 && unknown.test(line) ? undefined : japanese.endOf(first));
    if (word === undefined) return reading([]);
    const others = rest.flatMap((each, index) => besides(each, index, word));
    return reading([word, ...others, ...(isBoth(line, first) ? [otherThan(word)] : [])]);
  },
  same: (value, wanted) => value === wordOf(wanted.trim()),
};
