// Makes the checkout ready to run: dependencies, then the build; with --for-tests the engine and the images too.
// It runs before anything is installed, on Node 20 and without dependencies. Nothing to do costs it some milliseconds.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const forTests = process.argv.includes('--for-tests');
const { staleBuild, staleDependencies } = await import('./setup/stale.mjs');

if (staleDependencies(root) || staleBuild(root)) {
  const { makeReady } = await import('./setup/ready.mjs');
  process.exitCode = await makeReady(root);
}

// Tests run several clusters at once, whose kubelets and controllers watch more files than Linux allows one user by itself.
const instances = '/proc/sys/fs/inotify/max_user_instances';
if (forTests && process.getuid?.() === 0 && existsSync(instances) && Number(readFileSync(instances, 'utf8')) < 512) {
  try {
    writeFileSync(instances, '512');
  } catch {
    // A machine that does not let it be changed has its own limit; what that stops says so.
  }
}

if (forTests && !process.exitCode && existsSync(resolve(root, 'dist/main.mjs'))) {
  const { run } = await import('./setup/run.mjs');
  const { code } = await run(resolve(root, 'bin/seatrial'), ['images', 'build'], { cwd: root, stdio: 'inherit' });
  process.exitCode = code;
}
