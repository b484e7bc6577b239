import type { FileChange } from './model.ts';

/**
The changes in an overlay's upper folder, as the machine's helper lists them: a NUL, then kind and path in turn, each ended by a
NUL. Undefined where there was no such folder.
*/
export function readChanges(listed: Buffer): readonly FileChange[] | undefined {
  if (listed.length === 0) return undefined;
  const words = listed.toString('utf8', 1).split('\0');
  return words.flatMap((kind, index) => {
    const path = words[index + 1];
    const known = kind === 'added' || kind === 'changed' || kind === 'deleted';
    return index % 2 === 0 && known && path !== undefined ? [{ path, kind }] : [];
  });
}
