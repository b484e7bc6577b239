import { type Message, message } from '../../words/message.ts';

/** Of whoever may be meant by a sign that a text program or an input method has put in. */
const meant: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'–—−‐‑‒―－ー'].map((each) => [each, '-'])),
  ...Object.fromEntries([...'“”„＂'].map((each) => [each, '"'])),
  ...Object.fromEntries([...'‘’‚＇'].map((each) => [each, "'"])),
  ...Object.fromEntries([...'\u3000\u00a0'].map((each) => [each, ' '])),
};

/** A dash that begins a word, a quotation mark, a blank: where a shell wants its own. */
const foreign = /(?:(?<=^|\s)[–—−‐‑‒―－ー]+(?=\S))|[“”„＂‘’‚＇]|[\u3000\u00a0]/u;

/** A prompt that was copied along with the command behind it. */
const prompt = /^\s*(\$|#|%|❯|➜|\S*@\S+[#$])\s+(\S.*)$/u;

/** What stands in a line that no keyboard would have written: signs of a text program, a prompt. Undefined where there is none. */
export function signsIn(line: string, isCommand: (word: string) => boolean): Message | undefined {
  const [, sign, rest = ''] = prompt.exec(line) ?? [];
  // With `#` a line is a comment, which somebody may well write.
  if (sign !== undefined && (sign !== '#' || isCommand(rest.split(/\s/)[0] ?? '')))
    return message('line.prompt', { sign, rest });
  const found = foreign.exec(line);
  if (found) {
    const [text] = found;
    const right = [...text].map((each) => meant[each] ?? each).join('');
    if (right.trim() === '') return message('line.blank', { line });
    const word = line.slice(found.index).split(/\s/)[0] ?? text;
    return message('line.sign', { sign: text, right, word });
  }
  const plain = line.normalize('NFKC');
  return plain !== line && /^[！-～]/u.test(line.trim()) ? message('line.wide', { line, plain }) : undefined;
}
