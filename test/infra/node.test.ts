import { appendFileSync, chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { left } from '../../runner/commands/progress/bar.ts';
import { readRecipe } from '../../runner/infra/images/recipe.ts';
import { imageStore } from '../../runner/infra/images/store.ts';
import { stagesOf } from '../../runner/infra/progress/part.ts';
import { prepared, testEngine } from '../helpers/engine.ts';
import { bundleFixture } from '../helpers/fixtureProgram.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { keptReport } from '../helpers/report.ts';

const engine = await testEngine();
const images = resolve(import.meta.dirname, '../../images');

/** A copy of the node's recipe that nobody has built, nor a registry has. */
async function ownRecipe() {
  const folder = await temporaryFolder();
  cpSync(join(images, 'node'), join(folder.path, 'images/node'), { recursive: true });
  const inside = (path: string) => join(folder.path, 'images/node', path);
  return { ...folder, inside, images: join(folder.path, 'images'), [Symbol.asyncDispose]: folder[Symbol.asyncDispose] };
}

test('the node is another image when what is in it changes, and the same when what builds it does', async () => {
  await using own = await ownRecipe();
  const reference = async () => (await readRecipe(own.images, 'node')).reference;
  const first = await reference();
  expect(first).toBe((await readRecipe(images, 'node')).reference);
  appendFileSync(own.inside('go/Dockerfile'), '# more\n');
  expect(await reference()).toBe(first);
  appendFileSync(own.inside('programs/kubernetes/main.go'), '// more\n');
  expect(await reference()).not.toBe(first);
});

test('the node is listed like every image', async () => {
  const all = await imageStore(engine, { folder: images, env: process.env }).list();
  const { reference } = await readRecipe(images, 'node');
  expect(all).toContainEqual(expect.objectContaining({ name: 'node', reference, state: 'current' }));
});

test('where kind’s own image can be had, that is the node, and nothing is made', async () => {
  await using own = await ownRecipe();
  const { images: built } = await prepared();
  const base = built.get('linux') ?? '';
  writeFileSync(own.inside('Dockerfile'), `# A node.\nARG BASE=${base}\nFROM \${BASE}\n`);
  const report = keptReport();
  const reference =
    (await imageStore(engine, { folder: own.images, env: {} }).ensure(['node'], report)).get('node') ?? '';
  expect(report.told).toEqual(['setup.task-image']);
  const image = engine.docker.getImage(reference);
  expect((await image.inspect()).Config.Labels).toMatchObject({ 'seatrial.image': 'node', 'seatrial.base': base });
  await image.remove();
});

/** What is left of a build of the node: containers, and images without a name or with one that is for the build alone. */
async function leftovers() {
  const { docker } = engine;
  const dangling = await docker.listImages({ filters: { dangling: ['true'], label: ['seatrial.image=node'] } });
  const named = await docker.listImages({ filters: { reference: ['seatrial.local/*'] } });
  return [...dangling, ...named].map(({ Id }) => Id);
}

test('a build of the node that breaks off says why and leaves nothing', async () => {
  await using own = await ownRecipe();
  writeFileSync(own.inside('Dockerfile'), '# A node.\nARG BASE=seatrial.invalid/node:1\nFROM ${BASE}\n');
  const bin = join(own.path, 'bin');
  mkdirSync(bin);
  const program = (name: string, text: string) => {
    writeFileSync(join(bin, name), `#!/bin/bash\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, XDG_CACHE_HOME: join(own.path, 'cache') };
  const building = () => imageStore(engine, { folder: own.images, env }).ensure(['node'], keptReport());

  program('go', '[ "$1" = env ] && echo go1.97.0 || { echo "a.go:1: no such thing" >&2; exit 1; }');
  await expect(building()).rejects.toMatchObject({
    explanation: { id: 'setup.go-failed', values: { what: 'Kubernetes', log: 'a.go:1: no such thing' } },
  });
  program('go', '[ "$1" = env ] && echo go1.97.0 || { echo "dial tcp: lookup proxy: no such host" >&2; exit 1; }');
  await expect(building()).rejects.toMatchObject({ explanation: { id: 'setup.go-unreachable' } });

  program('go', '[ "$1" != env ] || echo go1.97.0');
  program('mmdebstrap', 'echo "E: Unable to fetch: Could not connect" >&2; exit 100');
  await expect(building()).rejects.toMatchObject({ explanation: { id: 'setup.apt-unreachable' } });

  // A tar archive that is a file system, but not that of a node: the engine's own builder fails on it.
  program('mmdebstrap', 'cd "$(dirname "$0")" && tar --create .');
  await expect(building()).rejects.toMatchObject({
    explanation: { id: 'setup.image-failed', values: { name: 'node' } },
  });
  expect(await leftovers()).toEqual([]);
});

test('stages move the whole by how long each takes', () => {
  const told: string[] = [];
  const task = { line: () => {}, progress: (done: number, total: number) => void told.push(`${done}/${total}`) };
  const { first, second } = stagesOf(task, { first: 30, second: 10 });
  first.progress(1, 2);
  first.progress(9, 3);
  second.progress(1, 2);
  expect(told).toEqual(['15/40', '30/40', '35/40']);
});

test('the time left is told once there is something to tell it by', () => {
  expect(left(9_000, 1, 2)).toBeUndefined();
  expect(left(60_000, 1, 100)).toBeUndefined();
  expect(left(60_000, 1, 4)).toBe(180_000);
});

test('unpacking images that is ended by Ctrl-C leaves no container', async () => {
  const { images: built } = await prepared();
  const program = await bundleFixture('setup/holdPreload');
  const child = execa(process.execPath, [program, built.get('linux') ?? ''], { reject: false });
  child.stdout.on('data', (text) => text.includes('unpacking') && child.kill('SIGINT'));
  expect(await child).toMatchObject({ signal: 'SIGINT' });
  const named = { name: ['seatrial-node-unpacking', 'seatrial-node-filling'] };
  expect(await engine.docker.listContainers({ all: true, filters: named })).toEqual([]);
});
