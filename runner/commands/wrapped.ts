import { span } from '../ui/text/line.ts';
import { wrap } from '../ui/text/wrap.ts';

/** Cells that a prompt puts before the words that it asks with: its mark and a blank. */
const mark = 2;

/** The words of a prompt in lines that end between words: of itself it breaks them wherever the window ends. */
export const wrapped = (words: string, { columns = 80 }: { readonly columns?: number }): string =>
  wrap([span(words)], columns - mark)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n');
