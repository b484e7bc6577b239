import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { panelKeys } from '../../runner/ui/keys.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const headings = (page: string) => [...page.matchAll(/^(#+) /gm)].map(([, level]) => level);
const commands = (page: string) => [...page.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, text]) => text);
/** Keys, commands, variables: whatever is typed is the same in every language. Only how often a sentence names one may differ. */
const typed = (page: string) =>
  [...new Set([...page.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`]+)`/g)].map(([, text]) => text))].toSorted();
const links = (page: string) => [...page.matchAll(/\]\(([^)]+)\)/g)].flatMap(([, to = '']) => to);
/** A page's own language is the one that it stays in. */
const languageless = (to: string) => to.replace('.ja.md', '.md');

test.each([
  ['README.md', 'README.ja.md'],
  ['docs/learners.md', 'docs/learners.ja.md'],
])('%s and its Japanese page say the same', (english, japanese) => {
  const [en, ja] = [read(english), read(japanese)];
  expect(headings(ja)).toEqual(headings(en));
  expect(commands(ja)).toEqual(commands(en));
  expect(typed(ja)).toEqual(typed(en));
  expect(links(ja).map(languageless)).toEqual(links(en).map(languageless));
  for (const to of links(ja)) expect(existsSync(join(root, dirname(japanese), to)), to).toBe(true);
});

test.each(['docs/learners.md', 'docs/learners.ja.md'])('%s has every key of the panel', (page) => {
  const keys = [...read(page).matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key),
  );
  for (const { key } of panelKeys) expect(keys).toContain(key);
});
