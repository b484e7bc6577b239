import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../infra/environment.ts';
import { imageNames } from '../lab/catalog.ts';
import { conceptsIn, folderAround } from '../lab/concepts.ts';
import { overlayFile } from '../lab/files.ts';
import { libFile } from '../lab/lib.ts';
import type { CommandContext } from './context.ts';

type Checkout = Pick<CommandContext, 'env' | 'root'>;

/** What was found out about labs before, each as one line of text; it holds for as long as nothing it depends on has changed. */
export type LabMemory = {
  recall(file: string): string | undefined;
  remember(found: ReadonlyMap<string, string>): void;
};

const kept = 1000;

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/**
By the path of a lab.yaml. What is kept depends on a lab's files, the images that there are, and the program itself: bundled, its
parts are named by what is in them. From its sources it has no such name, and remembers nothing.
*/
export function labMemory(name: string, { env, root }: Checkout): LabMemory {
  const program = basename(fileURLToPath(import.meta.url));
  if (program.endsWith('.ts')) return { recall: () => undefined, remember: () => {} };

  const store = join(cacheFolder(env), name);
  const images = imageNames(join(root, 'images')).join();
  const known = new Map(
    textOf(store)
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [[line.slice(0, digits), line.slice(digits + 1)] as const])),
  );
  const filesBehind = (file: string) => [
    ...[file, overlayFile(file, 'ja'), libFile(file)],
    ...[conceptsIn(folderAround(file)), conceptsIn(join(root, 'labs'))],
  ];
  const digestOf = (file: string) =>
    createHash('sha256')
      .update([program, images, file, ...filesBehind(file).map(textOf)].join('\0'))
      .digest('hex')
      .slice(0, digits);

  return {
    recall: (file) => known.get(digestOf(file)),
    remember: (found) => {
      const fresh = [...found].map(([file, text]) => [digestOf(file), text] as const);
      const all = [...new Map([...known, ...fresh])].slice(-kept);
      try {
        mkdirSync(dirname(store), { recursive: true });
        writeFileSync(`${store}.${process.pid}`, all.map((each) => `${each.join(' ')}\n`).join(''));
        renameSync(`${store}.${process.pid}`, store);
      } catch {
        // What cannot be remembered is looked at again.
      }
    },
  };
}

/** Of a digest. */
const digits = 32;
