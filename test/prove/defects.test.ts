import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { seatrial } from '../commands/seatrial.ts';
import { temporaryFolder } from '../helpers/folder.ts';

const notYet = '|| { because "There is no folder \\`/notes\\` yet."; exit 1; }';
const right = 'docker exec ${web.name} sh -c "mkdir /notes; touch /notes/1 /notes/2"';

/** What only trying shows: what is planted, the phase that finds it, and the line that it leads to. */
const defects = [
  ['a message that names the wrong thing', 'has not two files\n', 'has not three files\n', 'mistaken', 'mkdir /notes'],
  ['a check that passes untouched', 'find /notes -type', 'find /etc/hosts /etc/hostname -type', 'untouched', 'write'],
  ['a solution that does not solve', 'touch /notes/one /notes/two', 'touch /notes/one', 'solved', 'write'],
  ['another way that is wrong', 'echo 1 > a; echo 2 > b', 'echo 1 > a', 'variant', 'echo 1 > a'],
  ['an error where nothing was done yet', notYet, '|| exit 2', 'untouched', 'write'],
  ['a mistake that passes', 'run: mkdir /notes', `run: ${right}`, 'mistaken', 'touch /notes/1'],
] as const;

const report = z.object({
  labs: z.array(
    z.object({
      id: z.string(),
      proofs: z.array(z.object({ phase: z.string(), outcome: z.string(), file: z.string(), line: z.number() })),
    }),
  ),
});

test('what only trying shows is found by `seatrial test`, at its line', { timeout: 400_000 }, async () => {
  await using folder = await temporaryFolder();
  const ids = defects.map((_, index) => `notes-${index + 1}`);
  for (const [index, [, find, put]] of defects.entries()) {
    const lab = join(folder.path, ids[index] ?? '');
    cpSync(join(import.meta.dirname, '../lab/defects/notes'), lab, { recursive: true });
    const file = join(lab, 'lab.yaml');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(find);
    writeFileSync(file, text.replace('id: notes', `id: ${ids[index]}`).replace(find, put));
  }
  const env = { XDG_STATE_HOME: join(folder.path, 'state') };
  const proven = await seatrial(['test', ...ids.map((id) => `./${id}`), '--trust', '--step', 'write', '--json'], {
    cwd: folder.path,
    env,
  });
  const { labs } = report.parse(JSON.parse(proven.stdout));
  // Whatever it was that kept something from being told, none of it was the machine's.
  expect(proven.code).toBe(4);

  const told = defects.map(([defect, , , phase], index) => {
    // Other phases may fail of it as well, on a machine of their own, and come first.
    const proofs = labs.find(({ id }) => id === ids[index])?.proofs.filter(({ outcome }) => outcome !== 'ok') ?? [];
    const wrong = proofs.find((each) => each.phase === phase) ?? proofs[0];
    const line = readFileSync(wrong?.file ?? '', 'utf8').split('\n')[(wrong?.line ?? 0) - 1];
    return { defect, phase: wrong?.phase, line, expected: phase };
  });
  for (const [index, { defect, phase, line, expected }] of told.entries()) {
    expect(`${defect}: ${phase}`).toBe(`${defect}: ${expected}`);
    expect(line).toContain(defects[index]?.[4]);
  }
});
