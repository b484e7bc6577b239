import type { Exec } from '../../../runner/api.ts';
import { commandOf, lastPart, wordsOf } from '../words.ts';

type Called = { readonly words: readonly string[]; readonly isDone: boolean };

const unknown: Called = { words: [], isDone: false };

/** How a program was called in an exec, and whether that has ended well: by another program, or as a command of a shell's; nothing where that cannot be told. */
export function asCalled(exec: Exec | undefined, names: readonly string[]): Called {
  if (!exec) return unknown;
  const { args, exitCode } = exec;
  const words = commandOf(args);
  if (!words) return inScript(args[2] ?? '', names, exitCode === 0);
  const start = words.findIndex((word) => names.includes(lastPart(word)));
  return start < 0 ? unknown : { words: words.slice(start), isDone: exitCode === 0 };
}

/** Of commands one behind the other without quotes and such; what fails is known to have where the others hang on it. */
function inScript(script: string, names: readonly string[], isDone: boolean): Called {
  if (/["'`$\\(){}<>*?[]/.test(script)) return unknown;
  const parts = script.split(/(&&|\|\||[;&|\n])/);
  const own = parts.flatMap((part, index) => {
    const words = index % 2 === 0 ? wordsOf(part) : [];
    return names.includes(lastPart(words[0] ?? '')) ? [{ words, after: parts.slice(index + 1) }] : [];
  });
  const [one, another] = own;
  if (!one || another) return unknown;
  const isLast = one.after.every(
    (each, index) => (index % 2 === 0 ? each === '&&' : true) || one.after.slice(index).join('').trim() === ';',
  );
  return { words: one.words, isDone: isDone && isLast };
}
