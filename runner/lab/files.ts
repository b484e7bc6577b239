import { basename, dirname, join } from 'node:path';
import type { Language } from '../words/message.ts';

/** The file that a lab's path means: its folder will do. */
export const labFile = (path: string): string => (/\.ya?ml$/.test(basename(path)) ? path : join(path, 'lab.yaml'));

export const overlayFile = (file: string, language: Language): string =>
  join(dirname(file), `${basename(file).replace(/\.ya?ml$/, '')}.${language}.yaml`);
