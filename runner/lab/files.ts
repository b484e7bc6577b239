import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Language } from '../words/message.ts';

/** The file that a lab's path means: its folder will do. */
export const labFile = (path: string): string => (/\.ya?ml$/.test(basename(path)) ? path : join(path, 'lab.yaml'));

export const overlayFile = (file: string, language: Language): string =>
  join(dirname(file), `${basename(file).replace(/\.ya?ml$/, '')}.${language}.yaml`);

/** What editors, and the systems that folders are looked at with, leave among an author's files: backups, swap files, lists of icons. */
const leftover = /(?:^|[/\\])(?:[^/\\]*~|\.[^/\\]*\.sw[a-p]|#[^/\\]*#|\.#[^/\\]*|\.DS_Store|\._[^/\\]*|Thumbs\.db)$/i;

const isLeftover = (path: string): boolean => leftover.test(path);

export type Attachment = { readonly content: Buffer; readonly mode: number };

/** Whoever may read it on the author's computer is nobody's business on the machine, and a checkout keeps no more than this. */
const modeOf = (mode: number): number => (mode & 0o100 ? 0o755 : 0o644);

/** What a lab brings along: what lies in its folder `files`, by path in it. It comes into the learner's home, `/root`. */
export function attachments({ file }: { readonly file: string }): ReadonlyMap<string, Attachment> {
  const files = join(dirname(file), 'files');
  if (!statSync(files, { throwIfNoEntry: false })?.isDirectory()) return new Map();
  return new Map(
    readdirSync(files, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter((each) => !isLeftover(each))
      .flatMap((each) => {
        const path = join(files, each);
        // An editor may have left a link to nowhere.
        const found = statSync(path, { throwIfNoEntry: false });
        return found?.isFile() ? [[each, { content: readFileSync(path), mode: modeOf(found.mode) }] as const] : [];
      }),
  );
}
