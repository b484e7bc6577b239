/**
What was typed or pasted, in the letters that tools write: NFKC makes ４２ of an input method 42, quotes of every kind are `"` and `'`,
dashes `-`; colours, marks of Markdown and what cannot be seen are gone. Line breaks stay.
*/
export const plain = (text: string): string =>
  text
    .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
    .replace(/[´`‘’‚‛]/g, "'")
    .normalize('NFKC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cf}\u0000-\u0008\u000b-\u001f\u007f]/gu, '')
    .replace(/[“”„‟«»「」『』〝〞〟《》〈〉【】〔〕]/g, '"')
    .replace(/[‐‑‒–—−ー](?=\s|\d|[A-Za-z])/g, (dash) => (dash === 'ー' ? dash : '-'))
    // A full stop of an input method in a number or an address.
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .replace(/\*\*|__(?=\S)|(?<=\S)__/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    // As a string of JSON or a shell has a line's end.
    .replace(/(?<=\w)\\n?$/, '')
    .trim()
    .split('\n')
    .filter((line, _, lines) => lines.length === 1 || !isShells(line))
    .join('\n');

/** What a shell prints beside a program's own output: its prompt and what was typed there, the end of an exec. */
const isShells = (line: string): boolean =>
  line === '' || /^\S*[@:]\S*[#$](?: |$)|^(?:[~/]\S* )?[#$](?: |$)|^command terminated with exit code/.test(line);

/** Without the sign of a prompt, of a quotation or of a list in front of it. */
export const unprompted = (text: string): string => text.replace(/^(?:[>$#%*•・-] +)+(?=\S)/, '');

const decoration = /^["'*\p{Extended_Pictographic}]+|["'*.,;:!?、。・✓\p{Extended_Pictographic}]+$/gu;

/** The same without what people put around a value: quotes, a full stop, blanks. */
export function bare(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const inside = line
    .replace(decoration, '')
    .replace(/^\((.*)\)$|^<(.*)>$/, '$1$2')
    .trim();
  return inside === '' ? line : inside === line ? inside : bare(inside);
}

const frame =
  /^(?:(?:it|that|this)(?:(?:'s| is| was)(?: called)?| says| said)|(?:(?:the|my) )?(?:answer|program|error)(?: is| was|:)|i (?:think|guess|believe|choose|pick)(?: (?:it|that)(?:'s| is))?)[ :]+(?=\S)|^(?:答えは|エラーは|プログラムは)[ :]*(?=\S)|\s*(?:です|だ|である|でした|だと思う|(?:だ|です)?と思います|と(?:表示され|出)(?:る|ます|ました)|を選びます|と(?:呼ばれ(?:る|ます|ている|ています)|呼びます|いう|いいます|言う|言います))[。.!]*$/gi;

/** What a sentence says that does nothing but say it: `It is init.`, `initです`. */
export const unframed = (text: string): string => {
  const inside = bare(text.trim().replace(frame, ''));
  return inside === '' ? text : inside;
};

/** Two texts that differ only in case, width and what stands around them. */
export const alike = (one: string, other: string): boolean => folded(one) === folded(other);

const folded = (text: string): string => bare(plain(text)).toLowerCase();

/** A text as a part of a regular expression that fits it alone. */
export const literally = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
