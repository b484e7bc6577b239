import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { temporaryFolder } from '../helpers/folder.ts';
import { root } from './seatrial.ts';

const text = (file: string) => readFileSync(join(root, file), 'utf8');

const action = z
  .object({
    inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
    runs: z.object({
      using: z.literal('composite'),
      steps: z.array(
        z.union([
          z.strictObject({ uses: z.string(), with: z.record(z.string(), z.unknown()) }),
          z.strictObject({
            name: z.string(),
            if: z.string().optional(),
            shell: z.literal('bash'),
            env: z.record(z.string(), z.string()).optional(),
            run: z.string(),
          }),
        ]),
      ),
    }),
  })
  .parse(parse(text('action.yml')));

/** Runs a step of the action as GitHub does, with these inputs. */
async function step(name: string, given: Readonly<Record<string, string>>, folder: string) {
  const found = action.runs.steps.find((each) => 'name' in each && each.name === name);
  if (!found || !('run' in found)) return expect.fail(`no step ${name}`);
  const inputs = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([key, each]) => [key, each.default])),
    ...given,
  };
  const filled = Object.entries(found.env ?? {}).map(([key, value]) => [
    key,
    value.replace(/\$\{\{ inputs\.(\w+) \}\}/, (_, input: string) => inputs[input] ?? expect.fail(input)),
  ]);
  return execa('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', found.run], {
    cwd: root,
    env: {
      ...Object.fromEntries(filled),
      GITHUB_ACTION_PATH: root,
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      XDG_STATE_HOME: join(folder, 'state'),
      XDG_CACHE_HOME: join(folder, 'cache'),
    },
    reject: false,
  });
}

test('the action lints what it is given, and everything unless given something', async () => {
  await using folder = await temporaryFolder();
  const notes = await step('Lint labs', { labs: 'test/lab/defects/notes\n' }, folder.path);
  expect(notes).toMatchObject({ exitCode: 0, stdout: '' });
  expect(await step('Lint labs', {}, folder.path)).toMatchObject({ exitCode: 0 });
  expect(await step('Lint labs', { labs: 'nowhere' }, folder.path)).toMatchObject({ exitCode: 2 });
});

test('the action proves a lab, with results and a summary', { timeout: 120_000 }, async () => {
  await using folder = await temporaryFolder();
  const [junit, json] = [join(folder.path, 'junit.xml'), join(folder.path, 'all.json')];
  const given = { labs: 'test/lab/defects/notes', arguments: '--step=start\n--bail', junit, json };
  const proven = await step('Prove labs', given, folder.path);
  expect(proven).toMatchObject({ exitCode: 0 });
  expect(proven.stdout).toContain('notes › start › solved');
  expect(readFileSync(junit, 'utf8')).toContain('<testsuite');
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ outcome: 'ok' });
  expect(readFileSync(join(folder.path, 'summary.md'), 'utf8')).toContain('### Seatrial');
});

test.each(['docs/ci/gitlab.yml', 'docs/ci/public-images.yml'])('%s calls what there is', (file) => {
  const parsed: unknown = parse(text(file));
  expect(parsed).toBeTypeOf('object');
  for (const [, option] of text(file).matchAll(/ (--(?:report|trust|format))\b/g)) {
    expect(text('docs/proving.md') + text('runner/commands/program.ts')).toContain(option);
  }
});

test('every input of the action is documented', () => {
  for (const name of Object.keys(action.inputs)) expect(text('docs/ci.md')).toContain(`\`${name}\``);
});
