import { readFileSync } from 'node:fs';
import { catalog } from '../../lab/catalog.ts';
import { conceptsIn, folderAround, readConcepts, untaught } from '../../lab/concepts.ts';
import type { Diagnostic } from '../../lab/diagnostic.ts';
import { looseLab } from '../../lab/loose.ts';
import { readSource } from '../../lab/source.ts';

/** What is wrong with the lists of concepts of those folders whose every lab is among these. */
export function lookAtConcepts(files: readonly string[]): readonly Diagnostic[] {
  const folders = [...new Set(files.map(folderAround))];
  const whole = folders.filter((folder) => {
    const all = catalog(folder);
    return all.length > 0 && all.every(({ file }) => files.includes(file));
  });
  return whole.flatMap((folder) => {
    const read = readConcepts(conceptsIn(folder));
    const taught = new Set(catalog(folder).flatMap(({ file }) => taughtIn(file)));
    return [...read.diagnostics, ...untaught(read, taught)];
  });
}

/** Whatever else is wrong with a lab, it teaches what it says. */
function taughtIn(file: string): readonly string[] {
  const { source } = readSource(readFileSync(file, 'utf8'), file);
  return looseLab.parse(source?.value).steps.flatMap(({ teaches }) => teaches);
}
