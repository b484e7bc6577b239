import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generated } from '../../scripts/docs/generated.ts';
import { root, seatrial } from './seatrial.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seatrial-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const titles = ['--title', 'First: "steps"', '--title-ja', '最初の「ステップ」'];
const create = () => seatrial(['new', 'first-steps', '--folder', '.', ...titles], { cwd: folder });
const lab = () => join(folder, 'docker', 'first-steps', 'lab.yaml');

test('a new lab has nothing to lint', async () => {
  expect(await create()).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(lab(), 'utf8')).toContain('title: "First: \\"steps\\""');
  const linted = await seatrial(['lint', 'docker/first-steps'], { cwd: folder });
  expect(linted).toEqual({ code: 0, stdout: '1 lab, nothing to report.', stderr: '' });
  expect(await create()).toMatchObject({ code: 2, stderr: expect.stringContaining('exists already') });
});

test('lint names what is wrong in each format, and ends with the fault of the lab', async () => {
  await create();
  writeFileSync(lab(), readFileSync(lab(), 'utf8').replace('docker/container', 'docker/contaner'));
  const lint = (format: string) => seatrial(['lint', 'docker/first-steps', '--format', format], { cwd: folder });

  const plain = await lint('plain');
  expect(plain.code).toBe(4);
  expect(plain.stdout).toContain('docker/first-steps/lab.yaml:16:9  unknown-check');
  expect((await lint('github')).stdout).toContain(
    '::error file=docker/first-steps/lab.yaml,line=16,col=9,title=unknown-check::There is no check',
  );
  expect(JSON.parse((await lint('json')).stdout)).toMatchObject({
    version: 1,
    labs: 1,
    problems: [{ code: 'unknown-check', line: 16, suggestion: 'docker/container' }],
  });
});

test('the labs of the project are listed with how far the learner is', async () => {
  const { stdout } = await seatrial(['list', '--json'], { env: { XDG_STATE_HOME: folder } });
  expect(JSON.parse(stdout).labs).toContainEqual({
    id: 'isolated-processes',
    track: 'docker',
    title: 'A container is an isolated process',
    minutes: 15,
    engine: 'docker',
    state: 'new',
  });
});

test('what is generated from the code is up to date', () => {
  for (const [path, text] of generated()) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text);
});
