import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { examineKind } from '../../runner/commands/doctor/kubernetes.ts';
import { downloadKind } from '../../runner/infra/kind/download.ts';
import { findKind, ownKind } from '../../runner/infra/kind/findKind.ts';
import { kindRelease, kindVersion } from '../../runner/infra/kind/release.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { listening } from '../helpers/listening.ts';

/** A program that says that it is this kind. */
function writeKind(path: string, version: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho "kind v${version} go1.26.4 linux/amd64"\n`, { mode: 0o755 });
  return path;
}

const silent = { line: () => {}, progress: () => {} };

test('the learner’s own kind is taken where it is new enough, else ours', async () => {
  await using folder = await temporaryFolder();
  const env = { PATH: `${folder.path}/bin:/usr/bin:/bin`, XDG_CACHE_HOME: join(folder.path, 'cache') };
  const installed = writeKind(join(folder.path, 'bin/kind'), '0.20.0');
  expect(await findKind(env)).toBeUndefined();
  expect(await examineKind(env)).toMatchObject({
    status: 'warning',
    detail: { id: 'setup.doctor-kind-old', values: { program: installed, version: '0.20.0' } },
  });
  const own = writeKind(ownKind(env), kindVersion);
  expect(await findKind(env)).toEqual({ program: own, version: kindVersion });
  writeKind(installed, '0.34.1');
  expect(await findKind(env)).toEqual({ program: installed, version: '0.34.1' });
  expect(await examineKind(env)).toMatchObject({ status: 'ok' });
});

test('the pinned release is known for every platform that has one', () => {
  expect(kindRelease('linux', 'x64')?.url).toBe(
    `https://github.com/kubernetes-sigs/kind/releases/download/v${kindVersion}/kind-linux-amd64`,
  );
  expect(kindRelease('darwin', 'arm64')?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(kindRelease('sunos', 'x64')).toBeUndefined();
});

test('a release that comes whole and right is kept; anything else leaves nothing', async () => {
  await using folder = await temporaryFolder();
  const program = 'a program';
  const sha256 = createHash('sha256').update(program).digest('hex');
  await using server = await listening(0, ({ url }, response) => {
    if (url === '/broken') {
      response.writeHead(200, { 'content-length': 100 }).write('a pro', () => response.destroy());
    } else response.writeHead(url === '/kind' ? 200 : 404).end(program);
  });
  const path = join(folder.path, 'kind/kind');
  const fetchIt = (name: string, sum = sha256) =>
    downloadKind({ url: `http://127.0.0.1:${server.port}/${name}`, sha256: sum }, path, silent);
  for (const name of ['missing', 'broken']) expect(await fetchIt(name)).toBe(false);
  expect(await fetchIt('kind', '0'.repeat(64))).toBe(false);
  expect(existsSync(path)).toBe(false);
  expect(await fetchIt('kind')).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe(program);
  expect(statSync(path).mode & 0o777).toBe(0o755);
  expect(readdirSync(dirname(path))).toEqual(['kind']);
});
