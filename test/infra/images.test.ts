import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeBase } from '../../runner/infra/images/makeBase.ts';
import { packageBase } from '../../runner/infra/images/packageBase.ts';
import { imageStore } from '../../runner/infra/images/store.ts';
import { say } from '../../runner/words/say.ts';
import { WorldError } from '../../runner/world/world.ts';
import { testEngine } from '../helpers/engine.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { keptReport } from '../helpers/report.ts';

const engine = await testEngine();
const store = (folder: string) => imageStore(engine, { folder, env: process.env });

function writeImage(folder: string, name: string, dockerfile: string, files: Record<string, string> = {}): void {
  mkdirSync(join(folder, name), { recursive: true });
  for (const [path, text] of Object.entries({ Dockerfile: dockerfile, ...files })) {
    writeFileSync(join(folder, name, path), text);
  }
}

const tiny = (more = '') => `# One file, to be looked at.\nARG BASE=scratch\nFROM scratch\nCOPY hello /hello\n${more}`;
const danglingIds = async () =>
  (await engine.docker.listImages({ filters: { dangling: ['true'], label: ['seatrial.image=test-broken'] } })).map(
    ({ Id }) => Id,
  );

afterAll(async () => {
  await using folder = await temporaryFolder();
  for (const name of ['test-tiny', 'test-debian', 'test-twice']) await store(folder.path).remove(name);
});

test('an image is built once, kept by what it is made from, and removed with its older versions', async () => {
  await using folder = await temporaryFolder();
  writeImage(folder.path, 'test-tiny', tiny(), { hello: 'one' });
  const first = keptReport();
  const reference = (await store(folder.path).ensure(['test-tiny'], first)).get('test-tiny') ?? '';
  expect(first.told).toEqual(['setup.task-image']);
  expect(reference).toMatch(/^seatrial\/test-tiny:[0-9a-f]{12}$/);
  const { Config } = await engine.docker.getImage(reference).inspect();
  expect(Config.Labels).toMatchObject({ 'seatrial.image': 'test-tiny', 'seatrial.base': 'scratch' });
  // Learners read how an image was made: it was made as its Dockerfile says.
  const history: readonly { CreatedBy: string }[] = await engine.docker.getImage(reference).history();
  expect(history).toMatchObject([{ CreatedBy: expect.stringContaining('COPY') }]);

  const again = keptReport();
  await store(folder.path).ensure(['test-tiny'], again);
  expect(again.told).toEqual([]);

  writeImage(folder.path, 'test-tiny', tiny(), { hello: 'two' });
  const list = async () =>
    (await store(folder.path).list()).filter(({ name }) => name === 'test-tiny').map(({ state }) => state);
  expect((await list()).toSorted()).toEqual(['missing', 'old']);
  await store(folder.path).ensure(['test-tiny'], keptReport());
  expect((await list()).toSorted()).toEqual(['current', 'old']);
  expect(await store(folder.path).remove('test-tiny')).toHaveLength(2);
  expect(await list()).toEqual(['missing']);
});

test('two that want the same image at once build it once', async () => {
  await using folder = await temporaryFolder();
  writeImage(folder.path, 'test-twice', tiny(), { hello: folder.path });
  const reports = [keptReport(), keptReport()];
  await Promise.all(reports.map((report) => store(folder.path).ensure(['test-twice'], report)));
  expect(reports.flatMap(({ told }) => told).toSorted()).toEqual(['setup.image-other-builds', 'setup.task-image']);
});

test('where no registry answers, the base is made of packages and shared', async () => {
  await using folder = await temporaryFolder();
  const absent = 'seatrial.invalid/no-such-registry:1';
  writeImage(folder.path, 'test-debian', `# Debian.\nARG BASE=${absent}\nFROM \${BASE}\nRUN cat /etc/os-release\n`);
  const report = keptReport();
  const reference = (await store(folder.path).ensure(['test-debian'], report)).get('test-debian') ?? '';
  expect(report.told[0]).toBe('setup.task-registry');
  expect(report.told.at(-1)).toBe('setup.task-image');
  const { Config } = await engine.docker.getImage(reference).inspect();
  expect(Config.Labels).toMatchObject({ 'seatrial.base': packageBase.reference });
});

test('a failed build says what went wrong and leaves no layers', async () => {
  await using folder = await temporaryFolder();
  const dockerfile = tiny('RUN ["/not-there"]\n');
  writeImage(folder.path, 'test-broken', dockerfile, { hello: folder.path });
  const failure: unknown = await store(folder.path)
    .ensure(['test-broken'], keptReport())
    .catch((error) => error);
  if (!(failure instanceof WorldError)) throw failure;
  expect(failure.blame).toBe('machine');
  expect(say('en', failure.explanation)).toContain('/not-there');
  expect(await danglingIds()).toEqual([]);
});

test('a base that cannot be made is told in the words of the tool that makes it', async () => {
  await using folder = await temporaryFolder();
  const tool = join(folder.path, 'mmdebstrap');
  writeFileSync(tool, '#!/bin/sh\necho "E: unable to download: no route" >&2\nexit 1\n', { mode: 0o755 });
  const env = { ...process.env, PATH: `${folder.path}:${process.env.PATH}` };
  const made = makeBase(engine, env, { line: () => {}, progress: () => {} });
  await expect(made).rejects.toMatchObject({
    explanation: { id: 'setup.apt-failed', values: { log: 'E: unable to download: no route' } },
  });
});

test('a folder that is none, and a Dockerfile that lacks its purpose, are told', async () => {
  await using folder = await temporaryFolder();
  writeImage(folder.path, 'test-mute', 'FROM scratch\n');
  const ensure = (name: string) => store(folder.path).ensure([name], keptReport());
  await expect(ensure('test-mute')).rejects.toMatchObject({ explanation: { id: 'setup.image-recipe' } });
  await expect(ensure('nothing')).rejects.toMatchObject({
    explanation: { id: 'setup.image-unknown', values: { name: 'nothing', names: 'test-mute' } },
  });
});
