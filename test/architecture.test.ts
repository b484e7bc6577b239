import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** What each folder may import besides itself. A folder's `types` are imported with `import type` only. */
type Row = {
  readonly folders: readonly string[];
  readonly types: readonly string[];
  readonly packages: readonly string[];
};

const row = (folders: string, packages = '', types = ''): Row => ({
  folders: folders.split(' ').filter(Boolean),
  types: types.split(' ').filter(Boolean),
  packages: packages.split(' ').filter(Boolean),
});

const table: Readonly<Record<string, Row>> = {
  words: row('', ''),
  lab: row('words', 'yaml zod fastest-levenshtein string-width unbash'),
  world: row('words', 'dockerode @kubernetes/client-node zod', 'verdict'),
  infra: row('world words', 'dockerode @kubernetes/client-node tar-stream p-limit zod'),
  verdict: row('words', 'zod', 'world'),
  checks: row('', ''),
  session: row('lab verdict words', '', 'world'),
  journal: row('session verdict words'),
  report: row('session words', 'yaml zod string-width', 'lab verdict prove'),
  typist: row('session lab verdict words', '', 'world infra'),
  prove: row('session typist journal lab verdict words', '', 'world infra'),
  ui: row(
    'words',
    'ink react @xterm/headless @xterm/addon-unicode11 marked string-width wrap-ansi',
    'lab session verdict world',
  ),
  commands: row(
    'checks lab world infra verdict session journal report typist prove words ui',
    'commander inquirer string-width zod',
  ),
};

/** Of the world, what is nothing but words for it: an error's class and the names of what may change. */
const vocabulary = ['runner/world/world.ts', 'runner/world/wake.ts'];

const sources = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));

const files = ['runner', 'checks'].flatMap(sources);

/** `runner/lab/lint/rule.ts` is of `lab`. */
const folderOf = (file: string): string => {
  const [top = '', second = ''] = file.split('/');
  return top === 'runner' ? second : top;
};

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/g;

const importsOf = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(statement)].map((found) => ({
    type: found[1] !== undefined,
    from: found[2] ?? found[3] ?? '',
  }));

const packageOf = (from: string) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

function breach(file: string, { type, from }: { readonly type: boolean; readonly from: string }): string | undefined {
  const folder = folderOf(file);
  const own = table[folder];
  if (!own) return undefined;
  if (from.startsWith('node:'))
    return folder === 'words' || folder === 'checks' ? `${file} imports ${from}` : undefined;
  if (!from.startsWith('.')) {
    const isOurs = own.packages.includes(packageOf(from));
    return isOurs && !builtinModules.includes(from) ? undefined : `${file} imports ${from}`;
  }
  const target = relative(root, resolve(root, dirname(file), from));
  if (folder === 'checks' && folderOf(target) !== 'checks') {
    return target === 'runner/api.ts' ? undefined : `${file} imports ${target}`;
  }
  const of = folderOf(target);
  const spoken = type || vocabulary.includes(target);
  if (of === folder || own.folders.includes(of) || (spoken && own.types.includes(of))) return undefined;
  return `${file} imports ${type ? 'types of ' : ''}${target}`;
}

test('every folder imports only what it may', () => {
  expect(files.flatMap((file) => importsOf(file).flatMap((each) => breach(file, each) ?? []))).toEqual([]);
});

test('every folder of the runner has its row', () => {
  const folders = readdirSync(join(root, 'runner'), { withFileTypes: true }).filter((each) => each.isDirectory());
  expect(folders.map((each) => each.name).filter((name) => !table[name])).toEqual([]);
});

test('every folder of tests is named after what it tests', () => {
  const folders = (path: string) =>
    readdirSync(join(root, path), { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []));
  // Whole journeys, and what tests stand on, are of no one folder.
  const others = ['bare', 'bench', 'checks', 'fixtures', 'helpers', 'journey', 'scripts', 'vm'];
  expect(folders('test').filter((name) => ![...folders('runner'), ...others].includes(name))).toEqual([]);
});

test('what looks at the world makes nothing in it', () => {
  const making =
    /\.(?:create(?:Container|Network|Volume|Image)|(?:build|load|import)Image|putArchive|remove|kill|stop|restart|unpause)\(|\.call\('(?:POST|PUT|PATCH|DELETE)'/;
  const looking = files.filter((file) => folderOf(file) === 'world');
  expect(looking.filter((file) => making.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('a word of the glossary is exported where that says, and means nothing else', () => {
  const [, glossary = ''] = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').split('\n## Words\n');
  const rows = [...glossary.matchAll(/\[`(\w+)`\]\(([^)]+)\)/g)].map(([, name = '', file = '']) => ({ name, file }));
  const exporting = ({ name }: { readonly name: string }) => {
    const pattern = new RegExp(`^export (?:async )?(?:type|const|class|function) ${name}\\b`, 'm');
    return files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
  };
  expect(rows.map((each) => ({ ...each, by: exporting(each) }))).toEqual(
    rows.map((each) => ({ ...each, by: [each.file] })),
  );
  expect(rows.length).toBeGreaterThan(20);
  expect(glossary.trim().split('\n').length).toBeLessThanOrEqual(30);
});

const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1;

test('no file is longer than can be kept in mind', () => {
  const long = [
    ...[...files, ...sources('scripts')].filter((file) => lines(file) > 250),
    ...sources('test').filter((file) => lines(file) > 400),
  ];
  expect(long.map((file) => `${file}: ${lines(file)}`)).toEqual([]);
});

test.each([
  ['a default export', /^export default\b/m],
  ['the console', /\bconsole\.\w+\(/],
  ['process.exit', /\bprocess\.exit\(/],
  ['a state of the module', /^(?:export )?let\b/m],
  ['a type check switched off', /@ts-(?:ignore|expect-error|nocheck)|\bas any\b/],
])('nothing but main.ts has %s', (_, pattern) => {
  const found = files.filter(
    (file) => file !== 'runner/main.ts' && pattern.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(found).toEqual([]);
});

test('one place reads shell text', () => {
  const readers = files.filter((file) => importsOf(file).some(({ type, from }) => !type && from === 'unbash'));
  expect(readers).toEqual(['runner/lab/shell/tree.ts']);
});

test('the session is given the clock', () => {
  const clock = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bset(?:Timeout|Interval)\(/;
  const own = files.filter((file) => ['session', 'lab'].includes(folderOf(file)));
  expect(own.filter((file) => clock.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
