import { createWriteStream } from 'node:fs';
import { cp, mkdir, realpath, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import { prepared } from '../helpers/engine.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const root = resolve(import.meta.dirname, '../..');
const minute = 60_000;

/** What the script in the virtual machine found, by name. */
const found = new Map<string, string>();

/** The built program, this Node, and the images, as they are carried into the virtual machine. */
async function pack(folder: string): Promise<readonly string[]> {
  const { engine, images } = await prepared();
  const program = join(folder, 'seatrial');
  await mkdir(program);
  for (const each of ['dist', 'labs', 'images', 'package.json']) {
    await cp(join(root, each), join(program, each), { recursive: true });
  }
  const node = join(folder, 'node');
  await cp(await realpath(process.execPath), node);
  const paths = [program, node];
  for (const name of ['machine', 'linux']) {
    const reference = images.get(name) ?? '';
    await writeFile(join(folder, name), reference);
    await pipeline(await engine.docker.getImage(reference).get(), createWriteStream(join(folder, `${name}.tar`)));
    paths.push(join(folder, name), join(folder, `${name}.tar`));
  }
  return paths;
}

beforeAll(async () => {
  await using folder = await temporaryFolder();
  const paths = await pack(folder.path);
  const run = execa(join(root, 'test/vm/run'), [join(root, 'test/vm/first-lab'), ...paths], {
    env: { VM_SECONDS: '1800' },
    stdin: 'ignore',
    stdout: ['pipe', 'inherit'],
    stderr: 'inherit',
  });
  for await (const line of run) {
    const [, name, value] = /^([a-zA-Z ]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) found.set(name, value);
  }
}, 35 * minute);

test('the virtual machine is what most learners have', () => {
  expect(found.get('control groups')).toBe('cgroup2fs');
  expect(found.get('engine')).toBe('active, systemd 2');
});

test('the first lab is played to its end and leaves nothing', () => {
  expect(found.get('play')).toBe('0');
  expect(found.get('left')).toBe('0 containers, 0 volumes');
});

test('inside a machine limits hold and containers pause', () => {
  expect(found.get('out of memory')).toBe('137 1');
  expect(found.get('memory limit')).toBe(String(64 * 1024 ** 2));
  expect(found.get('process limit')).toBe('40');
  expect(found.get('CPU limit')).toBe('50000 100000');
  expect(found.get('paused')).toBe('paused');
});
