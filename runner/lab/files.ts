import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Language } from '../words/message.ts';

/** The file that a lab's path means: its folder will do. */
export const labFile = (path: string): string => (/\.ya?ml$/.test(basename(path)) ? path : join(path, 'lab.yaml'));

export const overlayFile = (file: string, language: Language): string =>
  join(dirname(file), `${basename(file).replace(/\.ya?ml$/, '')}.${language}.yaml`);

/** What a lab brings along: what lies in its folder `files`, by path in it. It comes into the learner's home, `/root`. */
export function attachments({ file }: { readonly file: string }): ReadonlyMap<string, Buffer> {
  const files = join(dirname(file), 'files');
  if (!statSync(files, { throwIfNoEntry: false })?.isDirectory()) return new Map();
  return new Map(
    readdirSync(files, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter((each) => statSync(join(files, each)).isFile())
      .map((each) => [each, readFileSync(join(files, each))]),
  );
}
