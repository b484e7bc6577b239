import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { containerGo } from '../../runner/infra/go/containerGo.ts';
import { findGo } from '../../runner/infra/go/findGo.ts';
import { hostGo } from '../../runner/infra/go/hostGo.ts';
import { jobs } from '../../runner/infra/go/jobs.ts';
import { goFor, isAtLeast } from '../../runner/infra/go/versions.ts';
import { buildContext } from '../../runner/infra/images/build.ts';
import { contextOf } from '../../runner/infra/images/context.ts';
import { prepared } from '../helpers/engine.ts';
import { bundleFixture } from '../helpers/fixtureProgram.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const { engine, images } = await prepared();
const { docker } = engine;
const silent = { line: () => {}, progress: () => {} };
const image = 'seatrial-test/go:1';

/** Says how it was called; `go hold` goes on until it is ended. */
const program = `#!/bin/bash
echo "$PWD $GOTOOLCHAIN $CGO_ENABLED \${GOPROXY-none} $*"
[ "$1" != hold ] || exec sleep 1000
echo built > "\${*: -1}"
exit 3
`;

beforeAll(async () => {
  const file = (path: string, text: string) => ({ path, executable: true, content: Buffer.from(text) });
  const untilLeft = readFileSync(resolve(import.meta.dirname, '../../images/node/go/until-left'), 'utf8');
  const dockerfile = 'ARG BASE\nFROM ${BASE}\nCOPY go /usr/bin/go\nCOPY until-left /\nENTRYPOINT ["/until-left"]\n';
  const files = [file('Dockerfile', dockerfile), file('go', program), file('until-left', untilLeft)];
  const args = { BASE: images.get('linux') ?? '' };
  await buildContext(engine, { name: 'test-go', context: contextOf('test-go', files), reference: image, args }, silent);
});

afterAll(() => docker.getImage(image).remove({ force: true }));

test('versions are compared by their numbers', () => {
  expect(isAtLeast('1.26.10', '1.26.4')).toBe(true);
  expect(isAtLeast('1.26', '1.26.4')).toBe(false);
  expect(isAtLeast('1.9.9', '1.24.0')).toBe(false);
  expect(goFor(['module a\n\ngo 1.24.0\n', 'go 1.26.4\n', 'go 1.9\n'])).toBe('1.26.4');
});

test('as much is compiled at once as there are cores, and memory', () => {
  expect(jobs(8, 64e9)).toBe(8);
  expect(jobs(8, 4e9)).toBe(2);
  expect(jobs(8, 5e8)).toBe(1);
});

test('the computer’s own Go is found where it is new enough', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'go');
  writeFileSync(path, '#!/bin/sh\necho go1.97.1\n', { mode: 0o755 });
  const env = { PATH: `${folder.path}:/usr/bin:/bin` };
  expect(await findGo(env, '1.26.4')).toEqual({ program: path, version: '1.97.1' });
  expect(await findGo(env, '1.98.0')).toBeUndefined();
});

test('Go in a container and the computer’s own are run alike', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'go');
  writeFileSync(path, program, { mode: 0o755 });
  const env = { ...process.env, GOPROXY: 'https://proxy.invalid' };
  const cache = join(folder.path, 'cache');
  const ours = containerGo(engine, { env, image, version: '1.26.4', cache });
  const theirs = hostGo({ program: path, version: '1.97.1' }, { ...env, GOTOOLCHAIN: 'local' });
  const what = (onLine: (line: string) => void) =>
    ({ folder: folder.path, into: folder.path, args: (into: string) => ['build', `${into}/it`], onLine }) as const;
  const lines: string[] = [];
  const inside = await ours.run(what((line) => lines.push(line)));
  expect(lines).toEqual(['/source go1.26.4 0 https://proxy.invalid build /out/it']);
  expect(inside).toEqual({ code: 3, tail: lines });
  expect(readFileSync(join(folder.path, 'it'), 'utf8')).toBe('built\n');
  expect(await theirs.run(what(() => {}))).toEqual({
    code: 3,
    tail: [`${folder.path} local 0 https://proxy.invalid build ${folder.path}/it`],
  });
});

test('a build in a container ends with the program that asked for it', async () => {
  await using folder = await temporaryFolder();
  const fixture = await bundleFixture('setup/holdGo');
  const child = execa(process.execPath, [fixture, image, folder.path], { reject: false });
  await once(child.stdout, 'data');
  // Its first words may come before the engine counts it among those that run.
  const [running] = await docker.listContainers({ all: true, filters: { ancestor: [image] } });
  const removed = docker.getContainer(running?.Id ?? '').wait({ condition: 'removed' });
  child.kill('SIGKILL');
  await removed;
  expect(await docker.listContainers({ all: true, filters: { ancestor: [image] } })).toEqual([]);
});
