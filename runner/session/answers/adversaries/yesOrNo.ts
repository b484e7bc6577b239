import { type AnswerAdversary, type Asking, right, wrong } from './adversary.ts';

const forms = {
  yes: {
    'a word': 'yes',
    capitals: 'YES',
    'a letter': 'y',
    'a full stop': 'Yes.',
    'a clause behind it': 'yes, because there is no other way',
    'a sentence behind it': 'Yes. It does.',
    'a dash behind it': 'yes - it still works',
    yeah: 'yeah',
    true: 'true',
    'full width': 'ｙｅｓ',
    quoted: '"yes"',
    'in Japanese': 'はい',
    'in Japanese, with a sign': 'はい！',
    'in Japanese, with a clause': 'はい、届きます',
    'by its number of words': 'It does.',
    'with a thought': 'I think yes',
    'under its name, in Japanese': '答え: はい',
    'in Japanese, with a thought': '届くと思います',
    'denied twice in Japanese': '届かないわけではありません',
    'a course in front': 'I tried it: yes',
    'as a drawing': '👍',
    'a reason that denies something else': 'はい、エラーは出ません',
  },
  no: {
    'a word': 'no',
    capitals: 'NO',
    'a letter': 'n',
    'a full stop': 'No.',
    'a clause behind it': 'no, because yes is what old texts say',
    'a sentence behind it': 'No. It does not.',
    'a dash behind it': 'no - it is refused',
    nope: 'nope',
    false: 'false',
    'full width': 'ｎｏ',
    quoted: '"no"',
    'in Japanese': 'いいえ',
    'in Japanese, with a sign': 'いいえ。',
    'in Japanese, with a clause': 'いいえ、見えません',
    'by its number of words': "It doesn't.",
    'with a thought': 'I think no',
    'under its name, in Japanese': '答え: いいえ',
    'in Japanese, with a thought': '届かないと思います',
    'with a course': 'of course not',
    'denied as a whole in Japanese': '届くわけではありません',
    'a course in front': 'I tried it: no',
    'as a drawing': '👎',
  },
} as const;

/** Yes or no. */
export function yesOrNo(_: Asking, value: string): readonly AnswerAdversary[] {
  const isYes = /^(?:y|true|はい)/i.test(value);
  const [own, other] = isYes ? (['yes', 'no'] as const) : (['no', 'yes'] as const);
  return [
    ...right(forms[own]),
    ...wrong(Object.fromEntries(Object.entries(forms[other]).map(([name, given]) => [`the other: ${name}`, given]))),
    ...wrong({
      both: 'yes or no',
      'both, parted by a slash': 'yes/no',
      'both letters': 'y/n',
      'both in Japanese': 'はい、いいえ',
      'its mind changed': `${own}, ${other}`,
      denied: `not ${own}`,
      'no idea': 'maybe',
      'no idea in Japanese': 'わかりません',
      'both, parted by a thought': 'yes or maybe no',
      'both in Japanese, together': 'はいといいえ',
      'denied in Japanese': isYes ? 'はいではない' : 'いいえではない',
      'both in one Japanese clause': 'はいだがいいえ',
      'taken back after a no in Japanese': 'いいえ、届きます',
      'asked back': `Is it ${own}?`,
      ...(isYes && {
        'taken back': 'yes, it did not',
        'taken back in Japanese': 'はい、届きません',
        'with a condition': 'yes, if it is root',
      }),
      'another word': isYes ? 'yesterday' : 'nothing',
    }),
  ];
}
