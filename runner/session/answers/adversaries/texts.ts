import { errorsIn } from '../errors.ts';
import { type AnswerAdversary, type Asking, dressed, right, wrong } from './adversary.ts';

/** Texts; of an error, what every shell and program says before it. */
export function texts(_: Asking, value: string): readonly AnswerAdversary[] {
  const [code] = errorsIn(value).codes;
  const other = code === 'EEXIST' ? 'Is a directory' : 'File exists';
  return [
    ...dressed(value),
    ...right({
      'capital letters': value.toUpperCase(),
      'not the other': `${value}, not ${other}`,
      'not the other, in Japanese': `${other}ではなく${value}`,
      'with its reason': `${value}, because that is not allowed`,
      'more blanks': value.replaceAll(' ', '   '),
      ...(code !== undefined && {
        "bash's words": `bash: cat: /x: ${value}`,
        "dash's words": `sh: 1: cat: /x: ${value}`,
        "busybox's words": `cat: can't open '/x': ${value}`,
        "a program's words": `ls: cannot access '/x': ${value}`,
        'its name beside it': `${value} (${code})`,
        'its name': code,
        'with a word in brackets': `${value} (it is not there)`,
        'in a sentence': `It says ${value}.`,
        'in a Japanese sentence': `${value}と表示されます`,
      }),
    }),
    ...wrong({
      'another text': other,
      'one of two': `${value} or ${other}`,
      'both, one after the other': `${other}, ${value}`,
      'its first half': value.slice(0, Math.ceil(value.length / 2)),
      denied: `not ${value}`,
      'denied in Japanese': `${value}ではない`,
      'the other, not it': `${other}, not ${value}`,
      'the other, not it, in Japanese': `${value}ではなく${other}`,
      'taken back': `${value} is not it`,
      'or not': `${value} or not`,
      'a letter more': `${value}x`,
      ...(code === undefined && { 'a word more': `${value} elsewhere` }),
      ...(code !== undefined && {
        "another's in a program's words": `cat: can't open '/x': ${other}`,
        'in the name of a file': `cat: '/${value}': ${other}`,
        'two lines': `cat: /x: ${value}\ncat: /x: ${other}`,
      }),
    }),
  ];
}
