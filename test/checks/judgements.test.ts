import { globSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { checks } from '../../checks/index.ts';
import { say } from '../../runner/words/say.ts';

const root = resolve(import.meta.dirname, '../../checks');

const row = z.object({
  what: z.string(),
  params: z.unknown(),
  evidence: z.unknown(),
  status: z.enum(['passed', 'pending', 'errored']),
  says: z.string(),
  attempt: z.boolean().optional(),
  mismatch: z.object({ expected: z.string(), actual: z.string() }).optional(),
});

const table = z.object({ judgements: z.array(row).min(1) });

/** A check is named after its folder. */
const tables = await Promise.all(
  globSync('**/judgements.ts', { cwd: root }).map(async (file) => ({
    name: relative('.', dirname(file)),
    rows: table.parse(await import(resolve(root, file))).judgements,
  })),
);

const rows = tables.flatMap(({ name, rows }) => rows.map((each) => ({ ...each, name })));

test.each(rows)('$name: $what', ({ name, params, evidence, ...wanted }) => {
  const check = checks.find((each) => each.name === name);
  const verdict = check?.judge(evidence, params);
  expect(verdict).toMatchObject({
    status: wanted.status,
    because: { id: wanted.says },
    ...(wanted.mismatch && { mismatch: wanted.mismatch }),
    ...(wanted.attempt && { attempt: true }),
  });
  if (wanted.attempt === false) expect(verdict).not.toHaveProperty('attempt');
  for (const language of ['en', 'ja'] as const) expect(say(language, verdict?.because ?? expect.fail())).not.toBe('');
});

test('every case of a check is told from its others', () => {
  for (const { rows } of tables) expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
});
