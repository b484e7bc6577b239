import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { known } from '../../runner/commands/labs.ts';
import { lookAtConcepts } from '../../runner/commands/lint/concepts.ts';
import { narrowRoom } from '../../runner/commands/lint/room.ts';
import { readConcepts } from '../../runner/lab/concepts.ts';
import { lintLab } from '../../runner/lab/lint/lintLab.ts';
import { readLab } from '../../runner/lab/read.ts';
import { curriculumPage } from '../../scripts/docs/curriculumPage.ts';
import { root } from '../commands/seatrial.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const own = known({ root });

const concept = (id: string, name: string) =>
  `  ${id}:\n    name: { en: ${name}, ja: ${name} }\n    about: { en: About it., ja: 説明。 }\n`;

async function folderOfLabs(list: string, teaches: string) {
  const folder = await temporaryFolder();
  const lab = join(folder.path, 'docker/notes');
  mkdirSync(join(folder.path, 'docker'));
  cpSync(join(root, 'test/lab/defects/notes'), lab, { recursive: true });
  const file = join(lab, 'lab.yaml');
  const text = readFileSync(file, 'utf8').replace('    solution:', `    teaches: ${teaches}\n    solution:`);
  writeFileSync(file, text);
  const concepts = join(folder.path, 'concepts.yaml');
  writeFileSync(concepts, `concepts:\n${list}`);
  const codes = [
    ...lintLab(readLab(lab, own), own, narrowRoom())
      .filter(({ code }) => code !== 'unlearned')
      .map((each) => `${each.code} ${each.suggestion ?? ''}`.trim()),
    ...lookAtConcepts([file]).map(({ code, line }) => `${code} ${line}`),
  ];
  return { file, concepts, codes, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

const list = concept('container-lifetime', 'Lifetime') + concept('layers', 'Layers');

test('a step teaches concepts that there are, and each is taught by a step', async () => {
  await using right = await folderOfLabs(list, '[container-lifetime, layers]');
  expect(right.codes).toEqual([]);
  const { lab } = readLab(right.file, known({ root }));
  const page = curriculumPage(readConcepts(right.concepts).concepts, lab ? [lab] : []);
  expect(page).toContain('| **Layers** | About it. | `notes`: Leave a process running |');
  expect(page).toContain('| **Layers** | 説明。 | `notes`: プロセスを動かしておく |');

  await using misspelt = await folderOfLabs(list, '[container-lifetime, layer]');
  expect(misspelt.codes).toEqual(['unknown-concept layers', 'untaught-concept 5']);
});

test('a concept says what it is in each language', async () => {
  await using half = await folderOfLabs(list.replace(', ja: 説明。', ''), '[layers]');
  expect(half.codes).toContain('missing-key 4');
});
