// Installs and builds, saying so as it goes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from './lock.mjs';
import { showProgress } from './progress.mjs';
import { run } from './run.mjs';
import { buildStamp, dependencyHash, dependencyStamp, sourceHash, staleBuild, staleDependencies } from './stale.mjs';
import { why, words } from './words.mjs';

function stamp(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** npm says each package it fetched or took from its cache; those lines are the progress. */
async function install(root, step) {
  const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const fits = ({ os = [process.platform], cpu = [process.arch] }) =>
    os.includes(process.platform) && cpu.includes(process.arch);
  const total = Object.values(packages).filter(fits).length - 1;
  let fetched = 0;
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const result = await run(
    npm[0],
    [...npm.slice(1), 'ci', '--ignore-scripts', '--loglevel=http', '--no-audit', '--no-fund'],
    {
      cwd: root,
      onLine: (line) => {
        if (/http (fetch|cache) .*\.tgz/.test(line)) step.progress(Math.min(++fetched, total), total);
      },
    },
  );
  if (result.code === 0) stamp(dependencyStamp(root), dependencyHash(root));
  return result;
}

async function build(root) {
  const hash = sourceHash(root);
  const node = join(root, 'node_modules/.bin/node');
  const script = [join(root, 'scripts/build.mjs')];
  let result = await run(node, script, { cwd: root });
  // No package carries Node for this platform: the one that runs this must do.
  if (result.code === 127) result = await run(process.execPath, script, { cwd: root });
  if (result.code === 0) stamp(buildStamp(root), hash);
  return result;
}

/** Returns the exit status: 3 where the machine failed us, 70 where the sources did. */
export async function makeReady(root) {
  const leave = await takeLock(root);
  const show = showProgress(process.stderr, process.env);
  try {
    const stages = [
      { title: words.dependencies, failed: 3, needed: staleDependencies(root), work: (step) => install(root, step) },
      { title: words.build, failed: 70, needed: staleBuild(root), work: () => build(root) },
    ].filter(({ needed }) => needed);
    for (const [index, { title, failed, work }] of stages.entries()) {
      const step = show.step(title, [...stages.slice(index + 1).map((stage) => stage.title), words.engine]);
      const { code, lines } = await work(step);
      if (code === 130) return 130;
      if (code !== 0) {
        step.failed(why(title, lines));
        return failed;
      }
      step.done();
    }
    return 0;
  } finally {
    leave();
  }
}
