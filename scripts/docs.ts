/** Writes what is generated from the code: the labs' schema and the references for authors. `--check` only compares. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generated } from './docs/generated.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const current = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const stale = [...generated()].filter(([path, text]) => current(join(root, path)) !== text);

for (const [path, text] of stale) {
  if (process.argv.includes('--check')) {
    process.stderr.write(`${path} is not what the code says. \`npm run docs\` writes it.\n`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    process.stdout.write(`Wrote ${path}\n`);
  }
}
