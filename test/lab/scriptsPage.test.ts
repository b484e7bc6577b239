import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readScript } from '../../runner/lab/lint/script/script.ts';
import { scriptRules } from '../../runner/lab/lint/script/scriptRules.ts';
import { script } from '../../runner/verdict/script.ts';
import type { Verdict } from '../../runner/verdict/verdict.ts';
import { say } from '../../runner/words/say.ts';
import { openMachine, run } from '../helpers/machine.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/authors/checks-scripts.md'), 'utf8');
const blocks = [...page.matchAll(/^```(bash|text|console)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({
  kind,
  text: text.trimEnd(),
}));

/** As the page writes it. */
function written(verdict: Verdict): string {
  const reason = `${verdict.status}: ${say('en', verdict.because)}`;
  const mismatch = verdict.status === 'pending' ? verdict.mismatch : undefined;
  return mismatch ? `${reason}\nexpected ${mismatch.expected}, found ${mismatch.actual}` : reason;
}

test('every script of the page gives the verdict that follows it', async () => {
  await using machine = await openMachine('scripts-page');
  const context = { since: 0, signal: new AbortController().signal };
  for (const [index, { kind, text }] of blocks.entries()) {
    if (kind === 'console') await run(machine, text);
    if (kind !== 'bash') continue;
    const params = { run: text, env: { LANG: 'en_US.UTF-8' } };
    const verdict = script.judge(await script.observe(machine.world, params, context), params);
    expect(blocks[index + 1]?.kind).toBe('text');
    expect(written(verdict)).toContain(blocks[index + 1]?.text);
  }
  expect(blocks.filter(({ kind }) => kind === 'bash').length).toBeGreaterThan(5);
});

test('no rule finds anything in the scripts of the page', () => {
  for (const { text } of blocks.filter(({ kind }) => kind === 'bash')) {
    const found = scriptRules.filter((rule) => rule.look(readScript(text, [], [])).length > 0);
    expect(
      found.map(({ id }) => id),
      text,
    ).toEqual([]);
  }
});
