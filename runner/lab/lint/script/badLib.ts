import { message } from '../../../words/message.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { libBeside, libFile } from '../../lib.ts';
import { readShell } from '../../shell/tree.ts';

/** What a script can be given in one variable of its environment (MAX_ARG_STRLEN of the kernel), with some room. */
const largest = 100_000;

/** What is wrong with the functions beside a lab: bash would run none of its scripts as they are meant. */
export function badLib(lab: string): readonly Diagnostic[] {
  const [file, text = ''] = [libFile(lab), libBeside(lab)];
  if (text.length > largest) {
    const words = message('lab.too-long', { limit: largest });
    return [{ code: 'too-long', file, line: 1, column: 1, message: words }];
  }
  const { errors = [] } = readShell(text);
  return errors.slice(0, 1).map(({ message: words, pos }) => {
    const before = text.slice(0, pos).split('\n');
    const excerpt = { text: text.split('\n')[before.length - 1] ?? '', length: 1 };
    const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, excerpt };
    return { code: 'bad-script', message: message('lint.bad-script', { text: words }), ...place };
  });
}
