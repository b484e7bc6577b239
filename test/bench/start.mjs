// Builds the program and the bench, then runs the bench: `npm run bench [-- FIGURE … --json FILE --docs]`
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'node_modules/.cache/seatrial-bench');
const build = join(root, 'scripts/build.mjs');

for (const args of [
  [build],
  [build, join(import.meta.dirname, 'run.ts'), folder],
  [join(folder, 'main.mjs'), ...process.argv.slice(2)],
]) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exit(status ?? 70);
}
