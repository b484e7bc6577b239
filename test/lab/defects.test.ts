import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { known } from '../../runner/commands/labs.ts';
import { narrowRoom } from '../../runner/commands/lint/room.ts';
import { draw } from '../../runner/lab/draw.ts';
import { lintLab } from '../../runner/lab/lint/lintLab.ts';
import { readLab } from '../../runner/lab/read.ts';
import { root } from '../commands/seatrial.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const fixtures = join(import.meta.dirname, 'defects');

const defect = z.strictObject({
  defect: z.string(),
  code: z.string(),
  find: z.string(),
  put: z.string(),
  /** Further replacements, in both files. */
  also: z.record(z.string(), z.string()).default({}),
  /** Where it is planted; in lab.yaml unless given. */
  file: z.string().default('lab.yaml'),
  /** Where it is reported; where it is planted unless given. */
  in: z.string().optional(),
  line: z.string(),
  /** Nothing else is reported: what follows from it would only lead astray. */
  alone: z.boolean().default(false),
});

const defects = z.array(defect).parse(parse(readFileSync(join(fixtures, 'defects.yaml'), 'utf8')));
const own = known({ root });
const lint = (folder: string) => lintLab(readLab(folder, own), own, narrowRoom());

test('nothing is found in the lab without defects', () => {
  expect(lint(join(fixtures, 'notes'))).toEqual([]);
});

test.each(defects)(
  '$defect is reported as $code, at its line',
  async ({ code, find, put, also, line, alone, ...where }) => {
    await using folder = await temporaryFolder();
    const lab = join(folder.path, 'notes');
    cpSync(join(fixtures, 'notes'), lab, { recursive: true });
    for (const name of ['lab.yaml', 'lab.ja.yaml']) {
      const file = join(lab, name);
      const text = readFileSync(file, 'utf8');
      if (name === where.file) expect(text).toContain(find);
      const planted = name === where.file ? text.replaceAll(find, put) : text;
      writeFileSync(
        file,
        Object.entries(also).reduce((now, [one, other]) => now.replaceAll(one, other), planted),
      );
    }
    const found = lint(lab);
    const expected = found.find((each) => each.code === code);
    expect(found.map((each) => draw(each, 'en')).join('\n\n')).toContain(code);
    expect(expected?.excerpt?.text).toContain(line);
    if (alone) expect(found.map((each) => each.code)).toEqual([code]);
    expect(expected?.file).toBe(join(lab, where.in ?? where.file));
  },
);
