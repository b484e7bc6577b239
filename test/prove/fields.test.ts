import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seatrial } from '../commands/seatrial.ts';
import { ownLab } from '../helpers/smallLab.ts';

const replaced: readonly (readonly [string, string])[] = [
  ['- run: test -e /root/one || because', '- stays: 1\n        run: made one || because'],
  ['- run: test -e /root/two || because "There is no file /root/two."', '- run: counted\n        gives: [count]'],
  ['expect: There is no file /root/two', 'expect: The second file takes its time'],
  ['answer: "2"', 'answer: "${count}"'],
];

const lib = `made() { test -e "/root/$1"; }
counted() {
  made two || { waiting "The second file takes its time."; exit 1; }
  fact count "$(ls /root | grep -cx 'one\\|two')"
}
`;

test('functions, facts and what must stay so are proven on a machine', { timeout: 120_000 }, async () => {
  await using lab = await ownLab('gives', (text) =>
    replaced.reduce((now, [from, to]) => {
      expect(now).toContain(from);
      return now.replace(from, to);
    }, text),
  );
  writeFileSync(join(lab.path, 'lib.sh'), lib);
  const env = { XDG_STATE_HOME: join(lab.folder, 'state') };
  const { code, stdout } = await seatrial(['test', lab.path, '--trust'], { env });
  expect(stdout).toContain('0 not as declared, 0 could not be told');
  expect(code).toBe(0);
});

test('what only shows where to look passes no step', { timeout: 120_000 }, async () => {
  await using lab = await ownLab('looks', (text) =>
    text.replace('    solution: touch /root/one', '    look: touch /root/one\n    solution: ls /root'),
  );
  const env = { XDG_STATE_HOME: join(lab.folder, 'state') };
  const { code, stdout } = await seatrial(['test', lab.path, '--trust', '--step', 'one'], { env });
  expect(stdout).toContain('What stands under "look" passes step "one" already');
  expect(code).toBe(4);
});
