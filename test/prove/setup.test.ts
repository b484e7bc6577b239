import { expect, test } from 'vitest';
import { seatrial } from '../commands/seatrial.ts';
import { ownLab } from '../helpers/smallLab.ts';

const prove = async (id: string, setup: string) => {
  await using lab = await ownLab(id, (text) =>
    text.replace('  - id: two\n', `  - id: two\n    setup: { run: ${JSON.stringify(setup)} }\n`),
  );
  const env = { XDG_STATE_HOME: `${lab.folder}/state` };
  return await seatrial(['test', lab.path, '--trust', '--step', 'two'], { env });
};

test('what must be so before a step is so on each machine that the step is proven on', {
  timeout: 120_000,
}, async () => {
  const { code, stdout } = await prove('ready', 'test -e /root/one; touch "/root/ready"');
  expect(stdout).toContain('0 not as declared, 0 could not be told');
  expect(code).toBe(0);
});

test('a setup that passes its step is not as declared, and one that fails is the lab’s fault', {
  timeout: 120_000,
}, async () => {
  const passes = await prove('passes', 'touch /root/two');
  expect(passes.stdout).toContain('passes before anything has been done');
  expect(passes.code).toBe(4);
  const fails = await prove('fails', 'echo "It is all wrong." >&2; exit 7');
  expect(fails.stdout).toContain('its setup ended with 7');
  expect(fails.stdout).toContain('It is all wrong.');
  expect(fails.code).toBe(4);
});
