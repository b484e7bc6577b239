import { span } from '../ui/text/line.ts';
import { wrap } from '../ui/text/wrap.ts';

/** Cells that a prompt puts before the words that it asks with: its mark and a blank. */
const mark = 2;

type Window = { readonly columns?: number };

/** Words in lines that end between words: of itself a terminal breaks them wherever the window ends. What is indented goes on indented. */
export const wrapped = (words: string, { columns = 80 }: Window): string =>
  words
    .split('\n')
    .flatMap((line) => {
      const indent = /^ */.exec(line)?.[0] ?? '';
      const lines = wrap([span(line.slice(indent.length))], columns - indent.length);
      return lines.map((spans) => indent + spans.map(({ text }) => text).join(''));
    })
    .join('\n');

/** The same for the words of a prompt. */
export const wrappedQuestion = (words: string, { columns = 80 }: Window): string =>
  wrapped(words, { columns: columns - mark });
