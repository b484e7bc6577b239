import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import { changeOf } from '../../runner/commands/dev/change.ts';
import { lintLab } from '../../runner/lab/lint/lintLab.ts';
import { readLab } from '../../runner/lab/read.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const known = { checks: new Map(checks.map((check) => [check.name, check])), images: ['linux'] };
const room = { columns: 80, rows: 99, lines: () => 1 };

const labWith = (ofLab: string, ofStep: string): string => `format: 1
id: prepared
title: Prepared
minutes: 1
languages: [en]
needs: { docker: {} }
images: [linux]
setup: ${ofLab}
steps:
  - id: web
    title: Web
    checks:
      - docker/container: { image: linux, args: sleep 300, as: web }
    learned: It is so.
    solution: docker run -d linux sleep 300
    mistakes: [{ run: docker run -d linux sleep 3, expect: sleep }]
  - id: one
    title: One
    setup: ${ofStep}
    checks:
      - run: test -e /root/one || because "There is no /root/one."
    learned: It is so.
    solution: touch /root/one
    mistakes: [{ run: touch /root/two, expect: There is no }]
`;

async function read(ofLab: string, ofStep: string, lib = 'ready() { true; }\n') {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'prepared');
  mkdirSync(path);
  writeFileSync(join(path, 'lab.yaml'), labWith(ofLab, ofStep));
  writeFileSync(join(path, 'lib.sh'), lib);
  const result = readLab(path, known);
  return { ...result, codes: lintLab(result, known, room).map(({ code, line }) => `${code} ${line}`) };
}

test('what prepares a lab and its steps is read, with the functions beside it', async () => {
  const { lab, codes } = await read('{ run: ready }', '{ run: docker stop "$web" }');
  expect(codes).toEqual([]);
  expect(lab?.ja.setup).toMatchObject({ run: 'ready', lib: 'ready() { true; }\n', position: { line: 8 } });
  expect(lab?.en.steps[1]?.setup).toMatchObject({ run: 'docker stop "$web"', position: { line: 19 } });
});

test.each([
  ['{ runs: ready }', '{ run: docker stop "$web" }', ['unknown-key 8']],
  ['ready', '{ run: docker stop "$web" }', ['wrong-type 8']],
  ['{ run: if true }', '{ run: docker stop "$web" }', ['bad-script 8']],
  ['{ run: docker stop "$web" }', '{ run: docker stop "$web" }', ['unknown-variable 8']],
  ['{ run: ready }', '{ run: docker stop "$wbe" }', ['unused-fact 13', 'unknown-variable 19']],
  ['{ run: docker run -d nginx }', '{ run: docker stop "$web" }', ['undeclared-image 8']],
])('a slip in it is found: %s, %s', async (ofLab, ofStep, codes) => {
  expect((await read(ofLab, ofStep)).codes).toEqual(codes);
});

test('what has changed in it asks for another machine, and is no other judgement', async () => {
  const [before, now] = await Promise.all(
    ['web', 'web_name'].map((name) => read('{ run: ready }', `{ run: docker stop "$${name}" }`)),
  );
  if (!before?.lab || !now?.lab) throw new Error('The lab of this test is wrong.');
  const change = changeOf([before.lab.en], [now.lab.en]);
  expect(change).toMatchObject({ prepared: { lab: false, steps: ['one'] }, judged: [], steps: ['one'], machine: [] });
});
