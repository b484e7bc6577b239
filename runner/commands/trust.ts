import { realpathSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import type { Lab } from '../lab/lab.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import { agreements } from './agreements.ts';
import type { CommandContext } from './context.ts';
import { UsageError } from './fail.ts';
import { labsFolder } from './findLab.ts';
import { isSure } from './isSure.ts';
import { wrapped } from './wrapped.ts';

/** Whose word it is that these labs may run: `--trust`, an earlier yes, or the answer to a question. */
type Trusting = { readonly trust?: boolean };

/**
Makes sure that labs from outside the project may do what labs do: be root in a privileged container. Asked once for each content.
Resolves with false where the learner says no; rejects with `UsageError` where nobody can be asked.
*/
export async function trusted(
  context: CommandContext,
  labs: readonly Lab[],
  { trust = false }: Trusting,
): Promise<boolean> {
  const agreed = agreements('trusted', context);
  const strange = labs.filter((lab) => isOutside(lab.file, context) && !agreed.has(lab.digest));
  if (strange.length === 0) return true;

  const paths = strange.map(({ file }) => pathFrom(context.cwd, file));
  if (!trust) {
    if (!context.stdin.isTTY || !context.stdout.isTTY) {
      throw new UsageError(message('trust.needed', { paths: paths.join(', ') }), message('trust.how'));
    }
    const onNode = strange.some(({ needs }) => needs.kubernetes?.node);
    if (!(await confirmed(context, paths, onNode))) return false;
  }
  agreed.add(strange.map(({ digest, file }) => ({ key: digest, what: file })));
  return true;
}

const isOutside = (file: string, context: CommandContext): boolean =>
  relative(realpathSync(labsFolder(context)), realpathSync(file)).split(sep)[0] === '..';

const pathFrom = (cwd: string, file: string): string => {
  const here = relative(cwd, dirname(file));
  return here === '' ? '.' : here.startsWith('..') ? dirname(file) : here;
};

async function confirmed(context: CommandContext, paths: readonly string[], onNode: boolean): Promise<boolean> {
  const { language, stdout } = context;
  const about = [message('trust.about', { paths: paths.join(', ') }), ...(onNode ? [message('trust.node')] : [])];
  for (const each of about) stdout.write(`${wrapped(say(language, each), stdout)}\n`);
  return isSure(context, message('trust.ask'), false);
}
