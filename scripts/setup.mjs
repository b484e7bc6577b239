// Makes the checkout ready to run: dependencies, then the build; with --for-tests the engine and the images too.
// It runs before anything is installed, on Node 20 and without dependencies. Nothing to do costs it some milliseconds.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const forTests = process.argv.includes('--for-tests');
const { staleBuild, staleDependencies } = await import('./setup/stale.mjs');

if (staleDependencies(root) || staleBuild(root)) {
  const { makeReady } = await import('./setup/ready.mjs');
  process.exitCode = await makeReady(root);
}

if (forTests && !process.exitCode && existsSync(resolve(root, 'dist/main.mjs'))) {
  const { run } = await import('./setup/run.mjs');
  const { code } = await run(resolve(root, 'bin/seatrial'), ['images', 'build'], { cwd: root, stdio: 'inherit' });
  process.exitCode = code;
}
