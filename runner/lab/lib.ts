import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'unbash';
import { message } from '../words/message.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Lab } from './lab.ts';

/** What a script can be given in one variable of its environment (MAX_ARG_STRLEN of the kernel), with some room. */
const largest = 100_000;

/** Functions for a lab's check scripts: the text of `lib.sh` beside it; undefined where there is none. */
export function libBeside(file: string): { readonly text?: string; readonly diagnostics: readonly Diagnostic[] } {
  const path = join(dirname(file), 'lib.sh');
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return { diagnostics: [] };
  const text = readFileSync(path, 'utf8');
  const diagnostics = text.length > largest ? [tooLong(path)] : unreadable(text, path);
  return { text, diagnostics };
}

const tooLong = (file: string): Diagnostic => ({
  ...{ code: 'too-long', file, line: 1, column: 1 },
  message: message('lab.too-long', { limit: largest }),
});

/** What bash cannot read would keep every script of the lab from running. */
function unreadable(text: string, file: string): readonly Diagnostic[] {
  const tree = parse(text);
  const { errors = [] } = tree;
  return errors.slice(0, 1).map(({ message: words, pos }) => {
    const before = text.slice(0, pos).split('\n');
    const excerpt = { text: text.split('\n')[before.length - 1] ?? '', length: 1 };
    const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, excerpt };
    return { code: 'bad-script', message: message('lint.bad-script', { text: words }), ...place };
  });
}

/** The lab with these functions at hand for each of its scripts. */
export const withLib = <L extends Pick<Lab, 'steps'>>(lab: L, lib: string | undefined): L =>
  lib === undefined
    ? lab
    : {
        ...lab,
        steps: lab.steps.map((step) => ({
          ...step,
          checks: step.checks.map((use) => (use.kind === 'script' ? { ...use, lib } : use)),
        })),
      };
