import { type Kind, reading } from './kind.ts';

const yes =
  /^(?:(?:yes|yeah|yep|yup|y|aye|true|sure|of course|indeed|correct|right|affirmative|ok|okay)(?![\w'])|は[いー]い?(?!いえ|え)|ハイ|うん|ええ|そうです|そう(?=$|[、。])|イエス|もちろん|できます|できる|[○◯〇✓✔])/i;
const no =
  /^(?:(?:no|nope|nah|n|false|never|negative|not at all)(?![\w'])|いいえ|いえ|いや|ううん|ノー|否|できません|できない|[×✕✗✘])/i;

const subject = '(?:(?:it|they|he|she|that|this|sighup|the \\w+|master|nginx) )?(?:still |really |always )?';
const does = new RegExp(
  `^${subject}(?:does|do|can|is|will|reaches|gets|arrives|works|has)(?: (?!not\\b|no\\b|never\\b)\\w+){0,4}[.!]*$`,
  'i',
);
const doesAlone = new RegExp(`^${subject}(?:does|do|can|will)(?: so| indeed)?[.!]*$`, 'i');
const doesNot = new RegExp(
  `^${subject}(?:(?:does|do|can|is|will|has)(?:n't| ?not)|cannot|can't|won't)(?: (?:so|it|reach(?: it)?|work))?[.!]*$`,
  'i',
);
const unknown = /わか|分か|知[りら]|不明|know|sure\?|かも|maybe|perhaps|depends|either|どちら|どっち/i;
const willDo = /(?:ます|ました|[うくすつぬぶむるぐた])[。.!]*$/;
const willNot = /(?:ません(?:でした)?|ない(?:です)?|なかった(?:です)?)[。.!]*$/;

const introduction =
  /^(?:the |my )?(?:answer(?: is)?|i (?:think|guess|say|believe)(?: so)?|答えは|a)\s*[:,=-]?\s+|^答えは|^(?:well|ok|oh|ah|hm+|so)[, ]+/i;

/** What one clause says; undefined where it says neither. */
function wordOf(text: string): 'yes' | 'no' | undefined {
  if (no.test(text)) return 'no';
  if (yes.test(text)) return 'yes';
  if (does.test(text)) return 'yes';
  return doesNot.test(text) ? 'no' : undefined;
}

/** What a Japanese sentence's end says, where nothing else is said: 届きます, 見えません. */
function endOf(text: string): 'yes' | 'no' | undefined {
  if (!/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) || /問題(?:は?ありません|は?ない|なし)/.test(text)) return undefined;
  if (willNot.test(text)) return 'no';
  return willDo.test(text) ? 'yes' : undefined;
}

/** Yes or no, in either language, with a clause behind it or not. Both at once are two. */
export const yesNo: Kind = {
  read: (text) => {
    const line = text
      .replace(/["']+(?!\w)|(?<!\w)["']+/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (/^(?:maybe|perhaps|possibly|not sure)|^(?:i )?(?:do not|don't) know/i.test(line)) return reading([]);
    const said = line.replace(introduction, '').replace(/^(?:yes|no)(?=\s*[/|]|\s+(?:or|and)\b)/i, '$&,');
    const [first = '', ...rest] = said.split(
      /\s*[,.;:!?、。・()|\n/…—]+\s*|\s+-+\s+|\s+(?=(?:or|and|but|because|since)\b)|または|もしくは|(?<=い|え)か(?=い|は)/,
    );
    const word = wordOf(first) ?? (rest.length === 0 && unknown.test(line) ? undefined : endOf(first));
    if (word === undefined) return reading([]);
    const others = rest
      .map((each) => each.replace(/^(?:or|and|but|then|actually|wait|sorry)\s+/i, ''))
      .flatMap((each, index) =>
        /^(?:no|yes|y|n|nope|yeah|いいえ|はい|いえ|true|false)$|^(?:no|yes) (?:wait|sorry|maybe)/i.test(each) ||
        (index === 0 && (doesAlone.test(each) || doesNot.test(each)))
          ? (wordOf(each) ?? [])
          : [],
      );
    // `yes no`, `はいいいえ`, `yes, no wait`.
    const both = /^(?:yes|y|yeah)\W*(?:no|n)$|^(?:no|n)\W*(?:yes|y)$|^はい\s*いいえ$|^いいえ\s*はい$/i.test(first)
      ? [word === 'yes' ? 'no' : 'yes']
      : [];
    return /^(?:is |was )?not (?:yes|no|true|false)\b/i.test(line) ? reading([]) : reading([word, ...others, ...both]);
  },
  same: (value, wanted) => value === wordOf(wanted.trim()),
};
